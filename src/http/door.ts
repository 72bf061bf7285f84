import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds in which a link must be opened. */
export const LINK_SECONDS = 3600;
/** Links that wait to be opened, and browsers that were let in; the oldest goes. */
const MOST = 20;

/**
 * Who may ask. A link carries a token that is good once; whoever brings it is given the value of a cookie, good for as long
 * as the server runs. Both are 256 random bits; hashes are kept, and compared in a time that tells nothing.
 */
export class Door {
  readonly #now: () => number;
  #links: { readonly hash: Buffer; readonly until: number }[] = [];
  #guests: Buffer[] = [];

  /** `now` in seconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A new token for a link. */
  invite(): string {
    const token = secret();
    this.#links = [...this.#links, { hash: hashOf(token), until: this.#now() + LINK_SECONDS }].slice(-MOST);
    return token;
  }

  /** Takes a token back for the value of a cookie; null when there is no such token, or not any more. */
  enter(token: string): string | null {
    const hash = hashOf(token);
    const now = this.#now();
    const fits = this.#links.filter((link) => timingSafeEqual(link.hash, hash) && now < link.until);
    if (fits.length === 0) return null;
    this.#links = this.#links.filter((link) => !fits.includes(link));
    const guest = secret();
    this.#guests = [...this.#guests, hashOf(guest)].slice(-MOST);
    return guest;
  }

  /** Whether the value of a cookie was given by {@link enter}. */
  knows(cookie: string): boolean {
    const hash = hashOf(cookie);
    return this.#guests.filter((guest) => timingSafeEqual(guest, hash)).length > 0;
  }
}

const secret = (): string => randomBytes(32).toString('base64url');
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
