import { type FormEvent, useState } from 'react';
import type { WeekReview } from '../../../domain/week-review.ts';
import { Button } from '../../design/button.tsx';
import { Problem } from '../../design/problem.tsx';
import { Prose } from '../../design/prose.tsx';
import { Said } from '../../design/said.tsx';
import { TextField } from '../../design/text-field.tsx';
import { To } from '../../design/to.tsx';
import { text } from '../../messages/index.ts';
import { usePracticeDeed } from '../../practice/use-practice.ts';
import styles from './page.module.css';

/** The one question, and what ends the review; once it took place, what was answered. */
export function ReviewForm({ review }: { readonly review: WeekReview }) {
  const words = text.week;
  return (
    <section className={styles.block} aria-labelledby="question">
      <div className={styles.label}>
        <h2 id="question">{words.question}</h2>
      </div>
      {review.done === null ? <Open review={review} /> : <Done done={review.done} />}
    </section>
  );
}

function Open({ review }: { readonly review: WeekReview }) {
  const [wrong, setWrong] = useState('');
  const [next, setNext] = useState('');
  const finish = usePracticeDeed('week-done');
  const words = text.week;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    finish.mutate({ wrong, next }, { onSuccess: () => finish.told() });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.question}>
        <Said>{review.question}</Said>
      </p>
      <TextField label={words.answerLabel} rows={3} value={wrong} hint={words.answerHint} onChange={setWrong} />
      <TextField label={words.next} value={next} onChange={setNext} />
      {finish.isError ? <Problem error={finish.error} /> : null}
      <div>
        <Button kind="primary" type="submit" disabled={finish.isPending}>
          {finish.isPending ? words.saving : words.done}
        </Button>
      </div>
    </form>
  );
}

function Done({ done }: { readonly done: NonNullable<WeekReview['done']> }) {
  const words = text.week;
  const said = [
    { title: words.wrong, body: done.wrong },
    { title: words.nextWeek, body: done.next },
  ].filter(({ body }) => body.trim() !== '');
  return (
    <div className={styles.said} role="status">
      {said.length === 0 ? <p className={styles.note}>{words.nothingSaid}</p> : null}
      {said.map(({ title, body }) => (
        <div key={title}>
          <h3>{title}</h3>
          <Prose level={4}>{body}</Prose>
        </div>
      ))}
      <p>
        <To page="/record" query={{ kind: 'week', id: done.id }}>
          {words.edit}
        </To>
      </p>
    </div>
  );
}
