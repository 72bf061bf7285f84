import { type FormEvent, useState } from 'react';
import type { RecordData } from '../../domain/records/entry.ts';
import type { KindDescribed } from '../../domain/records/kind-described.ts';
import { Button } from '../design/button.tsx';
import { Problem } from '../design/problem.tsx';
import { TextField } from '../design/text-field.tsx';
import { text } from '../messages/index.ts';
import { changesOf, clashesOf, type Draft, draftOf, rebased } from './draft.ts';
import { Meanwhile } from './meanwhile.tsx';
import { RecordFields } from './record-fields.tsx';
import styles from './record-form.module.css';
import { usePracticeDeed } from './use-practice.ts';

interface RecordFormProps {
  readonly kind: KindDescribed;
  /** As it is saved now: another version than the one that was opened is told, and loses nothing. */
  readonly record: RecordData;
  onDone(): void;
}

/** A record to be edited: all its fields and sections. What is sent is only what was changed. */
export function RecordForm({ kind, record, onDone }: RecordFormProps) {
  const [base, setBase] = useState(record);
  const [draft, setDraft] = useState(() => draftOf(record, kind));
  const save = usePracticeDeed('record-save');
  const words = text.practice;
  const before = draftOf(base, kind);
  const isBehind = record.version !== base.version;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changes = changesOf(before, draft, kind);
    if (changes === null) {
      onDone();
      return;
    }
    save.mutate(
      { kind: kind.id, id: base.id, version: base.version, changes },
      {
        onSuccess: async () => {
          onDone();
          await save.told();
        },
        // What stands there now is looked at, so that it can be shown beside what was typed.
        onError: async ({ code }) => {
          if (code === 'record-changed') await save.told();
        },
      },
    );
  };
  const goOn = (typed: Draft) => {
    setDraft(typed);
    setBase(record);
    save.reset();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField label={words.title} value={draft.title} onChange={(title) => setDraft({ ...draft, title })} isNeeded />
      <RecordFields kind={kind} draft={draft} onChange={setDraft} />
      <section className={styles.sections}>
        <h2>{text.records.sections}</h2>
        <p className={styles.hint}>{text.records.sectionHint}</p>
        {Object.entries(draft.sections).map(([heading, value]) => (
          <TextField
            key={heading}
            label={heading}
            value={value}
            rows={Math.min(18, Math.max(3, value.split('\n').length + 1))}
            hint={kind.sections.find((one) => one.heading === heading)?.prompt}
            onChange={(typed) => setDraft({ ...draft, sections: { ...draft.sections, [heading]: typed } })}
          />
        ))}
      </section>
      {isBehind ? (
        <Meanwhile
          clashes={clashesOf(before, draft, draftOf(record, kind))}
          onKeep={() => goOn(rebased(before, draft, draftOf(record, kind)))}
          onTake={() => goOn(draftOf(record, kind))}
        />
      ) : save.isError ? (
        <Problem error={save.error} />
      ) : null}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" disabled={save.isPending || isBehind || draft.title.trim() === ''}>
          {save.isPending ? words.saving : words.save}
        </Button>
        <Button kind="quiet" onClick={onDone} disabled={save.isPending}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
