/** What a link may name of a change. */
interface Named {
  readonly change: string;
  /** Its commits. */
  readonly ids: readonly string[];
  /** Of its request; null where the history names none. */
  readonly number: number | null;
}

/**
 * Whether a change is one of those that are linked: by the beginning of a commit id (seven digits and more), by the number of its
 * request (`#12`, `!12`), or by the address of either on a forge. An issue is no change, and names none.
 */
export function linkMatcher(links: readonly string[]): (change: Named) => boolean {
  const numbers = new Set<number>();
  const ids: string[] = [];
  for (const link of links) {
    const text = link.trim();
    const request = /^[#!]?(\d{1,9})$/.exec(text) ?? REQUEST.exec(text);
    const id = /^([0-9a-f]{7,64})$/i.exec(text) ?? COMMIT.exec(text);
    // Seven digits and more may be either; a request that far up is rare, and a commit is still found by more of it.
    if (request?.[1] !== undefined) numbers.add(Number(request[1]));
    if (id?.[1] !== undefined) ids.push(id[1].toLowerCase());
  }
  return ({ change, ids: own, number }) =>
    (number !== null && numbers.has(number)) || ids.some((id) => [change, ...own].some((one) => one.startsWith(id)));
}

const REQUEST = /^https?:\/\/[^\s?#]+\/(?:pull|pulls|merge_requests|pull-requests|pullrequest)\/(\d{1,9})(?:[/?#]|$)/;
const COMMIT = /^https?:\/\/[^\s?#]+\/commits?\/([0-9a-f]{7,64})(?:[/?#]|$)/i;
