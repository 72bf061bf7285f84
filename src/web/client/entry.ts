/** Where a fragment carries what lets this browser in; good once. */
const TOKEN = /^#token=([A-Za-z0-9_-]{1,200})$/;

let door: Promise<void> = Promise.resolve();

/** Done once this browser was let in, or was not: nothing is asked before. */
export const atTheDoor = (): Promise<void> => door;

/** The token of an address's fragment; null where there is none. */
export const tokenIn = (hash: string): string | null => TOKEN.exec(hash)?.[1] ?? null;

/**
 * Takes the token out of the address before anything can read, keep or share it, and hands it in for a cookie. A token that
 * is not good is no error here: the first question is refused then, and the page says what to do.
 */
export function enter(): void {
  const token = tokenIn(window.location.hash);
  if (token === null) return;
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  door = fetch('/api/enter', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  }).then(
    () => undefined,
    () => undefined,
  );
}
