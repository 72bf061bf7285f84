import { dayOf } from './calendar.ts';
import { firstAt } from './dependence.ts';
import type { History } from './history.ts';

/** The history as it was known at a moment (seconds): nothing that came later, and of that day nothing but its changes. */
export function historyUntil(history: History, moment: number): History {
  if (moment >= history.until) return history;
  const today = dayOf(moment);
  const changes = history.changes.slice(0, firstAt(history.changes, moment));
  return {
    ...history,
    changes,
    activity: history.activity.map((own) => own.filter(({ day }) => day < today)),
    releases: history.releases.filter(({ releasedAt }) => releasedAt < moment),
    began: changes[0]?.landedAt ?? null,
    until: moment,
  };
}
