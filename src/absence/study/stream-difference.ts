import type { AbsenceStudy, Estimate } from '../../domain/absence-backtest.ts';
import type { Resampling } from './cluster-bootstrap.ts';
import { meanOf } from './dose-response.ts';
import type { StreamContrast, StudyCase, StudyRepository } from './study-case.ts';

type ContrastOf = (one: StudyCase) => StreamContrast | null;

/**
 * How much of the usual landed of streams that pass only through the person, over how much landed of those that do not, in
 * the same fortnights: the geometric mean over them of ((n+1)/(b+1) gated) / ((n+1)/(b+1) open). 1: no difference. Streams
 * that pass through one person are often those of people who write little, and are fewer later whoever is there: so the
 * same of the fortnights in which the person was present, and `net`, each absence over the mean of the same
 * person's. Small streams draw all of them towards 1, because of the ones.
 */
export function streamDifferences(
  repositories: readonly Pick<StudyRepository, 'cases' | 'present'>[],
  contrastOf: ContrastOf,
  options: Resampling,
): AbsenceStudy['streams']['byAuthor'] {
  const logs = (cases: readonly StudyCase[]) =>
    cases.flatMap((one) => {
      const contrast = contrastOf(one);
      return contrast === null ? [] : [{ person: one.person, log: logDifference(contrast) }];
    });
  const away = repositories.map(({ cases }) => logs(cases));
  const present = repositories.map((repository) => logs(repository.present));
  const net = away.map((own, place) => {
    const usual = Map.groupBy(present[place] ?? [], ({ person }) => person);
    return own.flatMap(({ person, log }) => {
      const windows = usual.get(person) ?? [];
      return windows.length === 0 ? [] : [log - windows.reduce((sum, window) => sum + window.log, 0) / windows.length];
    });
  });
  const ratio = (lists: readonly (readonly number[])[]) => asRatio(meanOf(lists, options));
  const only = (lists: typeof away) => lists.map((own) => own.map(({ log }) => log));
  return { away: ratio(only(away)), present: ratio(only(present)), net: ratio(net) };
}

function asRatio({ estimate, ...rest }: Estimate): Estimate {
  if (estimate === null) return { ...rest, estimate };
  const { value, low, high } = estimate;
  return { ...rest, estimate: { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high) } };
}

const logDifference = ({ gatedLanded, gatedUsual, openLanded, openUsual }: StreamContrast): number =>
  Math.log((gatedLanded + 1) / (gatedUsual + 1)) - Math.log((openLanded + 1) / (openUsual + 1));
