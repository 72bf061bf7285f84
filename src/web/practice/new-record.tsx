import { type FormEvent, useState } from 'react';
import type { RecordData } from '../../domain/records/entry.ts';
import type { KindDescribed } from '../../domain/records/kind-described.ts';
import { Button } from '../design/button.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { Drawer } from '../design/drawer.tsx';
import { Problem } from '../design/problem.tsx';
import { TextField } from '../design/text-field.tsx';
import { text } from '../messages/index.ts';
import { changesOf, type Draft, EMPTY_DRAFT } from './draft.ts';
import { RecordFields } from './record-fields.tsx';
import styles from './record-form.module.css';
import { usePracticeDeed } from './use-practice.ts';

interface NewRecordProps {
  readonly kind: KindDescribed;
  /** What is filled in already. */
  readonly start?: Draft;
  readonly isOpen: boolean;
  onClose(): void;
  onWritten(record: RecordData): void;
}

/** A record to begin, in a sheet: its title and two fields; all else may follow. */
export function NewRecord({ kind, start = EMPTY_DRAFT, isOpen, onClose, onWritten }: NewRecordProps) {
  return (
    <Drawer title={text.records.add(kind.one)} open={isOpen} onClose={onClose}>
      <NewForm kind={kind} start={start} onClose={onClose} onWritten={onWritten} />
    </Drawer>
  );
}

function NewForm({ kind, start, onClose, onWritten }: Required<Omit<NewRecordProps, 'isOpen'>>) {
  const [draft, setDraft] = useState(start);
  const create = usePracticeDeed('record-new');
  const words = text.practice;
  const rest = kind.fields.map(({ key }) => key).filter((key) => key !== 'status' && !kind.capture.includes(key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { fields = {}, sections = {} } = changesOf(EMPTY_DRAFT, draft, kind) ?? {};
    create.mutate(
      { kind: kind.id, title: draft.title.trim(), fields, sections },
      {
        onSuccess: async (record) => {
          await create.told();
          onWritten(record);
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField label={words.title} value={draft.title} onChange={(title) => setDraft({ ...draft, title })} isNeeded />
      <RecordFields kind={kind} draft={draft} keys={kind.capture} onChange={setDraft} />
      <Disclosure summary={words.more}>
        <div className={styles.form}>
          <p className={styles.hint}>{words.moreHint}</p>
          <RecordFields kind={kind} draft={draft} keys={rest} onChange={setDraft} />
          {kind.sections.map(({ heading, prompt }) => (
            <TextField
              key={heading}
              label={heading}
              value={draft.sections[heading] ?? ''}
              rows={3}
              hint={prompt}
              onChange={(typed) => setDraft({ ...draft, sections: { ...draft.sections, [heading]: typed } })}
            />
          ))}
        </div>
      </Disclosure>
      {create.isError ? <Problem error={create.error} /> : null}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" disabled={create.isPending || draft.title.trim() === ''}>
          {create.isPending ? words.saving : words.save}
        </Button>
        <Button kind="quiet" onClick={onClose} disabled={create.isPending}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
