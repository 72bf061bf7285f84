import type { DecisionLatency } from '../../domain/decisions.ts';
import type { RecordVersion } from '../../domain/records/entry.ts';
import { calendarDay } from '../../domain/words.ts';

interface Told {
  readonly id: string;
  readonly title: string;
  /** Newest first. */
  readonly history: readonly RecordVersion[];
}

const DAY = 86_400;
/** Fewer say nothing about how fast decisions are made here. */
const FEWEST = 5;
const DECIDED: ReadonlySet<string | null> = new Set(['accepted', 'rejected', 'abandoned']);
const OPEN: ReadonlySet<string | null> = new Set(['proposed', 'draft']);

/**
 * Days from the first commit in which a decision stood open to the one in which it was first decided. Of those written down when they
 * were decided already nothing is known; a proposal still open is not counted, so that where many are, the median is too low.
 */
export function decisionLatency(log: readonly Told[]): DecisionLatency {
  const decisions: DecisionLatency['decisions'] = [];
  let decidedAtOnce = 0;
  for (const { id, title, history } of log) {
    const versions = [...history].reverse();
    const first = versions.findIndex(({ status }) => OPEN.has(status) || DECIDED.has(status));
    const proposed = versions[first];
    const decided = versions.slice(Math.max(first, 0)).find(({ status }) => DECIDED.has(status));
    if (proposed === undefined || decided === undefined) continue;
    if (proposed === decided) decidedAtOnce += 1;
    else {
      const days = Math.max(0, Math.round(((decided.at - proposed.at) / DAY) * 10) / 10);
      decisions.push({ id, title, days, proposed: calendarDay(proposed.at), decided: calendarDay(decided.at) });
    }
  }
  const sorted = decisions.map(({ days }) => days).sort((a, b) => a - b);
  const isEnough = sorted.length >= FEWEST;
  const interval = isEnough ? medianInterval(sorted) : null;
  return {
    median: isEnough ? medianOf(sorted) : null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    count: decisions.length,
    decidedAtOnce,
    decisions: decisions.sort((one, other) => other.days - one.days || (one.id < other.id ? -1 : 1)),
  };
}

function medianOf(sorted: readonly number[]): number | null {
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Between which two of the values the median lies with 95 %: the sign test turned around. Null where fewer than six are there. */
function medianInterval(sorted: readonly number[]): { readonly low: number; readonly high: number } | null {
  const n = sorted.length;
  let [tail, term, k] = [0, 0.5 ** n, 0];
  while (tail + term <= 0.025 && k < n) {
    tail += term;
    k += 1;
    term = (term * (n - k + 1)) / k;
  }
  const low = sorted[k - 1];
  const high = sorted[n - k];
  return k === 0 || low === undefined || high === undefined ? null : { low, high };
}
