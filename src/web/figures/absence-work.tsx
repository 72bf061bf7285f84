import type { ToldAbsence } from '../../domain/absence-told.ts';
import type { Way } from '../../domain/dependence.ts';
import { numeral } from '../../domain/words.ts';
import { Said } from '../design/said.tsx';
import styles from './absence-work.module.css';

/** Three fortnights in a row. */
const IN_A_ROW = 42;
const GROUP = 14;
/** Between two dots, and between two groups of them, in units of the drawing. */
const STEP = 14;
const GAP = 8;
/** More are no picture any more: they stand as one bar. */
const MOST = 420;
const RADIUS: Readonly<Record<Way, number>> = { none: 4.9, some: 4.3, others: 4.3 };

/** Teammates' last changes, a dot each: full where its author's work had hardly another way, hollow where it had. */
export function AbsenceWork({ absence }: { readonly absence: ToldAbsence }) {
  const { dependence, told } = absence;
  const { streams, work } = dependence;
  if (streams.length === 0 || work === 0) return null;
  const ways = streams.filter(({ changes }) => changes > 0);
  const said = ways.map(({ way, changes }) => `${numeral(changes)} ${told.ways[way]}`).join('; ');
  const begins = ways.map((_, i) => ways.slice(0, i).reduce((sum, { changes }) => sum + changes, 0));
  const across = Math.min(work, IN_A_ROW);
  const width = across * STEP + Math.floor((across - 1) / GROUP) * GAP;
  const height = Math.ceil(work / IN_A_ROW) * STEP;
  return (
    <div className={styles.work}>
      {work > MOST ? (
        <svg className={styles.bar} width="100%" height="16" role="img" aria-label={said}>
          {ways.map(({ way, changes }, i) => (
            <rect
              key={way}
              className={styles[way]}
              x={`${(((begins[i] ?? 0) / work) * 100).toFixed(2)}%`}
              y="1"
              width={`${((changes / work) * 100).toFixed(2)}%`}
              height="14"
            />
          ))}
        </svg>
      ) : (
        <svg
          className={styles.dots}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={said}
        >
          {ways.map(({ way, changes }, i) => (
            <path key={way} className={styles[way]} d={dots(begins[i] ?? 0, changes, RADIUS[way])} />
          ))}
        </svg>
      )}
      <ul className={styles.key}>
        {ways.map(({ way, changes }) => (
          <li key={way}>
            <svg className={styles.mark} width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
              <circle className={styles[way]} cx="5.5" cy="5.5" r={RADIUS[way]} />
            </svg>
            <span>
              <strong className={styles.count}>{numeral(changes)}</strong> <Said>{told.ways[way]}</Said>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** So many dots from one place on, row by row. */
function dots(begin: number, count: number, radius: number): string {
  return Array.from({ length: count }, (_, i) => {
    const [column, row] = [(begin + i) % IN_A_ROW, Math.floor((begin + i) / IN_A_ROW)];
    const x = column * STEP + Math.floor(column / GROUP) * GAP + STEP / 2;
    const y = row * STEP + STEP / 2;
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
  }).join('');
}
