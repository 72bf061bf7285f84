import { isShare } from '../../domain/figure-words.ts';
import type { FacingRow, FacingSide } from '../../domain/scorecard-view.ts';
import { cx } from '../design/cx.ts';
import { Evidence } from '../design/evidence.tsx';
import { Said } from '../design/said.tsx';
import { Sure } from '../design/sure.tsx';
import { To } from '../design/to.tsx';
import { text } from '../messages/index.ts';
import { MeasureFigure } from './measure-figure.tsx';
import styles from './old-and-new.module.css';
import { ShareStrip } from './share-strip.tsx';
import { toneOf } from './tone-of.ts';

/** What was once counted, muted, facing what counts now. Two columns, and never one number. */
export function OldAndNew({ sides }: { readonly sides: readonly FacingSide[] }) {
  return (
    <div className={styles.facing}>
      {sides.map((side) => (
        <div key={side.side} className={cx(styles.side, styles[side.side])}>
          <p className={styles.eyebrow}>{side.side === 'old' ? text.scorecard.old : text.scorecard.fresh}</p>
          <h3 className={styles.title}>{side.title}</h3>
          <p className={styles.about}>{side.about}</p>
          <dl className={styles.rows}>
            {side.rows.map((row) => (
              <Row key={row.label} row={row} side={side.side} />
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}

function Row({ row, side }: { readonly row: FacingRow; readonly side: FacingSide['side'] }) {
  return (
    <div className={styles.row}>
      <dt className={styles.label}>
        {side === 'old' ? (
          <Said>{row.label}</Said>
        ) : (
          <To page={`/measure/${row.measure}`}>
            <Said>{row.label}</Said>
          </To>
        )}
        <span className={styles.under}>
          {side === 'new' ? <Sure confidence={row.confidence} /> : null}
          {row.evidence.length === 0 ? null : (
            <Evidence
              pieces={row.evidence}
              total={row.evidenceTotal}
              isCut={row.evidenceIsCut}
              label={text.scorecard.evidence}
              title={text.scorecard.evidenceOf(row.label)}
            />
          )}
        </span>
      </dt>
      <dd className={styles.value}>
        <MeasureFigure figure={row.value} kind={row.kind} />
        {isShare(row.value) ? <ShareStrip share={row.value} tone={toneOf(row.measure)} /> : null}
      </dd>
    </div>
  );
}
