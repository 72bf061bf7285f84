import type { SpareChange } from '../../domain/coding-log.ts';

/** What is asked about at most: what nobody answered in time is let go, so that nothing piles up. */
const ASKED_AT_MOST = 5;

/** Of the changes in areas others could own, newest first: how many are answered for, and the newest of those that are not. */
export function askAbout(
  spare: readonly SpareChange[],
  answered: ReadonlySet<string>,
  most = ASKED_AT_MOST,
): { readonly answered: number; readonly unanswered: number; readonly asked: readonly SpareChange[] } {
  const open = spare.filter(({ change }) => !answered.has(change));
  return { answered: spare.length - open.length, unanswered: open.length, asked: open.slice(0, most) };
}
