import { type FormEvent, useId, useState } from 'react';
import { plain } from '../../../domain/plain.ts';
import { Button } from '../../design/button.tsx';
import { DateField } from '../../design/date-field.tsx';
import { Problem } from '../../design/problem.tsx';
import { TextField } from '../../design/text-field.tsx';
import { text } from '../../messages/index.ts';
import { usePracticeDeed } from '../../practice/use-practice.ts';
import styles from './capture.module.css';

const NOTHING = { title: '', claim: '', sure: '', checkOn: '' };

/** A line, and whoever wants to adds a claim: Enter logs it. */
export function Capture() {
  const [typed, setTyped] = useState(NOTHING);
  const log = usePracticeDeed('journal-log');
  const id = useId();
  const words = text.journal.capture;
  const put = (part: Partial<typeof NOTHING>) => setTyped({ ...typed, ...part });
  const hasClaim = typed.claim.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    log.mutate(
      {
        title: typed.title.trim(),
        ...(hasClaim ? { claim: typed.claim.trim() } : {}),
        ...(hasClaim && /^\d{1,2}$/.test(typed.sure) ? { sure: Number(typed.sure) } : {}),
        ...(hasClaim && typed.checkOn !== '' ? { checkOn: typed.checkOn } : {}),
      },
      {
        onSuccess: async () => {
          setTyped(NOTHING);
          await log.told();
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label htmlFor={id} className="only-read">
        {words.label}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className={styles.input}
          type="text"
          autoComplete="off"
          maxLength={500}
          value={typed.title}
          placeholder={words.placeholder}
          onChange={(event) => put({ title: event.target.value })}
        />
        <Button kind="primary" type="submit" disabled={log.isPending || typed.title.trim() === ''}>
          {log.isPending ? words.saving : words.save}
        </Button>
      </div>
      <div className={styles.claim}>
        <TextField label={words.claim} value={typed.claim} onChange={(claim) => put({ claim })} maxLength={2000} />
        {hasClaim ? (
          <>
            <TextField label={words.sure} value={typed.sure} onChange={(sure) => put({ sure })} maxLength={2} />
            <DateField label={words.checkOn} value={typed.checkOn} onChange={(checkOn) => put({ checkOn })} />
          </>
        ) : null}
      </div>
      {log.isError ? <Problem error={log.error} /> : null}
      <p role="status" className={styles.said}>
        {log.isSuccess ? words.logged(plain(log.data.title)) : ''}
      </p>
    </form>
  );
}
