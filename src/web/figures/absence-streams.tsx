import type { ToldAbsence } from '../../domain/absence-told.ts';
import type { Way } from '../../domain/dependence.ts';
import { numeral } from '../../domain/words.ts';
import { cx } from '../design/cx.ts';
import { Evidence } from '../design/evidence.tsx';
import { Names } from '../design/names.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import styles from './absence-streams.module.css';

const NAMES = 4;

/** Teammates' work by the way its authors have: almost only through who is away, partly, mostly without. */
export function AbsenceStreams({ absence }: { readonly absence: ToldAbsence }) {
  const { dependence, told } = absence;
  const { streams, work } = dependence;
  if (streams.length === 0 || work === 0) return null;
  const shares = streams.map((stream, i) => ({
    ...stream,
    before: streams.slice(0, i).reduce((sum, { changes }) => sum + changes, 0) / work,
    share: stream.changes / work,
  }));
  const at = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <>
      <h3>{text.fortnight.streams}</h3>
      <svg className={styles.bar} width="100%" height="18" aria-hidden="true">
        {shares.map(({ way, before, share }) => (
          <rect key={way} className={styles[way]} x={at(before)} y="1" width={at(share)} height="16" />
        ))}
      </svg>
      <ul className={styles.ways}>
        {shares.map(({ way, changes, authors, evidence, evidenceTotal }) => (
          <li key={way} className={styles.way}>
            <p className={styles.head}>
              <span className={cx(styles.mark, styles[`mark-${way}`])} aria-hidden="true" />
              <span className={styles.count}>{`${numeral(changes)} / ${numeral(work)}`}</span>
              <Said>{labelOf(told, way)}</Said>
            </p>
            <p className={styles.names}>
              <Names names={authors.people} limit={NAMES} />
            </p>
            <Evidence pieces={evidence} total={evidenceTotal} title={labelOf(told, way)} />
          </li>
        ))}
      </ul>
    </>
  );
}

const labelOf = (told: ToldAbsence['told'], way: Way): string => told.ways[way];
