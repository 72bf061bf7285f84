import { DAY } from '../domain/window.ts';
import type { OwnAbsence } from './bands.ts';
import { startOf } from './calendar.ts';
import { dependenceAt, VISIBILITY_FLOOR } from './dependence.ts';
import { DAYS_OF_FORTNIGHT, flowFrom } from './flow.ts';
import type { History, PersonIndex } from './history.ts';
import { isStudied } from './is-studied.ts';
import type { RealAbsence } from './real-absence.ts';

/**
 * The past of one person as {@link OwnAbsence}s: those of `found` whose first 14 days were over at `moment` (seconds since
 * 1970), each with what teammates' work did in them and with D just before, where enough of the landing was seen.
 */
export function ownPast(
  history: History,
  found: readonly RealAbsence[],
  person: PersonIndex,
  moment: number,
): readonly OwnAbsence[] {
  return found
    .filter((absence) => absence.person === person && startOf(absence.from) + DAYS_OF_FORTNIGHT * DAY <= moment)
    .map((absence) => {
      const began = startOf(absence.from);
      const { visibility, dependence } = dependenceAt(history, person, began);
      return {
        absence,
        outcome: isStudied(history, absence) ? flowFrom(history, person, began).outcome : null,
        dependence: (visibility ?? 0) < VISIBILITY_FLOOR ? null : dependence,
      };
    });
}
