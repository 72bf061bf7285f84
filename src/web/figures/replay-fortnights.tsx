import { useId } from 'react';
import type { ReplayAnswer } from '../../domain/replay.ts';
import { calendarDay, numeral } from '../../domain/words.ts';
import { useWidth } from '../design/charts/use-width.ts';
import { DataTable } from '../design/data-table.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { text } from '../messages/index.ts';
import { FigureKey } from './figure-key.tsx';
import styles from './replay-fortnights.module.css';

const HEIGHT = 170;
const TOP = 18;
const FOOT = 24;
/** No wider than this, however few there are. */
const WIDEST = 280;

/** Two weeks by two weeks: what landed, and within it what would have been left, by whether anybody steps in. */
export function ReplayFortnights({ fortnights }: { readonly fortnights: ReplayAnswer['fortnights'] }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const id = useId();
  const words = text.fortnight;
  const most = Math.max(1, ...fortnights.map(({ changes }) => changes));
  const step = Math.min(WIDEST, width / Math.max(1, fortnights.length));
  const column = Math.min(96, step * 0.66);
  const base = HEIGHT - FOOT;
  const high = (count: number) => (count / most) * (base - TOP);
  return (
    <div>
      <FigureKey
        marks={[
          ['others', words.landedThen],
          ['alone', words.leftNobody],
          ['left', words.leftLikely],
        ]}
      />
      <div ref={ref}>
        <svg data-picture="" width={width} height={HEIGHT} role="img" aria-labelledby={id}>
          <title id={id}>{words.byFortnight}</title>
          <line className={styles.base} x1="0" x2={width} y1={base} y2={base} />
          {fortnights.map((one, i) => {
            const x = i * step;
            return (
              <g key={one.from}>
                <rect
                  className={styles.landed}
                  x={x}
                  y={base - high(one.changes)}
                  width={column}
                  height={high(one.changes)}
                />
                <rect
                  className={styles.nobody}
                  x={x}
                  y={base - high(one.left.nobodyStepsIn)}
                  width={column / 2}
                  height={high(one.left.nobodyStepsIn)}
                />
                <rect
                  className={styles.likely}
                  x={x + column / 2 + 0.75}
                  y={base - high(one.left.likelyOnesDo)}
                  width={Math.max(0, column / 2 - 1.5)}
                  height={Math.max(0, high(one.left.likelyOnesDo) - 0.75)}
                />
                <text className={styles.value} x={x} y={base - high(one.changes) - 5}>
                  {numeral(one.changes)}
                </text>
                <text className={styles.label} x={x} y={HEIGHT - 7}>
                  {step < 84 ? calendarDay(one.from).slice(5) : calendarDay(one.from)}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <Disclosure summary={text.design.asTable}>
        <DataTable
          caption={words.byFortnight}
          columns={[
            { key: 'from', label: words.fortnightFrom },
            { key: 'changes', label: words.work, align: 'right' },
            { key: 'passed', label: words.passed, align: 'right' },
            { key: 'nobody', label: words.leftNobody, align: 'right' },
            { key: 'likely', label: words.leftLikely, align: 'right' },
          ]}
          rows={fortnights.map((one) => ({
            key: String(one.from),
            cells: {
              from: calendarDay(one.from),
              changes: numeral(one.changes),
              passed: numeral(one.passed),
              nobody: numeral(one.left.nobodyStepsIn),
              likely: numeral(one.left.likelyOnesDo),
            },
          }))}
        />
      </Disclosure>
    </div>
  );
}
