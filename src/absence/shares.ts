import { firstAt } from './dependence.ts';
import type { History, PersonIndex } from './history.ts';

/** Of the changes that landed in a stretch, how many there are and how many somebody wrote, landed or reviewed. */
export interface Part {
  readonly changes: number;
  readonly authored: number;
  readonly landed: number;
  readonly reviewed: number;
}

/** Anybody's part in any stretch [from, to) of seconds, for a look-up each: made once per history. */
export function partsOf(history: History): (person: PersonIndex, from: number, to: number) => Part {
  const times = () => history.people.map((): number[] => []);
  const [authored, landed, reviewed] = [times(), times(), times()];
  for (const { authors, lander, approvers, landedAt } of history.changes) {
    for (const author of authors) authored[author]?.push(landedAt);
    if (lander !== null) landed[lander]?.push(landedAt);
    for (const approver of approvers) reviewed[approver]?.push(landedAt);
  }
  return (person, from, to) => {
    const count = (times: readonly number[] = []) => firstFrom(times, to) - firstFrom(times, from);
    return {
      changes: firstAt(history.changes, to) - firstAt(history.changes, from),
      authored: count(authored[person]),
      landed: count(landed[person]),
      reviewed: count(reviewed[person]),
    };
  };
}

/** Place of the first of some ascending numbers that is not below a number. */
export function firstFrom(numbers: readonly number[], from: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
