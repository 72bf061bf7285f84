import { calendarDay } from '../../../domain/words.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { Sparkline } from '../../figures/sparkline.tsx';
import { toneOf } from '../../figures/tone-of.ts';
import { text } from '../../messages/index.ts';
import styles from './measure-row.module.css';

/** Earlier windows of one measure, asked when they are about to be seen. */
export function TrendSpark({ measure, title }: { readonly measure: string; readonly title: string }) {
  const result = useAnswer('trend/:measure', { measure, every: 'quarter', moments: 8 });
  return (
    <Answered result={result} skeleton={<span className={styles.wait} />}>
      {({ points, figureKind, answer }) => {
        const known = points.filter(({ figure }) => figure !== null);
        if (known.length < 2) return <p className={styles.none}>{answer}</p>;
        return (
          <figure className={styles.spark}>
            <Sparkline
              points={points}
              kind={figureKind}
              tone={toneOf(measure)}
              title={text.scorecard.trendOf(title)}
              says={answer}
            />
            <figcaption className={styles.ends}>
              <span>{calendarDay(points[0]?.until ?? 0)}</span>
              <span>{calendarDay(points.at(-1)?.until ?? 0)}</span>
            </figcaption>
          </figure>
        );
      }}
    </Answered>
  );
}
