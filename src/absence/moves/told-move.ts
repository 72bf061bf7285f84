import type { Move, MoveScope } from '../../domain/moves.ts';
import { people } from '../../domain/report.ts';
import { wilson } from '../../domain/wilson.ts';
import { DAY } from '../../domain/window.ts';
import { changeEvidence } from '../change-evidence.ts';
import { AUTHOR_DAYS, teammatesChanges } from '../dependence.ts';
import type { History, PersonIndex } from '../history.ts';
import { type Option, perWeek } from './option.ts';
import { isCovered, type Route, regularAuthors, type Scope } from './scope.ts';

/** What the other moves of a plan make of one. */
export interface Weighed {
  readonly alone: number;
  readonly last: number;
  readonly after: number;
}

/** A chosen move as it is told: names for places, and its figures. `work` is how many teammates' changes 56 days had. */
export function toldMove(
  history: History,
  person: PersonIndex,
  moment: number,
  option: Option,
  { alone, last, after }: Weighed,
  work: number,
): Move {
  const weeks = [...perWeek(option.work, moment)].sort((a, b) => a - b);
  const middle = weeks.length / 2;
  return {
    kind: option.kind,
    receiver: nameCell(history, option.receiver),
    scope: toldScope(history, option.scope),
    covers: { half_year: option.changes.length, recent: option.work.length },
    share: wilson(option.work.length, work) ?? { share: 0, low: 0, high: 0, of: 0 },
    before: landedWithout(history, person, moment, option),
    removes: { alone: atLeastZero(alone), last: atLeastZero(last) },
    after: Math.min(1, atLeastZero(after)),
    load: { median: ((weeks[middle - 1] ?? 0) + (weeks[middle] ?? 0)) / 2, busiest: weeks.at(-1) ?? 0 },
    learns: {
      changes: option.learns.changes,
      landing: option.learns.landing,
      areas: option.learns.areas.map((area) => history.areas[area]?.area ?? ''),
    },
    ...changeEvidence(option.changes),
  };
}

const atLeastZero = (value: number): number => Math.max(0, value);

/** One name, as a set. */
const nameCell = (history: History, person: PersonIndex) => people([history.people[person]?.name ?? '']);

/** A scope in names. */
function toldScope(history: History, { authors, area }: Scope): MoveScope {
  const place = area === null ? undefined : history.areas[area];
  return {
    authors: typeof authors === 'number' ? 'author' : authors,
    author: typeof authors === 'number' ? nameCell(history, authors) : people([]),
    repository: place?.repository ?? null,
    area: place?.area ?? null,
  };
}

/** Of teammates' changes in the scope whose lander is known, in the 182 days before, those landed without the person. */
function landedWithout(history: History, person: PersonIndex, moment: number, route: Route) {
  const regular = regularAuthors(history, moment);
  const known = teammatesChanges(history, person, moment - AUTHOR_DAYS * DAY, moment).filter(
    (change) => change.lander !== null && isCovered(change, route, regular),
  );
  return { without: known.filter(({ lander }) => lander !== person).length, of: known.length };
}
