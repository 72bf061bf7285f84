import { daysLater } from '../domain/calendar-day.ts';
import type { DelegationTold } from '../domain/delegations.ts';
import { type CalendarEntry, DELEGATIONS_ID } from './calendar.ts';
import { type RevisedCalendar, reviseCalendar } from './calendar-revision.ts';

/**
 * The check-ins and due days of what is open, as a calendar. An entry is the same by its delegation and its day; the day it is due
 * is the same whenever it is. `earlier` is the calendar it takes the place of.
 */
export const delegationCalendar = (
  delegations: readonly DelegationTold[],
  earlier: string | null,
  { stamp, today }: { readonly stamp: number; readonly today: string },
): RevisedCalendar =>
  reviseCalendar(delegations.filter(({ record }) => record.isOpen).flatMap(entriesOf), earlier, {
    product: DELEGATIONS_ID,
    stamp,
    today,
  });

function entriesOf({ record, to, level, clock, checkIns }: DelegationTold): CalendarEntry[] {
  const who = to ?? 'whoever it was given to';
  const uid = (part: string) => `${record.id}-${part}@delegations.fortnight`;
  const days = [...new Set(checkIns.map(({ on }) => on))];
  const authority = level === null ? [] : [`Level ${level.level}: ${level.meaning}`];
  return [
    ...days.map((on) => ({
      uid: uid(on),
      from: on,
      to: daysLater(on, 1),
      summary: `Check-in with ${who}: ${record.title}`,
      description: [
        'What is done, what is in the way, what is needed? Ask; do not take it back.',
        ...authority,
        `Afterwards: fortnight delegate check-in ${record.id}`,
      ].join('\n'),
      isBusy: false,
    })),
    ...(clock.due === null
      ? []
      : [
          {
            uid: uid('due'),
            from: clock.due,
            to: daysLater(clock.due, 1),
            summary: `Due, with ${who}: ${record.title}`,
            description: ['Is it done?', ...authority, `Then: fortnight delegate done ${record.id}`].join('\n'),
            isBusy: false,
          },
        ]),
  ];
}
