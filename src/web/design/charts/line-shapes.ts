import type { LinePoint, LineSeries } from './line-series.ts';
import type { TimeScale } from './time-scale.ts';
import type { ValueScale } from './value-scale.ts';

interface Known {
  readonly x: number;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** What is known, cut wherever something is not: a line is never drawn over what nobody knows. */
function knownRuns(points: readonly LinePoint[], x: TimeScale): readonly (readonly Known[])[] {
  const runs: Known[][] = [[]];
  for (const point of [...points].sort((a, b) => a.at - b.at)) {
    if (point.value === null) runs.push([]);
    else runs.at(-1)?.push({ x: x.x(point.at), value: point.value, low: point.low, high: point.high });
  }
  return runs.filter((run) => run.length > 0);
}

const at = (value: number): string => value.toFixed(1);

/** Each unbroken stretch as a path; one value alone as a point. */
export function runsOf(points: readonly LinePoint[], x: TimeScale, y: ValueScale) {
  return knownRuns(points, x).map((run) => {
    const first = run[0] as Known;
    return {
      d: run.map((known, i) => `${i === 0 ? 'M' : 'L'}${at(known.x)} ${at(y.y(known.value))}`).join(''),
      isPoint: run.length === 1,
      x: first.x,
      y: y.y(first.value),
    };
  });
}

/** The intervals of each unbroken stretch as one shape. */
export function bandsOf(points: readonly LinePoint[], x: TimeScale, y: ValueScale): readonly string[] {
  return knownRuns(points, x).flatMap((run) => {
    const banded = run.filter((known) => known.low !== undefined && known.high !== undefined);
    if (banded.length === 0) return [];
    // An interval of one value is drawn as a thin upright.
    const wide = banded.length === 1 ? [-1.5, 1.5] : [0];
    const upper = banded.flatMap((known) => wide.map((dx) => `${at(known.x + dx)} ${at(y.y(known.high ?? 0))}`));
    const lower = banded.flatMap((known) => wide.map((dx) => `${at(known.x + dx)} ${at(y.y(known.low ?? 0))}`));
    return [`M${upper.join('L')}L${lower.reverse().join('L')}Z`];
  });
}

/** Least distance between two names, in pixels. */
const LINE = 15;

/** Where each line is named: at its last value, pushed apart where two would meet. */
export function labelsOf(series: readonly LineSeries[], x: TimeScale, y: ValueScale) {
  const labels = series
    .map((one) => {
      const last = knownRuns(one.points, x).at(-1)?.at(-1);
      return { text: one.label, tone: one.tone, y: last === undefined ? null : y.y(last.value) };
    })
    .filter((label): label is typeof label & { y: number } => label.y !== null)
    .sort((a, b) => a.y - b.y);
  for (let i = 1; i < labels.length; i++) {
    const [above, label] = [labels[i - 1], labels[i]];
    if (above !== undefined && label !== undefined) label.y = Math.max(label.y, above.y + LINE);
  }
  return labels;
}
