import type { Door } from './door.ts';
import { type Refusal, refusal } from './refusal.ts';

/** What of a request decides whether it is answered at all. Header values as sent; null where there is none. */
export interface Knock {
  readonly method: string;
  /** Path alone, still encoded. */
  readonly path: string;
  /** Characters of the whole address, its query too. */
  readonly addressLength: number;
  readonly host: string | null;
  readonly origin: string | null;
  /** `Sec-Fetch-Site`: only a browser sends it, and no script can forge it. */
  readonly site: string | null;
  readonly contentType: string | null;
  readonly contentLength: string | null;
  readonly cookie: string | null;
}

/** Bytes of a body: a deed is told names and a few words. */
export const LARGEST_BODY = 64 * 1024;
/** Characters of an address: fifty people by name, each as long as a name may be. */
const LONGEST_ADDRESS = 32 * 1024;

/** The address at which a guest without a cookie is let in. */
export const ENTER = '/api/enter';

const HOW_TO_ENTER =
  'Open the address that `fortnight serve` printed in its terminal; Enter pressed there gives a new one.';

/**
 * Every request passes these, one after the other, before anything is looked up; the first that refuses is the answer. None
 * of them can be passed by another page in the same browser: it can neither name our host, nor leave out where it comes
 * from, nor send the cookie.
 */
const CHECKS: readonly ((knock: Knock, gate: Gate) => Refusal | null)[] = [
  // A name that leads here (DNS rebinding) is not our name.
  ({ host }, { port }) =>
    host !== null && hostsOf(port).includes(host)
      ? null
      : refusal(403, 'foreign-host', 'This server answers to its own address alone.', HOW_TO_ENTER),

  // A page of another origin says so, whatever it asks.
  ({ origin }, { port }) =>
    origin === null || originsOf(port).includes(origin)
      ? null
      : refusal(403, 'foreign-origin', 'Another page asked for this, and is not answered.', HOW_TO_ENTER),

  // Also where no Origin is sent: reading by <img>, <script>, a link, a prefetch. `same-site` is another port of this host.
  ({ site }) =>
    site === null || site === 'same-origin' || site === 'none'
      ? null
      : refusal(
          403,
          'foreign-page',
          'Another page led here, and is not answered.',
          `Copy the address into the address bar. ${HOW_TO_ENTER}`,
        ),

  // What a person types into the address bar can only be read.
  ({ site, method }) =>
    site === 'none' && !isReading(method)
      ? refusal(403, 'foreign-page', 'Only the page of Fortnight can have something done.', HOW_TO_ENTER)
      : null,

  ({ method }) =>
    isReading(method) || method === 'POST'
      ? null
      : refusal(
          405,
          'method',
          'This server knows GET, HEAD and POST alone.',
          'See /api/openapi.json for what can be asked.',
        ),

  ({ addressLength }) =>
    addressLength <= LONGEST_ADDRESS
      ? null
      : refusal(431, 'long-address', 'The address is too long.', 'Name fewer people, by shorter names.'),

  // Everything that tells of a repository is behind the cookie; the page itself and its files tell nothing.
  ({ path, cookie }, { door, port }) =>
    !path.startsWith('/api') ||
    path === ENTER ||
    (cookie !== null && door.knows(cookieIn(cookie, cookieName(port)) ?? ''))
      ? null
      : refusal(403, 'locked', 'This browser has not been let in, or the server was started anew.', HOW_TO_ENTER),

  // A form of another page cannot send this type.
  ({ method, contentType }) =>
    isReading(method) || /^application\/json\s*(;|$)/i.test(contentType ?? '')
      ? null
      : refusal(415, 'content-type', 'The body must be of the type application/json.', 'See /api/openapi.json.'),

  ({ contentLength }) =>
    contentLength === null || Number(contentLength) <= LARGEST_BODY
      ? null
      : refusal(413, 'large-body', `The body is larger than ${LARGEST_BODY / 1024} KiB.`, 'Send less.'),
];

/** What the checks know of the server. */
export interface Gate {
  readonly port: number;
  readonly door: Door;
}

/** Why a request is not even looked at; null when it may go on. */
export function refused(knock: Knock, gate: Gate): Refusal | null {
  for (const check of CHECKS) {
    const found = check(knock, gate);
    if (found !== null) return found;
  }
  return null;
}

/** Cookies know no ports: the name keeps several servers on one host apart. */
export const cookieName = (port: number): string => `fortnight-${port}`;

/** The cookie of a guest: unseen by scripts, sent to us by our own page alone, gone with the browser. */
export function cookieHeader(port: number, value: string): string {
  return `${cookieName(port)}=${value}; Path=/; HttpOnly; SameSite=Strict`;
}

const hostsOf = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`];
const originsOf = (port: number): readonly string[] => hostsOf(port).map((host) => `http://${host}`);
const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD';

function cookieIn(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
