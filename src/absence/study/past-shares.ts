import { dayOf } from '../calendar.ts';
import { GATE_DAYS } from '../dependence.ts';
import type { DayOfActivity, History, PersonIndex } from '../history.ts';

interface Shares {
  readonly commitShare: number;
  readonly mergeShare: number;
}

/** Everybody's commits and merges by day, so that many moments of one history are asked without reading it anew. */
interface TeamDays {
  readonly first: number;
  readonly commits: readonly number[];
  readonly merges: readonly number[];
}

/** Running totals of a team; a clock that was wrong by decades must not cost memory by decades. */
export function teamDays(history: History): TeamDays {
  const last = dayOf(history.until);
  const began = history.activity.reduce((least, own) => Math.min(least, own[0]?.day ?? least), last);
  const first = Math.max(began, last - 366 * 60);
  const commits = new Array<number>(last - first + 2).fill(0);
  const merges = new Array<number>(last - first + 2).fill(0);
  for (const own of history.activity) {
    for (const day of own) {
      const place = day.day - first + 1;
      if (place < 1 || place >= commits.length) continue;
      commits[place] = (commits[place] ?? 0) + day.commits;
      merges[place] = (merges[place] ?? 0) + day.merges;
    }
  }
  return { first, commits: running(commits), merges: running(merges) };
}

/** The person's share of the team's commits and merges in the 91 days before a day; 0 where there were none. */
export function sharesBefore(history: History, team: TeamDays, person: PersonIndex, day: number): Shares {
  const own = (history.activity[person] ?? []).filter((a) => a.day >= day - GATE_DAYS && a.day < day);
  const all = (totals: readonly number[]) => totalAt(team, totals, day) - totalAt(team, totals, day - GATE_DAYS);
  const share = (count: (day: DayOfActivity) => number, of: number) =>
    of === 0 ? 0 : own.reduce((sum, a) => sum + count(a), 0) / of;
  return {
    commitShare: share(({ commits }) => commits, all(team.commits)),
    mergeShare: share(({ merges }) => merges, all(team.merges)),
  };
}

function totalAt(team: TeamDays, totals: readonly number[], day: number): number {
  return totals[Math.min(totals.length - 1, Math.max(0, day - team.first))] ?? 0;
}

function running(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}
