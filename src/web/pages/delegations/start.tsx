import { type FormEvent, useId, useState } from 'react';
import { byName } from '../../../domain/by-name.ts';
import type { KindDescribed } from '../../../domain/records/kind-described.ts';
import { Button } from '../../design/button.tsx';
import { Drawer } from '../../design/drawer.tsx';
import { Names } from '../../design/names.tsx';
import { Problem } from '../../design/problem.tsx';
import { TextField } from '../../design/text-field.tsx';
import { text } from '../../messages/index.ts';
import { useRecordPage } from '../../practice/begin.tsx';
import { changesOf, EMPTY_DRAFT } from '../../practice/draft.ts';
import { RecordFields } from '../../practice/record-fields.tsx';
import { useKind } from '../../practice/use-kinds.ts';
import { usePracticeDeed } from '../../practice/use-practice.ts';
import styles from './page.module.css';

/** Where a contract starts from. */
export interface Start {
  readonly title: string;
  readonly repository: string;
  readonly paths: readonly string[];
  /** Who could be asked. */
  readonly names: readonly string[];
}

interface StartButtonProps {
  readonly label: string;
  readonly said?: string;
  readonly look: 'plain' | 'primary';
  readonly start?: Start;
}

/** Two weeks are the rhythm of it all. */
const EVERY = '14';
const KEYS = ['to', 'due', 'level', 'measure', 'tools', 'goal', 'paths'] as const;

/** Gives something away: a sheet with the contract, check-ins by a rhythm. */
export function StartButton({ label, said, look, start }: StartButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const kind = useKind('delegation');
  if (kind === null) return null;
  return (
    <>
      <Button kind={look} aria-label={said} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Drawer title={text.delegations.add} open={isOpen} onClose={() => setOpen(false)}>
        <StartForm kind={kind} start={start} onClose={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

interface StartFormProps {
  readonly kind: KindDescribed;
  readonly start: Start | undefined;
  onClose(): void;
}

function StartForm({ kind, start, onClose }: StartFormProps) {
  const words = text.delegations.form;
  const [draft, setDraft] = useState({
    ...EMPTY_DRAFT,
    title: start?.title ?? '',
    fields: { repository: start?.repository ?? '', paths: (start?.paths ?? []).join('\n') },
  });
  const [every, setEvery] = useState(EVERY);
  const create = usePracticeDeed('delegation-new');
  const goTo = useRecordPage();
  const hint = useId();
  const names = [...(start?.names ?? [])].sort(byName);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      {
        title: draft.title.trim(),
        fields: givenOf(changesOf(EMPTY_DRAFT, draft, kind)?.fields ?? {}),
        every: /^\d{1,3}$/.test(every) ? Number(every) : 0,
      },
      {
        onSuccess: async ({ delegation }) => {
          await create.told();
          goTo('delegation', delegation.record.id);
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField label={words.what} value={draft.title} onChange={(title) => setDraft({ ...draft, title })} isNeeded />
      {names.length === 0 ? null : (
        <p id={hint} className={styles.because}>
          {words.names} <Names names={names} />
        </p>
      )}
      <RecordFields
        kind={kind}
        draft={draft}
        keys={KEYS}
        onChange={(next) => setDraft({ ...draft, ...next, fields: { ...draft.fields, ...next.fields } })}
      />
      <TextField label={words.every} value={every} maxLength={3} hint={words.everyHint} onChange={setEvery} />
      {create.isError ? <Problem error={create.error} /> : null}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" disabled={create.isPending || draft.title.trim() === ''}>
          {create.isPending ? words.writing : words.write}
        </Button>
        <Button kind="quiet" onClick={onClose} disabled={create.isPending}>
          {text.practice.cancel}
        </Button>
      </div>
    </form>
  );
}

/** What was filled in: words and lists of words. */
const givenOf = (fields: Readonly<Record<string, unknown>>): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(fields).filter((one): one is [string, string | string[]] => {
      return typeof one[1] === 'string' || Array.isArray(one[1]);
    }),
  );
