import { startOf, touchesHolidays } from '../calendar.ts';
import { dependenceAt, VISIBILITY_FLOOR, WORK_DAYS } from '../dependence.ts';
import { findAbsences, isPresent } from '../find-absences.ts';
import { DAYS_OF_FORTNIGHT, flowFrom, matchedWindows, PSEUDO_WINDOWS } from '../flow.ts';
import type { History, PersonIndex } from '../history.ts';
import { notStudiedBecause } from '../is-studied.ts';
import type { RealAbsence } from '../real-absence.ts';
import { replayChanges } from '../replay-changes.ts';
import { sharesBefore, teamDays } from './past-shares.ts';
import { byArea, byAuthor, contrastAt } from './stream-contrast.ts';
import type { StudyCase, StudyRepository } from './study-case.ts';

export interface CaseOptions {
  /** How far the dates of a placebo are moved, both ways, in days. */
  readonly shiftDays?: number;
  /** Share of teammates' changes with a known lander below which an absence is left out. */
  readonly visibilityFloor?: number;
  /** Whether fortnights with the person present are collected, too: ten times the work. They are unless told otherwise. */
  readonly placebos?: boolean;
}

/** Not a multiple of a fortnight, so that the placebo is not the matched windows again. */
export const SHIFT_DAYS = 35;

/** With more others away at once nobody could tell whose absence it was. */
const MOST_OTHERS_AWAY = 1;

/** The absences of a history that can be studied: see {@link studyRepository}. */
export const casesOf = (history: History, options: CaseOptions = {}): readonly StudyCase[] =>
  studyRepository('', history, { ...options, placebos: false }).cases;

/**
 * What the study takes from one history: temporary absences with at most one other key person away and landing visible;
 * beside them fortnights in which the same people were present, matched and shifted ones.
 */
export function studyRepository(name: string, history: History, options: CaseOptions = {}): StudyRepository {
  const { shiftDays = SHIFT_DAYS, visibilityFloor = VISIBILITY_FLOOR, placebos = true } = options;
  const found = findAbsences(history);
  const team = teamDays(history);
  const temporary = found.filter(({ kind }) => kind === 'temporary');
  const alone = temporary.filter(({ othersAway }) => othersAway <= MOST_OTHERS_AWAY);
  const counts = { hidden: 0, tooLittle: 0 };
  const [cases, shifted]: [StudyCase[], StudyCase[]] = [[], []];
  const present = new Map<string, StudyCase>();
  for (const absence of alone) {
    const { person } = absence;
    const windows = windowsOf(history, found, absence);
    const at = (from: number, to: number) =>
      notStudiedBecause(history, { ...absence, from, to }) === null
        ? caseAt(history, team, { person, from, to, windows, visibilityFloor })
        : 'tooLittle';
    const studied = at(absence.from, absence.to ?? absence.from + DAYS_OF_FORTNIGHT);
    if (typeof studied === 'string') {
      counts[studied] += 1;
      continue;
    }
    cases.push(studied);
    if (!placebos) continue;
    for (const { from } of windows) {
      // Two absences of a person share windows near both; each is one piece of evidence.
      const key = `${person} ${from}`;
      if (present.has(key)) continue;
      const window = at(from, from + DAYS_OF_FORTNIGHT);
      if (typeof window === 'object') present.set(key, window);
    }
    for (const from of [absence.from - shiftDays, absence.from + shiftDays]) {
      if (!isWhole(history, found, person, from)) continue;
      const window = at(from, from + DAYS_OF_FORTNIGHT);
      if (typeof window === 'object') shifted.push(window);
    }
  }
  return {
    name,
    cases,
    present: [...present.values()],
    shifted,
    changes: history.changes.length,
    absences: found.length,
    temporary: temporary.length,
    severalAway: temporary.length - alone.length,
    ...counts,
  };
}

interface Window {
  readonly from: number;
  readonly logRatio: number;
}

function windowsOf(history: History, found: readonly RealAbsence[], absence: RealAbsence): readonly Window[] {
  return matchedWindows(history, found, absence).from.map((from) => ({
    from,
    logRatio: flowFrom(history, absence.person, startOf(from)).logRatio,
  }));
}

function caseAt(
  history: History,
  team: ReturnType<typeof teamDays>,
  of: {
    readonly person: PersonIndex;
    readonly from: number;
    readonly to: number;
    readonly windows: readonly Window[];
    readonly visibilityFloor: number;
  },
): StudyCase | 'hidden' | 'tooLittle' {
  const { person, from, windows } = of;
  const moment = startOf(from);
  const { dependence, gate, visibility } = dependenceAt(history, person, moment);
  if (dependence === null || gate === null || visibility === null) return 'tooLittle';
  if (visibility < of.visibilityFloor) return 'hidden';
  const flow = flowFrom(history, person, moment);
  const others = windows.filter((window) => Math.abs(window.from - from) >= DAYS_OF_FORTNIGHT);
  const usually = others.reduce((sum, { logRatio }) => sum + logRatio, 0) / (others.length + PSEUDO_WINDOWS);
  return {
    person,
    from,
    dependence,
    gate,
    visibility,
    replay: replayedShare(history, person, moment),
    ...sharesBefore(history, team, person, from),
    usual: flow.usual,
    landed: flow.landed,
    outcome: flow.outcome,
    y: flow.logRatio - usually,
    windows: others.length,
    touchesHolidays: touchesHolidays(from, of.to),
    byAuthor: contrastAt(history, person, moment, byAuthor),
    byArea: contrastAt(history, person, moment, byArea),
  };
}

/** Share of teammates' changes of the last 8 weeks that the replay leaves when whoever has spare capacity steps in. */
function replayedShare(history: History, person: PersonIndex, moment: number): number | null {
  const replayed = replayChanges(history, person, moment);
  return replayed.length === 0 ? null : replayed.filter(({ fate }) => fate === 'left').length / replayed.length;
}

/** The person is away on none of its days, and the history knows the 56 days before it and all of its own. */
function isWhole(history: History, found: readonly RealAbsence[], person: PersonIndex, from: number): boolean {
  const isKnown = startOf(from - WORK_DAYS) >= (history.began ?? Number.POSITIVE_INFINITY);
  const isOver = startOf(from + DAYS_OF_FORTNIGHT) <= history.until;
  return isKnown && isOver && isPresent(found, person, from, from + DAYS_OF_FORTNIGHT);
}
