import type { StudyCase, StudyRepository } from '../src/absence/study/study-case.ts';

/** A case of which only what is given matters. */
export function studyCase(given: Partial<StudyCase>): StudyCase {
  return {
    person: 0,
    from: 19_400,
    dependence: 0,
    gate: 0,
    visibility: 1,
    replay: 0,
    commitShare: 0.1,
    mergeShare: 0.1,
    usual: 10,
    landed: 10,
    outcome: 'normal',
    y: 0,
    windows: 8,
    touchesHolidays: false,
    byAuthor: null,
    byArea: null,
    ...given,
  };
}

export function studyRepositoryOf(
  name: string,
  cases: readonly StudyCase[],
  present: readonly StudyCase[] = [],
): StudyRepository {
  return {
    name,
    cases,
    present,
    shifted: present,
    changes: 1000,
    absences: cases.length,
    temporary: cases.length,
    severalAway: 0,
    hidden: 0,
    tooLittle: 0,
  };
}

/**
 * Twelve repositories with 20 cases each, half of them of D 0 and normal, half of D 0.8 and nearly stopped but for one; the
 * same people present see nothing of it.
 */
export function clearRepositories(): StudyRepository[] {
  return Array.from({ length: 12 }, (_, repository) => {
    const cases = Array.from({ length: 20 }, (_, i) => {
      const noise = ((i * 7 + repository * 3) % 10) / 20 - 0.225;
      const streams = { gatedUsual: 9, gatedLanded: i < 10 ? 9 : 4, openUsual: 9, openLanded: 9 };
      return i < 10
        ? studyCase({
            person: i,
            dependence: 0.01 * (i % 4),
            gate: 0.02 * (i % 4),
            y: noise,
            byAuthor: streams,
            byArea: streams,
          })
        : studyCase({
            person: i,
            dependence: 0.8,
            gate: 0.8,
            replay: 0.5,
            y: -1.5 + noise,
            outcome: i === 10 ? 'slowed' : 'nearly-stopped',
            touchesHolidays: i === 11,
            byAuthor: streams,
            byArea: streams,
          });
    });
    const present = cases.map((one, i) => ({
      ...one,
      y: ((i * 3 + repository) % 10) / 20 - 0.225,
      outcome: 'normal' as const,
    }));
    return studyRepositoryOf(`repository-${String(repository).padStart(2, '0')}`, cases, present);
  });
}
