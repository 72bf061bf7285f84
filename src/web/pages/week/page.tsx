import type { WeekReview } from '../../../domain/week-review.ts';
import { Empty } from '../../design/empty.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { text } from '../../messages/index.ts';
import { PracticeTabs } from '../../practice/tabs.tsx';
import { ToldOf } from '../../practice/told.tsx';
import { usePractice } from '../../practice/use-practice.ts';
import { DuePart } from './due-part.tsx';
import { Earlier } from './earlier.tsx';
import { Figures } from './figures.tsx';
import styles from './page.module.css';
import { ReviewForm } from './review-form.tsx';

/** The week: ten minutes for what is due, what changed, and one question. */
export function WeekPage() {
  const result = usePractice('week', {});
  const review = result.data?.told ?? null;
  return (
    <>
      <PracticeTabs kind="week" />
      <PageHead
        title={review === null ? text.practice.week : text.week.title(review.week)}
        lead={review === null ? undefined : leadOf(review)}
      />
      <ToldOf result={result} skeleton={<Skeleton rows={8} />}>
        {(told) => <Review review={told} />}
      </ToldOf>
    </>
  );
}

const leadOf = ({ since, basis, minutes, done }: WeekReview): string =>
  done === null ? `${text.week.since(since, basis)}${text.week.minutes(minutes)}` : text.week.isDone(done.on);

function Review({ review }: { readonly review: WeekReview }) {
  const words = text.week;
  const parts = review.parts.filter(({ items, missing }) => items.length > 0 || missing !== null);
  return (
    <div className={styles.page}>
      <section className={styles.due} aria-labelledby="due">
        <h2 id="due" className="only-read">
          {words.due}
        </h2>
        {parts.every(({ items }) => items.length === 0) ? (
          <Empty title={words.nothing.title}>{words.nothing.why}</Empty>
        ) : null}
        {parts.map((part) => (
          <DuePart key={part.id} part={part} />
        ))}
      </section>
      <Figures figures={review.figures} />
      <ReviewForm key={review.done?.id ?? 'open'} review={review} />
      <Earlier />
      {review.notes.length === 0 ? null : (
        <ul className={styles.notes}>
          {review.notes.map((note) => (
            <li key={note}>
              <Said>{note}</Said>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
