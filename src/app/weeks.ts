import { flowByWeek } from '../absence/flow-by-week.ts';
import { historyUntil } from '../absence/history-until.ts';
import { pastAbsences } from '../absence/past.ts';
import type { Effects } from '../domain/effects.ts';
import { people } from '../domain/report.ts';
import type { Weeks } from '../domain/weeks.ts';
import { listed } from '../domain/words.ts';
import { tellPast } from '../report/absence-told-past.ts';
import { absenceBegins } from './absence.ts';
import { whoIsAway } from './away.ts';
import type { Opened } from './open.ts';

export interface WeeksRequest {
  /** Who is away; empty: the lead. */
  readonly persons: readonly string[];
  /** First day away, as written; null: today, or where the history ends. Nothing from then on is looked at. */
  readonly from: string | null;
  /** At most so many weeks, the last ones. */
  readonly back: number;
}

/** The team's flow by week before an absence begins, with the silences of who is away in it. */
export async function weeks(
  opened: Opened,
  effects: Pick<Effects, 'now'>,
  { persons, from, back }: WeeksRequest,
): Promise<Weeks> {
  const { moment } = absenceBegins(opened, effects, from);
  const away = await whoIsAway(opened, persons, moment);
  const history = historyUntil(away.history, moment);
  const shown = flowByWeek(history, away.person, moment, back);
  const past = pastAbsences(history, away.person, moment);
  const told = tellPast(past).absences;
  const start = shown[0]?.from ?? moment;
  return {
    repositories: [...opened.setting.repositories],
    away: people(away.names),
    who: listed(people(away.names).people),
    moment,
    began: history.began,
    weeks: shown,
    absences: past.absences.flatMap(({ from: began, to, kind, notCompared, flow }, i) =>
      (to ?? moment) <= start
        ? []
        : {
            from: began,
            to,
            kind,
            notCompared,
            outcome: flow.outcome,
            said: `${told[i]?.days}: ${told[i]?.kind}; ${told[i]?.work}`,
          },
    ),
  };
}
