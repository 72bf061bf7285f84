import { ChevronDown, SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { plain } from '../../domain/plain.ts';
import type { SessionAnswer } from '../../domain/session.ts';
import { calendarDay } from '../../domain/words.ts';
import { useAddress } from '../client/use-address.ts';
import { useAsked } from '../client/use-asked.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import fields from '../design/field.module.css';
import { Said } from '../design/said.tsx';
import { Segmented } from '../design/segmented.tsx';
import { text } from '../messages/index.ts';
import styles from './looked-at.module.css';

const words = text.shell.lookedAt;
type Preset = keyof typeof words.presets;
const PRESETS = Object.keys(words.presets) as Preset[];

/** Which repository, over which stretch of time, led by whom: said quietly, and changed here. */
export function LookedAt({ session }: { readonly session: SessionAnswer }) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const { names } = useAsked();
  const first = session.repositories[0];
  if (first === undefined || session.window === null) return null;
  const span = words.span(session.window.since, session.window.until);
  return (
    <>
      <button type="button" className={styles.opener} popoverTarget={id}>
        <span className="only-read">{`${words.open}: `}</span>
        <span className={styles.said}>
          <span className={styles.name}>
            <Said>{words.repositories(first.name, session.repositories.length)}</Said>
          </span>{' '}
          <span className={styles.more}>{span}</span>{' '}
          <span className={styles.more}>
            <Said>{leadWords(session.lead?.name ?? null, names === 'hidden')}</Said>
          </span>
        </span>
        <SlidersHorizontal aria-hidden="true" size={16} className={styles.slim} />
        <ChevronDown aria-hidden="true" size={14} className={styles.wide} />
      </button>
      <div id={id} ref={panel} popover="auto" className={styles.panel} role="dialog" aria-label={words.open}>
        <p className={styles.names}>
          {session.repositories.map((one) => (
            <span key={one.name}>
              <Said>{one.name}</Said>
            </span>
          ))}
        </p>
        <Window since={session.window.since} until={session.window.until} />
        <Lead session={session} />
        <div className={styles.done}>
          <Reset onDone={() => panel.current?.hidePopover()} />
          <Button kind="primary" onClick={() => panel.current?.hidePopover()}>
            {words.done}
          </Button>
        </div>
      </div>
    </>
  );
}

/** An alias says itself that it is the lead. */
const leadWords = (name: string | null, isAlias: boolean): string =>
  name === null ? words.noLead : isAlias ? name : words.leadIs(name);

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <p className={fields.label}>{label}</p>
      {children}
    </div>
  );
}

function Window({ since, until }: { readonly since: number; readonly until: number }) {
  const asked = useAsked();
  const [, change] = useAddress();
  const isPreset = asked.until === undefined && PRESETS.some((preset) => preset === (asked.since ?? ''));
  const value = isPreset ? ((asked.since ?? '') as Preset) : 'own';
  const days = { since: calendarDay(since), until: calendarDay(until) };
  return (
    <Field label={words.window}>
      <Segmented
        label={words.window}
        value={value}
        options={PRESETS.map((preset) => ({ value: preset, label: words.presets[preset] }))}
        onChange={(preset) =>
          change(preset === 'own' ? days : { since: preset === '' ? undefined : preset, until: undefined })
        }
      />
      <div className={styles.days}>
        <DateField
          label={words.since}
          value={days.since}
          max={days.until}
          onChange={(day) => day !== '' && change({ ...days, since: day }, true)}
        />
        <DateField
          label={words.until}
          value={days.until}
          min={days.since}
          onChange={(day) => day !== '' && change({ ...days, until: day }, true)}
        />
      </div>
    </Field>
  );
}

function Lead({ session }: { readonly session: SessionAnswer }) {
  const asked = useAsked();
  const [, change] = useAddress();
  const id = useId();
  const { active, others } = session.people;
  const groups = [
    { label: words.active, names: active },
    { label: words.others, names: others },
  ].filter(({ names }) => names.length > 0);
  if (asked.names === 'hidden') return <Field label={words.lead}>{words.hiddenNote}</Field>;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={fields.label}>
        {words.lead}
      </label>
      <select
        id={id}
        className={fields.input}
        value={asked.lead ?? ''}
        onChange={(event) => change({ lead: event.target.value === '' ? undefined : event.target.value })}
      >
        <option value="">
          {asked.lead === undefined && session.lead?.name
            ? `${words.asStarted}: ${plain(session.lead.name)}`
            : words.asStarted}
        </option>
        {asked.lead !== undefined && ![...active, ...others].includes(asked.lead) ? (
          <option value={asked.lead}>{plain(asked.lead)}</option>
        ) : null}
        {groups.map(({ label, names }) => (
          <optgroup key={label} label={label}>
            {names.map((name) => (
              <option key={name} value={name}>
                {plain(name)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {session.lead === null ? null : (
        <p className={styles.reason}>
          <Said>{session.lead.reason}</Said>
        </p>
      )}
    </div>
  );
}

function Reset({ onDone }: { onDone(): void }) {
  const asked = useAsked();
  const [, change] = useAddress();
  if (asked.since === undefined && asked.until === undefined && asked.lead === undefined) return null;
  return (
    <Button
      kind="quiet"
      onClick={() => {
        change({ since: undefined, until: undefined, lead: undefined });
        // Closing gives the focus back to what opened it; this button is gone in a moment.
        onDone();
      }}
    >
      {words.reset}
    </Button>
  );
}
