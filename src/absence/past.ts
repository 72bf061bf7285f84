import type { NotCompared, PastAbsence, PastAbsences } from '../domain/past-absence.ts';
import { people } from '../domain/report.ts';
import { wilson } from '../domain/wilson.ts';
import { DAY } from '../domain/window.ts';
import { startOf } from './calendar.ts';
import { changeEvidence } from './change-evidence.ts';
import { dependenceAt, teammatesChanges, VISIBILITY_FLOOR, WORK_DAYS } from './dependence.ts';
import { dependenceShare } from './dependence-share.ts';
import { findAbsences } from './find-absences.ts';
import { DAYS_OF_FORTNIGHT, flowFrom, matchedWindows } from './flow.ts';
import type { History, PersonIndex } from './history.ts';
import { historyUntil } from './history-until.ts';
import { notStudiedBecause } from './is-studied.ts';
import { quantile } from './quantile.ts';
import type { RealAbsence } from './real-absence.ts';
import { steppedIn } from './stepped-in.ts';
import { waitedOf } from './waited.ts';

/** With more others away at once nobody could tell whose absence it was. */
const MOST_OTHERS_AWAY = 1;
const FORTNIGHT = DAYS_OF_FORTNIGHT * DAY;

/**
 * What teammates' work did in and around every silence of a person before a moment (seconds); see {@link findAbsences} for
 * what is one. It is evidence of this person, too little to calibrate anything by, and says nothing of why they were
 * silent. Ask of several people by `asOne`: then it is about the silence of all of them at once. `found`: everybody's
 * absences before the moment, where they are known already.
 */
export function pastAbsences(
  history: History,
  person: PersonIndex,
  moment: number,
  found: readonly RealAbsence[] = findAbsences(historyUntil(history, moment)),
): PastAbsences {
  const known = historyUntil(history, moment);
  const own = found.filter((absence) => absence.person === person).reverse();
  return {
    person: history.people[person]?.name ?? '',
    moment,
    absences: own.map((absence) => pastAbsence(known, found, absence)),
  };
}

function pastAbsence(history: History, found: readonly RealAbsence[], absence: RealAbsence): PastAbsence {
  const { person, from, to, businessDays, kind, touchesHolidays, othersAway } = absence;
  const [began, back] = [startOf(from), to === null ? null : startOf(to)];
  const landed = (since: number, until: number) => teammatesChanges(history, person, since, until);
  const { usual, outcome } = flowFrom(history, person, began);
  const isOver = began + FORTNIGHT <= history.until;
  const during = landed(began, began + FORTNIGHT);
  const after = back === null || back + FORTNIGHT > history.until ? null : landed(back, back + FORTNIGHT);
  const notStudied = notStudiedBecause(history, absence);
  return {
    from: began,
    to: back,
    businessDays,
    kind,
    touchesHolidays,
    othersAway,
    notStudied,
    notCompared: notComparedBecause(absence, isOver, notStudied !== null),
    flow: {
      usual,
      landed: isOver ? during.length : null,
      after: after?.length ?? null,
      outcome: isOver && notStudied === null ? outcome : null,
    },
    waited: {
      before: waitedOf(landed(began - WORK_DAYS * DAY, began)),
      during: waitedOf(landed(began, back ?? history.until)),
      after: after === null ? null : waitedOf(after),
    },
    back: back === null ? null : landedBack(history, person, back),
    present: presentOf(history, found, absence),
    steppedIn: whoSteppedIn(history, absence),
    ...gateAt(history, person, began),
    ...changeEvidence(during),
  };
}

/** As the bands compare them; that D was another then is for them to say. */
function notComparedBecause(absence: RealAbsence, isOver: boolean, isUnstudied: boolean): NotCompared | null {
  if (!isOver || absence.kind === 'ongoing') return 'not-over';
  if (absence.kind !== 'temporary') return 'not-temporary';
  if (absence.touchesHolidays) return 'holidays';
  if (absence.othersAway > MOST_OTHERS_AWAY) return 'others-away';
  return isUnstudied ? 'not-studied' : null;
}

function landedBack(history: History, person: PersonIndex, back: number): NonNullable<PastAbsence['back']> {
  const changes = teammatesChanges(history, person, back, back + FORTNIGHT);
  const landed = changes.filter(({ lander }) => lander === person);
  const waiting = landed.filter(({ workedAt }) => workedAt !== null && workedAt < back);
  return { landed: landed.length, waiting: waiting.length, ...changeEvidence(waiting) };
}

function presentOf(history: History, found: readonly RealAbsence[], absence: RealAbsence): PastAbsence['present'] {
  const { from, logRatio, shrunk } = matchedWindows(history, found, absence);
  const ratios = from.flatMap((day) => flowFrom(history, absence.person, startOf(day)).ratio ?? []);
  return { windows: from.length, median: quantile(ratios, 0.5), logRatio, shrunk };
}

function whoSteppedIn(history: History, absence: RealAbsence): PastAbsence['steppedIn'] {
  const { people: who, changes } = steppedIn(history, absence);
  return { people: people(who.map((one) => history.people[one]?.name ?? '')), ...changeEvidence(changes) };
}

function gateAt(
  history: History,
  person: PersonIndex,
  moment: number,
): Pick<PastAbsence, 'visibility' | 'gate' | 'dependence'> {
  const dependence = dependenceAt(history, person, moment);
  const { changes, visible, landed, visibility } = dependence;
  const isVisible = visibility !== null && visibility >= VISIBILITY_FLOOR;
  return {
    visibility: wilson(visible, changes),
    gate: isVisible ? wilson(landed, changes) : null,
    dependence: isVisible ? dependenceShare(dependence) : null,
  };
}
