import type { MeasureCard } from '../../../domain/scorecard-view.ts';
import { Evidence } from '../../design/evidence.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Said } from '../../design/said.tsx';
import { To } from '../../design/to.tsx';
import { MeasureFigure } from '../../figures/measure-figure.tsx';
import { text } from '../../messages/index.ts';
import { WhenSeen } from '../when-seen.tsx';
import { cardCopy } from './copies.ts';
import styles from './measure-row.module.css';
import { TrendSpark } from './trend-spark.tsx';

/** One measure in a row: the figure, the sentence, earlier windows; its evidence one press away, its rows another. */
export function MeasureRow({ card }: { readonly card: MeasureCard }) {
  return (
    <FigureCard
      id={card.measure}
      level={3}
      layout="row"
      title={card.title}
      sure={card.confidence}
      copy={cardCopy(card)}
    >
      <div className={styles.row}>
        <div className={styles.figure}>
          <MeasureFigure figure={card.figure} kind={card.figureKind} />
        </div>
        <div className={styles.words}>
          <p>
            <Said>{card.answer}</Said>
          </p>
          <p className={styles.meaning}>{card.meaning}</p>
          <p className={styles.links}>
            {card.evidence.length === 0 ? null : (
              <Evidence
                pieces={card.evidence}
                total={card.evidence.length}
                isCut={card.evidenceIsCut}
                label={text.scorecard.evidence}
                title={text.scorecard.evidenceOf(card.title)}
              />
            )}
            <To page={`/measure/${card.measure}`} title={text.scorecard.rowsOf(card.title)}>
              {text.scorecard.rows}
            </To>
          </p>
        </div>
        <div className={styles.trend}>
          {card.hasTrend ? (
            <WhenSeen waiting={<span className={styles.wait} />}>
              <TrendSpark measure={card.measure} title={card.title} />
            </WhenSeen>
          ) : (
            <p className={styles.none}>{text.scorecard.noTrend}</p>
          )}
        </div>
      </div>
    </FigureCard>
  );
}
