import type { AbsenceStudy, Estimate } from '../../domain/absence-backtest.ts';
import { quantile } from '../quantile.ts';
import { bandOf, STUDY_BANDS } from './bands.ts';
import { clustersOf, ENOUGH_FOR_A_LINE, ENOUGH_FOR_SHARES, estimateOf, lacking } from './enough.ts';
import { foretellEach } from './held-out.ts';
import { addSums, lineThrough, sumsOf } from './least-squares.ts';
import { shareWithin, type Tally, worthOf } from './share-within.ts';
import type { StudyCase } from './study-case.ts';

/** What the intervals tested here promise. */
export const PROMISED = 0.8;
/** Two-sided 80 % point of the standard normal distribution. */
const Z = 1.2815515655446004;
/** Fewer absences of a band in a held-out repository show no share. */
const LEAST_OF_A_BAND = 5;

/** From this D on coverage is looked at separately: there it was too small before. */
export const HIGH_DEPENDENCE = 0.4;

type Cases = Pick<StudyCase, 'dependence' | 'y' | 'outcome'>;

/**
 * How often intervals that promise 80 % hold in repositories they were not made from. `y`: the line through all others, and
 * the middle 80 % of their distances from it. `bands`: the share of absences in which work nearly stopped, by band, as
 * the others foretell it, allowing for how few there are and for how repositories differ.
 */
export function coverageOf(repositories: readonly (readonly Cases[])[]): AbsenceStudy['coverage'] {
  const { clusters, had } = clustersOf(repositories);
  const missing = lacking(had, ENOUGH_FOR_A_LINE);
  const held = missing === null ? heldByLine(clusters) : [];
  const ofLine = (isMeant: (one: Cases) => boolean) =>
    covered(
      held.map((own, place) => own.filter((_, i) => isMeant(clusters[place]?.[i] as Cases))),
      missing,
    );
  return {
    promised: PROMISED,
    y: ofLine(() => true),
    highFrom: HIGH_DEPENDENCE,
    yAtHigh: ofLine(({ dependence }) => dependence >= HIGH_DEPENDENCE),
    bands: covered(missing === null ? heldByBands(clusters) : [], missing),
  };
}

function covered(held: readonly (readonly boolean[])[], missing: string | null): Estimate {
  const { clusters, had } = clustersOf(held);
  return estimateOf(had, missing ?? lacking(had, ENOUGH_FOR_SHARES), () =>
    shareWithin(clusters.map((own) => ({ count: own.filter(Boolean).length, of: own.length }))),
  );
}

function heldByLine(clusters: readonly (readonly Cases[])[]): boolean[][] {
  const points = clusters.map((cases) => cases.map(({ dependence, y }) => ({ x: dependence, y })));
  const sums = points.map(sumsOf);
  return points.map((own, left) => {
    const line = lineThrough(
      addSums(
        sums,
        sums.map((_, place) => (place === left ? 0 : 1)),
      ),
    );
    if (line === null) return [];
    const distance = ({ x, y }: { x: number; y: number }) => y - line.intercept - line.slope * x;
    const distances = points.flatMap((others, place) => (place === left ? [] : others.map(distance)));
    const [low, high] = [quantile(distances, (1 - PROMISED) / 2) ?? 0, quantile(distances, (1 + PROMISED) / 2) ?? 0];
    return own.map((point) => low <= distance(point) && distance(point) <= high);
  });
}

function heldByBands(repositories: readonly (readonly Cases[])[]): boolean[][] {
  const tallies = repositories.map((cases) =>
    STUDY_BANDS.map((_, band): Tally => {
      const own = cases.filter(({ dependence, outcome }) => outcome !== null && bandOf(dependence) === band);
      return { count: own.filter(({ outcome }) => outcome === 'nearly-stopped').length, of: own.length };
    }),
  );
  const foretold = foretellEach(repositories);
  return tallies.map((own, left) =>
    own.flatMap((here, band) => {
      const expected = foretold[left]?.bands[band]?.['nearly-stopped'];
      if (here.of < LEAST_OF_A_BAND || expected === undefined) return [];
      const others = tallies.flatMap((bands, place) => (place === left ? [] : (bands[band] ?? [])));
      return [
        isHeld(
          here,
          expected,
          others.filter(({ of }) => of > 0),
        ),
      ];
    }),
  );
}

function isHeld(here: Tally, expected: number, others: readonly Tally[]): boolean {
  const of = others.reduce((sum, tally) => sum + tally.of, 0);
  if (of === 0) return true;
  const share = others.reduce((sum, { count }) => sum + count, 0) / of;
  const worth = worthOf(others, share, of);
  // Kish 1965: n / worth = 1 + (size - 1) * likeness of two cases of one repository.
  const size = others.reduce((sum, tally) => sum + tally.of ** 2, 0) / of;
  const likeness = size > 1 ? Math.min(1, Math.max(0, (of / worth - 1) / (size - 1))) : 0;
  const spread = Math.sqrt(expected * (1 - expected) * (1 / worth + (1 + (here.of - 1) * likeness) / here.of));
  // Counts are whole: half a case of room.
  return Math.abs(here.count / here.of - expected) <= Z * spread + 0.5 / here.of;
}
