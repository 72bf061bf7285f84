import type { MovesPromise, PromisedMove } from '../../domain/moves-promise.ts';
import { DAY } from '../../domain/window.ts';
import { AUTHOR_DAYS } from '../dependence.ts';
import type { History, PersonIndex } from '../history.ts';
import type { PlannedMoves } from './plan.ts';

/** All of the changes in the scope of a move shall land without the person; `moves check` calls four fifths kept. */
const PROMISED = 1;

/** What is kept of a plan; null of a plan without a move. `group` is everybody away, by place. */
export function promiseOf(
  history: History,
  group: readonly PersonIndex[],
  { plan, routes }: PlannedMoves,
): MovesPromise | null {
  const { before, after } = plan;
  if (before === null || after === null || plan.moves.length === 0) return null;
  const who = (person: PersonIndex) => {
    const { person: id = '', name = '' } = history.people[person] ?? {};
    return { id, name };
  };
  return {
    fortnight: 'moves/1',
    from: instant(plan.moment),
    window: { since: instant(plan.moment - AUTHOR_DAYS * DAY), until: instant(plan.moment) },
    repositories: [...plan.repositories],
    away: group.map(who),
    target: plan.target,
    dependence: {
      before: rounded(before.share),
      low: rounded(before.low),
      high: rounded(before.high),
      after: rounded(after.share),
      changes: before.of,
    },
    moves: plan.moves.map((move, i): PromisedMove => {
      const authors = routes[i]?.scope.authors;
      return {
        kind: move.kind,
        receiver: who(routes[i]?.receiver ?? -1),
        authors: move.scope.authors,
        author: typeof authors === 'number' ? who(authors) : null,
        repository: move.scope.repository,
        area: move.scope.area,
        covers: move.covers.recent,
        of: move.share.of,
        low: rounded(move.share.low),
        high: rounded(move.share.high),
        known_before: move.before.of,
        without_before: move.before.without,
        promised: PROMISED,
        a_week: move.load.median,
        busiest_week: move.load.busiest,
        learn_changes: move.learns.changes,
        removes: rounded(move.removes.last),
      };
    }),
  };
}

const instant = (seconds: number): string => new Date(seconds * 1000).toISOString();
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
