import { DAY } from '../../domain/window.ts';
import { AUTHOR_DAYS, landedBetween, streamOf } from '../dependence.ts';
import type { AreaIndex, History, LandedChange, PersonIndex } from '../history.ts';

/** Authors with at most so many changes in 182 days are *occasional*: landing rights for them would mean little. */
export const OCCASIONAL = 2;

/** Which teammates' changes a move re-routes, by places of a {@link History}. */
export interface Scope {
  /** `own`: those whose first author is the receiver. */
  readonly authors: 'own' | 'occasional' | 'everybody' | PersonIndex;
  /** Changes that touch this area; null: anywhere. */
  readonly area: AreaIndex | null;
}

/** A move by places: who receives what. What it is called and costs is another matter. */
export interface Route {
  readonly receiver: PersonIndex;
  readonly scope: Scope;
}

/** Whose streams had at most {@link OCCASIONAL} changes in the 182 days before `moment`; who had none counts as well. */
export function regularAuthors(history: History, moment: number): ReadonlySet<PersonIndex> {
  const counts = new Map<PersonIndex, number>();
  for (const change of landedBetween(history, moment - AUTHOR_DAYS * DAY, moment)) {
    counts.set(streamOf(change), (counts.get(streamOf(change)) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > OCCASIONAL).map(([author]) => author));
}

/**
 * Whether a change is of the kind a move re-routes, whoever landed it. The receiver's own changes belong to landing
 * rights alone: nobody lands their own by taking over those of others.
 */
export function isCovered(
  change: LandedChange,
  { receiver, scope }: Route,
  regular: ReadonlySet<PersonIndex>,
): boolean {
  if (scope.area !== null && !change.areas.includes(scope.area)) return false;
  const author = streamOf(change);
  if (scope.authors === 'own') return author === receiver;
  if (change.authors.includes(receiver)) return false;
  if (scope.authors === 'everybody') return true;
  return scope.authors === 'occasional' ? !regular.has(author) : author === scope.authors;
}

/**
 * The counterfactual: what the moves cover of the 182 days before `moment` was landed by their receivers instead of the
 * person away. Where several cover a change, the first of them takes it. Nothing else is changed: who reviewed, when it
 * landed and whether it would have landed stay as they were, which is the weakness of every counterfactual.
 */
export function applyRoutes(history: History, person: PersonIndex, moment: number, routes: readonly Route[]): History {
  const regular = regularAuthors(history, moment);
  const since = moment - AUTHOR_DAYS * DAY;
  const changes = history.changes.map((change) => {
    if (change.landedAt < since || change.landedAt >= moment) return change;
    if (change.lander !== person || change.authors.includes(person)) return change;
    const route = routes.find((one) => isCovered(change, one, regular));
    return route === undefined ? change : { ...change, lander: route.receiver };
  });
  return { ...history, changes };
}
