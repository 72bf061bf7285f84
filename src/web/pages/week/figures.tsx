import type { FiguresThenNow } from '../../../domain/week-review.ts';
import { Disclosure } from '../../design/disclosure.tsx';
import { Said } from '../../design/said.tsx';
import { To } from '../../design/to.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

/** What the figures of the scorecard say now and then: those that changed first, the rest folded away. */
export function Figures({ figures: { answer, figures, notes } }: { readonly figures: FiguresThenNow }) {
  const words = text.week;
  const changed = figures.filter(({ verdict }) => verdict === 'changed');
  const others = figures.filter(({ verdict }) => verdict !== 'changed');
  return (
    <section className={styles.block} aria-labelledby="figures">
      <div className={styles.label}>
        <h2 id="figures">{words.figures}</h2>
      </div>
      <div className={styles.figures}>
        <p className={styles.answer}>
          <Said>{answer}</Said>
        </p>
        <List figures={changed} />
        {others.length === 0 ? null : (
          <Disclosure summary={words.otherFigures(others.length)}>
            <List figures={others} />
          </Disclosure>
        )}
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            <Said>{note}</Said>
          </p>
        ))}
      </div>
    </section>
  );
}

function List({ figures }: Pick<FiguresThenNow, 'figures'>) {
  if (figures.length === 0) return null;
  return (
    <ul className={styles.figures}>
      {figures.map(({ measure, title, text: said, verdict }) => (
        <li key={measure} className={styles.figure}>
          <span>
            <To page={`/measure/${encodeURIComponent(measure)}`}>
              <Said>{title}</Said>
            </To>{' '}
            <span className={styles.note}>{text.week.figureLabel[verdict]}</span>
          </span>
          <span className={styles.text}>
            <Said>{said}</Said>
          </span>
        </li>
      ))}
    </ul>
  );
}
