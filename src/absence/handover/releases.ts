import type { ReleaseCadence } from '../../domain/deputies.ts';
import type { HandoverItem } from '../../domain/handover.ts';
import { DAY } from '../../domain/window.ts';
import { calendarDay, duration, numeral } from '../../domain/words.ts';
import { activePeople } from '../active-people.ts';
import { startOf } from '../calendar.ts';
import { releaseCadences } from '../release-cadence.ts';
import type { HandoverInput } from './input.ts';

/**
 * Releases that would fall into the absence if they came as they have come, where the person makes them: the last one plus
 * the middle half of the pauses before. A cadence is a habit, not a plan; where the team has a date, the date counts.
 */
export function releaseItems(input: HandoverInput): readonly HandoverItem[] {
  const { history, person, moment } = input;
  const cadences = releaseCadences(history, person, moment, activePeople(history, person, moment));
  return cadences.flatMap((cadence) => {
    const due = dueWords(input, cadence);
    return due === null || (cadence.byPerson === 0 && cadence.others.people.length > 0)
      ? []
      : [itemOf(input, cadence, due)];
  });
}

/** When the next would come; null when the habit points to no day of the absence. */
function dueWords({ from, days, moment }: HandoverInput, { nextBetween, cadence }: ReleaseCadence): string | null {
  if (nextBetween === null || cadence === null) return null;
  const { from: early, until: late } = nextBetween;
  if (late <= moment) return `by that cadence the next is due since ${calendarDay(late)}`;
  if (early < startOf(from + days) && late > startOf(from)) {
    return `by that cadence the next falls between ${calendarDay(Math.max(early, moment))} and ${calendarDay(late)}`;
  }
  return cadence <= days * DAY ? 'by that cadence one or more fall into the absence' : null;
}

function itemOf({ repositories }: HandoverInput, cadence: ReleaseCadence, due: string): HandoverItem {
  const { repository, releases, byPerson, lastAt, others, notSeenLately, evidence, evidenceTotal } = cadence;
  const which = repositories.length > 1 ? ` of ${repository}` : '';
  const isAlone = others.people.length === 0;
  const nobody =
    notSeenLately.people.length === 0
      ? ' No other person was seen releasing.'
      : ' Others have released, and were not seen in the last four weeks.';
  return {
    id: `release/${repository}`,
    kind: 'release',
    text: isAlone
      ? `Release${which} before you leave, or show somebody how.`
      : `Say who makes the next release${which}, and from which state.`,
    because:
      `The last ${numeral(releases)} releases came ${duration(cadence.cadence ?? 0)} apart (median), you made ${numeral(byPerson)} of them; ` +
      `after the last on ${calendarDay(lastAt ?? 0)} ${due}.${isAlone ? nobody : ''}`,
    role: isAlone ? '' : 'Have released',
    who: others,
    evidence: evidence.slice(0, 3),
    evidenceTotal,
  };
}
