import type { Askable } from '../../../domain/askable.ts';
import { DAY } from '../../../domain/window.ts';
import { calendarDay } from '../../../domain/words.ts';
import { Button } from '../../design/button.tsx';
import { DateField } from '../../design/date-field.tsx';
import { NumberField } from '../../design/number-field.tsx';
import { PeoplePicker } from '../../design/people-picker.tsx';
import { Said } from '../../design/said.tsx';
import { Segmented } from '../../design/segmented.tsx';
import { AbsenceDots } from '../../figures/absence-dots.tsx';
import { text } from '../../messages/index.ts';
import styles from './controls.module.css';
import type { AbsenceAddress } from './use-absence-address.ts';

const LENGTHS = { '5': 'five', '14': 'fortnight', '28': 'four' } as const;
type Length = keyof typeof LENGTHS | 'own';

interface ControlsProps {
  readonly askable: Askable | undefined;
  readonly address: AbsenceAddress;
  change(change: { person?: readonly string[]; from?: string; days?: number }): void;
  /** First day away as it was answered, in seconds since 1970. */
  readonly from: number | null;
}

/** Who is away, from when, how long: every change of them asks anew. */
export function Controls({ askable, address, change, from }: ControlsProps) {
  const words = text.fortnight;
  const lead = askable?.lead;
  const name = lead?.name ?? null;
  const chosen = address.person.length > 0 ? address.person : name === null ? [] : [name];
  const isOwn = !(String(address.days) in LENGTHS);
  return (
    <div className={styles.controls}>
      <div className={styles.fields}>
        <PeoplePicker
          label={words.who}
          all={askable?.people.people ?? []}
          chosen={chosen}
          onChange={(next) => change({ person: next.length === 1 && next[0] === name ? [] : next })}
        />
        <DateField
          label={words.from}
          value={address.from ?? (from === null ? '' : calendarDay(from))}
          onChange={(next) => change({ from: next })}
        />
        <div className={styles.length}>
          <span className={styles.label} aria-hidden="true">
            {words.length}
          </span>
          <div className={styles.lengths}>
            <Segmented<Length>
              label={words.length}
              value={isOwn ? 'own' : (String(address.days) as Length)}
              options={[
                { value: '5', label: words.presets.five },
                { value: '14', label: words.presets.fortnight },
                { value: '28', label: words.presets.four },
                { value: 'own', label: words.presets.own },
              ]}
              onChange={(next) => change({ days: next === 'own' ? 21 : Number(next) })}
            />
            {isOwn ? (
              <NumberField
                label={words.days}
                value={address.days}
                min={1}
                max={366}
                step={1}
                onChange={(days) => Number.isInteger(days) && change({ days })}
              />
            ) : null}
          </div>
        </div>
        {from === null ? null : (
          <div className={styles.span}>
            <span className={styles.label}>
              {words.spanOf(calendarDay(from), calendarDay(from + (address.days - 1) * DAY))}
            </span>
            <AbsenceDots from={from} days={address.days} />
          </div>
        )}
      </div>
      {lead === undefined || (name === null && address.person.length === 0) ? null : (
        <p className={styles.why}>
          {name === null ? null : `${words.leadIs} `}
          <Said>{lead.reason}</Said>{' '}
          {address.person.length === 0 ? (
            words.notSo
          ) : name === null ? null : (
            <Button kind="quiet" onClick={() => change({ person: [] })}>
              {words.backToLead}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
