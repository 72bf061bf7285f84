import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { MoveOutcome, MovesCheck, MovesPromise, PromisedMove } from '../../domain/moves-promise.ts';
import { people, type Share } from '../../domain/report.ts';
import { wilson } from '../../domain/wilson.ts';
import { DAY } from '../../domain/window.ts';

import { changeEvidence } from '../change-evidence.ts';
import { dependenceAt, teammatesChanges, VISIBILITY_FLOOR, WORK_DAYS } from '../dependence.ts';
import { dependenceShare } from '../dependence-share.ts';
import { asOne, type History, type PersonIndex } from '../history.ts';

import { LEAST_CHANGES } from '../is-studied.ts';
import { isCovered, type Route, regularAuthors } from './scope.ts';

/** With fewer changes nothing is said of a move. */
export const ENOUGH_SINCE = 5;
const KEPT = 0.8;
const NOT_YET = 0.2;

/**
 * What became of a promise: of the changes in each move's scope that landed between the promise and `now` (seconds), how
 * many landed without the person. It counts who landed, not whether anybody decided anything: a lead who was merely busy
 * elsewhere keeps a promise as well.
 */
export function checkMoves(history: History, promise: MovesPromise, now: number): MovesCheck {
  const from = Date.parse(promise.from) / 1000;
  const group = promise.away.map((one) => placeOf(history, one) ?? unknown(one.name));
  const joined = asOne(history, group);
  const person = group[0] ?? -1;
  const regular = regularAuthors(joined, from);
  const since = teammatesChanges(joined, person, from, now);
  const before = promise.dependence;
  const dependence = dependenceAt(joined, person, now);
  const isSeen =
    dependence.changes >= LEAST_CHANGES && (dependence.visibility ?? 0) >= VISIBILITY_FLOOR && !dependence.isCutOff;
  return {
    repositories: [...promise.repositories],
    away: people(group.map((one) => history.people[one]?.name ?? '')),
    from,
    until: now,
    target: promise.target,
    earlier: { share: before.before, low: before.low, high: before.high, of: before.changes },
    now: isSeen ? dependenceShare(dependence) : null,
    isMixed: now - from < WORK_DAYS * DAY,
    moves: promise.moves.map((move) => {
      const route = routeOf(joined, move);
      const covered = route === null ? [] : since.filter((change) => isCovered(change, route, regular));
      const known = covered.filter(({ lander }) => lander !== null);
      const without = known.filter(({ lander }) => lander !== person);
      const share = wilson(without.length, known.length);
      return {
        kind: move.kind,
        receiver: people([move.receiver.name]),
        scope: {
          authors: move.authors,
          author: people(move.author === null ? [] : [move.author.name]),
          repository: move.repository,
          area: move.area,
        },
        promised: move.promised,
        before: wilson(move.without_before, move.known_before),
        since: share,
        byReceiver: without.filter(({ lander }) => lander === route?.receiver).length,
        unknown: covered.length - known.length,
        outcome: route === null ? 'cannot-tell' : outcomeOf(share),
        ...changeEvidence(covered),
      };
    }),
    notes: [],
  };
}

function outcomeOf(share: Share | null): MoveOutcome {
  if (share === null || share.of < ENOUGH_SINCE) return 'too-early';
  return share.share >= KEPT ? 'kept' : share.share <= NOT_YET ? 'not-yet' : 'partly';
}

/** Null where somebody or the area is not in the history any more: areas follow from files, and files move. */
function routeOf(history: History, { receiver, authors, author, repository, area }: PromisedMove): Route | null {
  const place = history.areas.findIndex((one) => one.repository === repository && one.area === area);
  const [who, whose] = [placeOf(history, receiver), author === null ? null : placeOf(history, author)];
  if (who === null || (author !== null && whose === null) || (area !== null && place < 0)) return null;
  return {
    receiver: who,
    scope: { authors: authors === 'author' ? (whose ?? -1) : authors, area: area === null ? null : place },
  };
}

/** By id; else, because ids follow from names and addresses, by a name that only one person has. */
function placeOf(history: History, { id, name }: { readonly id: string; readonly name: string }): PersonIndex | null {
  const same = history.people.findIndex(({ person }) => person === id);
  if (same >= 0) return same;
  const [only, other] = history.people.flatMap((one, place) => (one.name === name ? [place] : []));
  return only === undefined || other !== undefined ? null : only;
}

function unknown(name: string): never {
  throw new FortnightError('promise-unknown', `The promise was made for ${name}, whom this history does not know.`, {
    hint: 'Check it in the repositories it was made for; if people were joined or split since, name them anew in the file.',
    exitCode: EXIT.usage,
  });
}
