import type { Flow, FlowRelease } from '../../domain/flow.ts';
import { plain } from '../../domain/plain.ts';
import { calendarDay, duration } from '../../domain/words.ts';
import { TimeAxis } from '../design/charts/axis.tsx';
import { timeScale } from '../design/charts/time-scale.ts';
import { useWidth } from '../design/charts/use-width.ts';
import { DataTable } from '../design/data-table.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { Evidence } from '../design/evidence.tsx';
import { Names } from '../design/names.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import { flowRight, type Span } from './flow-frame.tsx';
import styles from './release-strip.module.css';

interface ReleaseStripProps {
  readonly title: string;
  readonly releases: readonly FlowRelease[];
  readonly span: Span;
  readonly longestPause: Flow['longestPause'];
}

const HEIGHT = 104;
const LINE = 44;
const FOOT = 78;

/** Releases as dots on the time axis, named where there is room; the longest pause is told. */
export function ReleaseStrip({ title, releases, span, longestPause: pause }: ReleaseStripProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const { right, isNarrow } = flowRight(width);
  const x = timeScale(span.since, span.until, 0, right);
  const last = releases.findLast(({ isPrerelease }) => !isPrerelease) ?? releases.at(-1);
  return (
    <>
      <div ref={ref} className={styles.drawing}>
        <svg data-picture="" width={width} height={HEIGHT} role="img" aria-label={`${title}. ${saysOf(last)}`}>
          <line className={styles.line} x1={0} x2={right} y1={LINE} y2={LINE} />
          {pause === null ? null : (
            <g>
              <line className={styles.pause} x1={x.x(pause.since)} x2={x.x(pause.until)} y1={LINE} y2={LINE} />
              <text
                className={styles.gap}
                x={middle(x.x(pause.since), x.x(pause.until), right)}
                y={LINE + 19}
                textAnchor="middle"
              >
                {text.flow.longest(duration(pause.until - pause.since))}
              </text>
            </g>
          )}
          {releases.map((release) => (
            <circle
              key={`${release.name} ${release.at}`}
              className={release.isPrerelease ? styles.early : styles.dot}
              cx={x.x(release.at)}
              cy={LINE}
              r={release.isPrerelease ? 3.5 : 4.5}
            >
              <title>{`${plain(release.name)}, ${calendarDay(release.at)}`}</title>
            </circle>
          ))}
          {labelsOf(releases, x.x, right).map(({ name, at, anchor }) => (
            <text key={`${name} ${at}`} className={styles.name} x={at} y={LINE - 14} textAnchor={anchor}>
              {name}
            </text>
          ))}
          {isNarrow || last === undefined ? null : (
            <text className={styles.ago} x={right + 10} y={LINE - 3}>
              <tspan className={styles.since}>{duration(Math.max(0, span.until - last.at))}</tspan>
              <tspan x={right + 10} dy="15">
                {text.flow.ago}
              </tspan>
            </text>
          )}
          <TimeAxis scale={x} y={FOOT} from={0} to={right} />
        </svg>
      </div>
      <Disclosure summary={text.design.asTable}>
        <DataTable
          caption={title}
          limit={20}
          columns={[
            { key: 'name', label: text.flow.release },
            { key: 'at', label: text.flow.when, align: 'right' },
            { key: 'pause', label: text.flow.pause, align: 'right' },
            { key: 'kind', label: text.flow.kind },
            { key: 'by', label: text.flow.by },
            { key: 'evidence', label: text.flow.evidence, align: 'right' },
          ]}
          rows={[...releases].reverse().map((release) => ({
            key: `${release.name} ${release.at}`,
            cells: {
              name: <Said>{release.name}</Said>,
              at: calendarDay(release.at),
              pause: release.pause === null ? '' : duration(Math.max(0, release.pause)),
              kind: release.isPrerelease ? text.flow.isPrerelease : text.flow.isRelease,
              by: <Names names={release.releaser.people} none="" />,
              evidence: (
                <Evidence
                  pieces={release.evidence}
                  total={release.evidence.length}
                  label={text.flow.evidence}
                  title={text.flow.evidenceOf(release.name)}
                />
              ),
            },
          }))}
        />
      </Disclosure>
    </>
  );
}

const saysOf = (last: FlowRelease | undefined): string =>
  last === undefined ? text.flow.noReleases : text.flow.saysRelease(plain(last.name), calendarDay(last.at));

/** Room a letter takes, in pixels, at the size names are written in. */
const LETTER = 6.4;

/** From the newest back: a name is written where the one after it leaves room. */
function labelsOf(releases: readonly FlowRelease[], x: (at: number) => number, right: number) {
  const labels: { name: string; at: number; anchor: 'middle' | 'end' | 'start' }[] = [];
  let free = right + 8;
  for (const release of [...releases].reverse()) {
    const whole = plain(release.name);
    const name = whole.length > 22 ? `${whole.slice(0, 21)}…` : whole;
    const wide = name.length * LETTER;
    const place = x(release.at);
    const anchor = place + wide / 2 > right ? 'end' : place - wide / 2 < 0 ? 'start' : 'middle';
    const from = anchor === 'end' ? place - wide : anchor === 'start' ? place : place - wide / 2;
    if (from + wide > free || from < 0) continue;
    labels.push({ name, at: place, anchor });
    free = from - 10;
  }
  return labels;
}

/** A text stays inside of the drawing. */
const middle = (from: number, to: number, right: number): number => Math.max(80, Math.min(right - 80, (from + to) / 2));
