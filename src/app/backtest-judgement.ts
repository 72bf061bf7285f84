import { COVER_NAMES } from '../measures/cover-ranking.ts';
import type { CoverCase } from './backtest-cases.ts';

/** The rules judged side by side: the shipped formula and the two baselines anybody could apply by hand. */
export const RULES = ['formula', 'last', 'most'] as const;
export type Rule = (typeof RULES)[number];
export type Baseline = Exclude<Rule, 'formula'>;

/** How often a rule was right. */
export interface Hits {
  /** Share of cases in which one of the first three was among those who came next. */
  readonly hitAt3: number;
  /** Mean of 1 / place of the first who was; 0 for a case in which none had a place. */
  readonly meanReciprocalRank: number;
}

/** How much more often the formula was right than a baseline, in shares of all cases, with a 95 % bootstrap interval. */
export interface Gain {
  readonly hitAt3: number;
  readonly low: number;
  readonly high: number;
}

export type RuleHits = Readonly<Record<Rule, Hits>>;
export type Gains = Readonly<Record<Baseline, Gain>>;

/** What the backtest says of one history. It counts and names nobody. */
export interface BacktestHistory {
  readonly repository: string;
  readonly cases: number;
  /** Different changes by others that settled them: the independent pieces of evidence. */
  readonly handovers: number;
  /** Share of cases in which somebody active came next: the best any rule could reach. Null without cases. */
  readonly reachable: number | null;
  /** Null: not enough evidence. */
  readonly rules: RuleHits | null;
  readonly gains: Gains | null;
}

export interface Judgement {
  readonly histories: readonly BacktestHistory[];
  /** Every history with enough evidence counting the same; null where there are fewer than two. */
  readonly overall: { readonly histories: number; readonly rules: RuleHits; readonly gains: Gains } | null;
}

export interface CasesOfHistory {
  readonly repository: string;
  readonly cases: readonly CoverCase[];
}

/** With fewer cases, or fewer different changes that settle them, a history shows nothing. */
export const ENOUGH_CASES = 30;
export const ENOUGH_HANDOVERS = 10;
const RESAMPLES = 1000;

/**
 * Hit@3 and mean reciprocal rank of each rule, per history and overall. The intervals are percentiles of a bootstrap:
 * over handovers within a history (cases settled by one change stand or fall together), over histories and then
 * handovers overall. The random sequence is fixed, so the same cases give the same figures.
 */
export function judge(all: readonly CasesOfHistory[]): Judgement {
  const tallied = all.map(({ repository, cases }) => ({ repository, cases, handovers: tally(cases) }));
  const enough = tallied.filter((h) => h.cases.length >= ENOUGH_CASES && h.handovers.length >= ENOUGH_HANDOVERS);
  return {
    histories: tallied.map((history) => {
      const { repository, cases, handovers } = history;
      const reachable = cases.length === 0 ? null : cases.filter((c) => c.is_reachable).length / cases.length;
      const counts = { repository, cases: cases.length, handovers: handovers.length, reachable };
      if (!enough.includes(history)) return { ...counts, rules: null, gains: null };
      const random = sequence();
      return { ...counts, rules: hits(handovers), gains: gains([handovers], () => [resample(handovers, random)]) };
    }),
    overall: enough.length < 2 ? null : judgeOverall(enough.map((h) => h.handovers)),
  };
}

function judgeOverall(histories: readonly (readonly Tally[])[]): NonNullable<Judgement['overall']> {
  const random = sequence();
  const each = histories.map(hits);
  const mean = (rule: Rule): Hits => ({
    hitAt3: average(each.map((h) => h[rule].hitAt3)),
    meanReciprocalRank: average(each.map((h) => h[rule].meanReciprocalRank)),
  });
  return {
    histories: histories.length,
    rules: { formula: mean('formula'), last: mean('last'), most: mean('most') },
    gains: gains(histories, () => resample(histories, random).map((handovers) => resample(handovers, random))),
  };
}

/** The cases one handover settles, added up. */
interface Tally {
  readonly cases: number;
  readonly hits: Readonly<Record<Rule, number>>;
  readonly reciprocals: Readonly<Record<Rule, number>>;
}

const PLACES = { formula: 'place', last: 'place_by_last', most: 'place_by_most' } as const;

function tally(cases: readonly CoverCase[]): Tally[] {
  const byHandover = Map.groupBy(cases, (c) => c.handover);
  return [...byHandover.values()].map((settled) => {
    const add = (worth: (place: number) => number) => {
      const worthOf = (place: number | null) => (place === null ? 0 : worth(place));
      const of = (rule: Rule) => sum(settled.map((c) => worthOf(c[PLACES[rule]])));
      return { formula: of('formula'), last: of('last'), most: of('most') };
    };
    return {
      cases: settled.length,
      hits: add((place) => (place <= COVER_NAMES ? 1 : 0)),
      reciprocals: add((place) => 1 / place),
    };
  });
}

function hits(handovers: readonly Tally[]): RuleHits {
  const cases = sum(handovers.map((h) => h.cases));
  const of = (rule: Rule): Hits => ({
    hitAt3: sum(handovers.map((h) => h.hits[rule])) / cases,
    meanReciprocalRank: sum(handovers.map((h) => h.reciprocals[rule])) / cases,
  });
  return { formula: of('formula'), last: of('last'), most: of('most') };
}

function gains(histories: readonly (readonly Tally[])[], draw: () => readonly (readonly Tally[])[]): Gains {
  const gain = (baseline: Baseline, sample: readonly (readonly Tally[])[]) =>
    average(sample.map((handovers) => gainOver(baseline, handovers)));
  // A long history is drawn a thousand times: only what came out of each draw is kept.
  const drawn = Array.from({ length: RESAMPLES }, () => {
    const sample = draw();
    return { last: gain('last', sample), most: gain('most', sample) };
  });
  const of = (baseline: Baseline): Gain => {
    const sorted = drawn.map((gains) => gains[baseline]).sort((a, b) => a - b);
    const percentile = (share: number) => sorted[Math.round(share * (RESAMPLES - 1))] ?? 0;
    return { hitAt3: gain(baseline, histories), low: percentile(0.025), high: percentile(0.975) };
  };
  return { last: of('last'), most: of('most') };
}

function gainOver(baseline: Baseline, handovers: readonly Tally[]): number {
  let cases = 0;
  let gain = 0;
  for (const tally of handovers) {
    cases += tally.cases;
    gain += tally.hits.formula - tally.hits[baseline];
  }
  return gain / cases;
}

function resample<T>(items: readonly T[], random: () => number): T[] {
  return items.map(() => items[Math.floor(random() * items.length)] as T);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]): number => sum(values) / values.length;

/** Numbers in [0, 1), the same at each call: mulberry32 (Ettinger 2017), good enough to resample with. */
function sequence(): () => number {
  let state = 20_261_120;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
