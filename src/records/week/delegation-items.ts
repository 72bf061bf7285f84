import type { DelegationAlert, DelegationTold } from '../../domain/delegations.ts';
import { shellWord } from '../../domain/shell-word.ts';
import type { WeekItem } from '../../domain/week-review.ts';

/** What the lead promised and is to hold: alerts in their order, then talks whose day it is. */
export function delegationItems(alerts: readonly DelegationAlert[], told: readonly DelegationTold[]): WeekItem[] {
  const now = told.filter(({ checkIns }) => checkIns.some(({ state }) => state === 'now'));
  return [
    ...alerts.map((alert) =>
      itemOf(alert.id, alert.title, alert.text, alert.since, SETTLES[alert.kind](alert.id), alert),
    ),
    ...now.map(({ record, checkIns }) => {
      const on = checkIns.find(({ state }) => state === 'now')?.on ?? null;
      return itemOf(
        record.id,
        record.title,
        'It is the day to talk about it.',
        on,
        SETTLES['missed-check-in'](record.id),
      );
    }),
  ];
}

const SETTLES: Readonly<Record<DelegationAlert['kind'], (id: string) => readonly string[]>> = {
  'take-back': (id) => [`fortnight delegate take-back ${shellWord(id)} --because "…"`],
  'missed-check-in': (id) => [`fortnight delegate check-in ${shellWord(id)}`],
  overdue: (id) => [`fortnight delegate done ${shellWord(id)}`, `fortnight delegate set ${shellWord(id)} --due +2w`],
};

function itemOf(
  id: string,
  title: string,
  because: string,
  since: string | null,
  settle: readonly string[],
  alert?: Pick<DelegationAlert, 'changes'>,
): WeekItem {
  return {
    record: { kind: 'delegation', id },
    title,
    because: [because],
    since,
    settle: [...settle],
    opens: `fortnight delegate show ${shellWord(id)}`,
    evidence: alert?.changes.map(({ evidence }) => evidence) ?? [],
  };
}
