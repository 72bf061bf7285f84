import type { Move, MoveKind, MoveScope } from '../domain/moves.ts';
import { type Inline, strong } from '../domain/page.ts';
import type { PeopleCell } from '../domain/report.ts';
import { counted, listed } from '../domain/words.ts';
import { areaText } from './figures.ts';

/** What of a move its sentence needs: a planned one and a promised one alike. */
export interface ToldMove {
  readonly kind: MoveKind;
  readonly receiver: PeopleCell;
  readonly scope: MoveScope;
}

/** A move as one imperative sentence. */
export function moveSentence(
  move: ToldMove & Partial<Pick<Move, 'learns'>>,
  away: PeopleCell,
  isOfSeveral: boolean,
): Inline {
  const who = strong(listed(move.receiver.people));
  const [what, person] = [coverWords(move, isOfSeveral), listed(away.people)];
  if (move.kind === 'landing-rights') return ['Let ', who, ` land ${what} without waiting for ${person}.`];
  if (move.kind === 'review-shift') return ['Let ', who, ` land ${what} instead of ${person}.`];
  const together = move.learns === undefined ? 'first' : `on the next ${counted(move.learns.changes, 'change')}`;
  return ['Pair ', who, ` with ${person} ${together}, then let them land ${what}.`];
}

/** Which changes it re-routes. */
function coverWords({ scope }: ToldMove, isOfSeveral: boolean): string {
  const where = scope.area === null ? '' : ` in ${placeWords(scope, isOfSeveral)}`;
  switch (scope.authors) {
    case 'own':
      return `their own changes${where}`;
    case 'author':
      return `the changes of ${listed(scope.author.people)}${where}`;
    case 'occasional':
      return `the changes of occasional authors${where}`;
    case 'everybody':
      return `others' changes${where}`;
  }
}

const placeWords = ({ repository, area }: MoveScope, isOfSeveral: boolean): string =>
  areaText(isOfSeveral ? `${repository}: ${area}` : (area ?? ''));

/** What a receiver has to learn, in words; nothing where there is nothing. */
export function learningWords({ learns }: Pick<Move, 'learns'>): string {
  const what = [
    ...(learns.landing ? ['landing'] : []),
    ...(learns.areas.length > 0 ? [listed(learns.areas.map((area) => areaText(area)))] : []),
  ];
  return listed(what);
}
