import type { SpareChange } from '../../domain/coding-log.ts';

/** What is asked about at most: what nobody answered in time is let go, so that nothing piles up. */
export const ASKED_AT_MOST = 5;

/** Of the changes in areas others could own: how many are answered for, and the newest of those that are not. */
export function askAbout(
  spare: readonly SpareChange[],
  answered: ReadonlySet<string>,
  most = ASKED_AT_MOST,
): { readonly answered: number; readonly unanswered: number; readonly asked: readonly SpareChange[] } {
  const open = spare.filter(({ change }) => !answered.has(change));
  const newest = open.toSorted((a, b) => order(b.landed, a.landed) || order(a.change, b.change));
  return { answered: spare.length - open.length, unanswered: open.length, asked: newest.slice(0, most) };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
