import type { DelegationTold, Sighting } from '../../../domain/delegations.ts';
import type { RecordData } from '../../../domain/records/entry.ts';
import { Evidence } from '../../design/evidence.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { type Act, ActBar } from '../../practice/act-bar.tsx';
import { Contract } from '../../practice/contract.tsx';
import { ToldOf } from '../../practice/told.tsx';
import { usePractice, usePracticeDeed } from '../../practice/use-practice.ts';
import styles from './actions.module.css';

interface DelegationActionsProps {
  readonly record: RecordData;
  readonly today: string;
}

/** A contract: what waits for the lead, what landed, the days to talk, and what can be done. */
export function DelegationActions({ record }: DelegationActionsProps) {
  const result = usePractice('delegation', { id: record.id });
  return (
    <ToldOf result={result} isWithin>
      {(told) => (told.record.id === record.id ? <Told told={told} /> : null)}
    </ToldOf>
  );
}

function Told({ told }: { readonly told: DelegationTold }) {
  const { alerts, unsaid, checkIns, progress, takenBack, record } = told;
  const words = text.delegations;
  return (
    <div className={styles.actions}>
      {alerts.map((alert) => (
        <p key={alert.kind} className={styles.why}>
          <Said>{alert.text}</Said>
        </p>
      ))}
      <Acts told={told} />
      <p className={styles.line}>
        <Contract unsaid={unsaid} />
      </p>
      {!record.isOpen || unsaid.length === 0 ? null : (
        <section>
          <h2 className={styles.head}>{words.act.prompts}</h2>
          <ul className={styles.questions}>
            {unsaid.map(({ part, prompt }) => (
              <li key={part}>
                <Said>{prompt}</Said>
              </li>
            ))}
          </ul>
        </section>
      )}
      {checkIns.length === 0 ? null : (
        <section>
          <h2 className={styles.head}>{words.act.checkIns}</h2>
          <ol className={styles.days}>
            {checkIns.map(({ on, state, note }) => (
              <li key={on}>
                <time dateTime={on}>{on}</time>{' '}
                <span className={state === 'missed' ? styles.missed : styles.quiet}>{words.checkIn[state]}</span>
                {note === null ? null : (
                  <>
                    {' '}
                    <Said>{note}</Said>
                  </>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <Seen title={words.act.progress} seen={progress} />
      <Seen title={words.act.takenBack} seen={takenBack} />
    </div>
  );
}

function Seen({ title, seen }: { readonly title: string; readonly seen: Sighting | null }) {
  if (seen === null) return null;
  return (
    <section>
      <h2 className={styles.head}>{title}</h2>
      <p className={styles.line}>
        <Said>{seen.because}</Said>{' '}
        {seen.changes.length === 0 ? null : (
          <Evidence
            pieces={seen.changes.map(({ evidence }) => evidence)}
            total={seen.changes.length}
            isCut={seen.isMore}
            title={title}
          />
        )}
      </p>
    </section>
  );
}

function Acts({ told: { record } }: { readonly told: DelegationTold }) {
  const act = usePracticeDeed('delegation-act');
  const save = usePracticeDeed('record-save');
  const words = text.delegations.act;
  if (!record.isOpen) return null;
  const status = (word: string) => () =>
    save.mutate(
      { kind: 'delegation', id: record.id, version: record.version, changes: { fields: { status: word } } },
      { onSuccess: () => save.told() },
    );
  const step =
    (name: 'check-in' | 'done' | 'taken-back') =>
    ({ note = '' }: Readonly<Record<string, string>>) =>
      act.mutate(
        { id: record.id, act: name, ...(note.trim() === '' ? {} : { note }) },
        { onSuccess: () => act.told() },
      );
  const acts: readonly Act[] =
    record.status === 'proposed'
      ? [
          { id: 'accept', label: words.accept, isPrimary: true, inputs: [], run: status('active') },
          { id: 'decline', label: words.decline, inputs: [], run: status('declined') },
        ]
      : [
          {
            id: 'check-in',
            label: words.checkIn,
            isPrimary: true,
            inputs: [{ key: 'note', label: words.note, input: 'line' }],
            run: step('check-in'),
          },
          {
            id: 'done',
            label: words.done,
            inputs: [{ key: 'note', label: words.because, input: 'line' }],
            run: step('done'),
          },
          {
            id: 'taken-back',
            label: words.takeBack,
            inputs: [{ key: 'note', label: words.because, input: 'line' }],
            run: step('taken-back'),
          },
        ];
  return (
    <ActBar
      key={record.version}
      acts={acts}
      isPending={act.isPending || save.isPending}
      error={act.error ?? save.error}
    />
  );
}
