import type { Estimate, Interval } from '../../domain/absence-backtest.ts';
import { counted, listed } from '../../domain/words.ts';

/** How many fortnights, and from how many repositories. */
export interface Basis {
  readonly cases: number;
  readonly repositories: number;
}

/** For a line over all cases: with fewer a slope of chance is as large as any to be found. */
export const ENOUGH_FOR_A_LINE: Basis = { cases: 30, repositories: 5 };
/** So many of them with D at or above {@link GATED_FROM}: else the line rests on its low end alone. */
export const ENOUGH_GATED: Basis = { cases: 5, repositories: 3 };
export const GATED_FROM = 0.2;
/** For the mean of one group. */
export const ENOUGH_FOR_A_MEAN: Basis = { cases: 5, repositories: 5 };
/** For shares of outcomes, whose interval does not collapse for few clusters. */
export const ENOUGH_FOR_SHARES: Basis = { cases: 5, repositories: 3 };

/** Null if there is enough; else what there is too little of, to follow "not enough evidence:". */
export function lacking(had: Basis, needed: Basis, which = ''): string | null {
  const short = [
    ...(had.cases < needed.cases ? [`${counted(had.cases, 'case')}${which} where it takes ${needed.cases}`] : []),
    ...(had.repositories < needed.repositories
      ? [`${counted(had.repositories, 'repository', 'repositories')}${which} where it takes ${needed.repositories}`]
      : []),
  ];
  return short.length === 0 ? null : listed(short);
}

const UNDEFINED = 'what there is does not vary enough, or rests on one repository';

/** A figure where there is enough evidence; `figure` is asked only then. */
export function estimateOf(had: Basis, missing: string | null, figure: () => Interval | null): Estimate {
  const estimate = missing === null ? figure() : null;
  return { ...had, estimate, missing: estimate === null ? (missing ?? UNDEFINED) : null };
}

/** The repositories that have any cases, and how many there are of both. */
export function clustersOf<T>(repositories: readonly (readonly T[])[]): {
  readonly clusters: readonly (readonly T[])[];
  readonly had: Basis;
} {
  const clusters = repositories.filter((cases) => cases.length > 0);
  return { clusters, had: { cases: clusters.reduce((sum, c) => sum + c.length, 0), repositories: clusters.length } };
}
