import type { RawRow } from '../../domain/tables.ts';
import { reviewersIn, type Trailer, trailersOfLine, undoneIn } from './body-lines.ts';
import { isFixSubject, isFixTrailer } from './fix.ts';
import {
  closedRequestOfLine,
  forgeOfCommitter,
  mergeRequestOfLine,
  requestOfTrailer,
  type Style,
  styleOfSubject,
} from './styles.ts';
import { writtenTrailers } from './trailers.ts';
import { isRedoSubject, isUndoSubject, requestQuotedBy } from './undo.ts';

export type { Trailer } from './body-lines.ts';

/** What the commit's header says, as far as reading its message needs it. */
export interface MessageFacts {
  readonly parents: number;
  /** `Name <email>`. */
  readonly author: string;
  readonly committer: string;
}

/** What a commit message claims; the meaning of each field stands in `RAW_TABLES.commits`. */
export type Message = Pick<
  RawRow<'commits'>,
  'subject' | 'route' | 'forge' | 'number' | 'reverts' | 'is_revert' | 'is_fix'
> & { readonly trailers: readonly Trailer[] };

const MAX_TEXT = 500;
const MAX_TRAILERS = 300;
/** A longer message is read at its two ends; nobody writes one, and squashes of thousands of commits stay cheap. */
const MAX_MESSAGE = 400_000;
/** Trailers that say somebody other than the author handled the change before it landed. */
const REVIEW_TOKENS: ReadonlySet<string> = new Set([
  'reviewed-by',
  'acked-by',
  'tested-by',
  'approved-by',
  'accepted-by',
  'reviewed-on',
  'differential-revision',
  'r',
]);

/**
 * Reads a commit message: its subject, trailers, and what it claims of how the commit landed. Understands the styles
 * of GitHub, GitLab, Bitbucket, Gerrit, Azure DevOps, bors and homu, Phabricator, mailed patches and imports from
 * Subversion. Takes time in proportion to the message, whatever it holds. It believes the message: anybody can write
 * `Reviewed-by`, so what it says is a claim with an origin, never proof.
 */
export function readMessage(message: string, facts: MessageFacts): Message {
  const lines = linesOf(message);
  const subject = cut((lines[0] ?? '').trim());
  const trailers = trailersOf(lines, subject);
  const style = styleOf(subject, lines, trailers, facts);
  const redone = isRedoSubject(subject);
  const undone = trailers.filter((trailer) => trailer.token === 'reverts').map((trailer) => trailer.value);
  return {
    subject,
    trailers,
    route: routeOf(style, trailers, facts),
    forge: style.forge ?? forgeOfCommitter(facts.committer),
    number: style.number,
    reverts: undone.find((value) => /^[0-9a-f]{7,64}$/.test(value)) ?? null,
    is_revert: !redone && (undone.length > 0 || isUndoSubject(subject)),
    is_fix: isFix(subject, lines, trailers, style),
  };
}

function linesOf(message: string): string[] {
  const text =
    message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE / 2)}\n${message.slice(-MAX_MESSAGE / 2)}` : message;
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first > 0) lines.splice(0, first);
  if (text.includes('\r')) return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  return lines;
}

function trailersOf(lines: readonly string[], subject: string): Trailer[] {
  const found: Trailer[] = [...reviewersIn(subject), ...undoneIn(subject, '')];
  const written = new Map(lines.length > 1 ? writtenTrailers(lines).map((trailer) => [trailer.line, trailer]) : []);
  for (let i = 1; i < lines.length && found.length < MAX_TRAILERS; i++) {
    const trailer = written.get(i);
    const line = lines[i] as string;
    const spoken = line === '' ? [] : trailersOfLine(line, lines[i + 1] ?? '');
    // A reading of the line's own meaning (several people on one line, a revert) says more than "token: value".
    if (spoken.length > 0 && (!trailer || spoken.length > 1)) found.push(...spoken);
    else if (trailer) found.push({ token: trailer.token.toLowerCase(), value: trailer.value });
  }
  const quoted = requestQuotedBy(subject);
  if (quoted && !found.some((trailer) => trailer.token === 'reverts')) found.push({ token: 'reverts', value: quoted });
  return found.slice(0, MAX_TRAILERS).map(({ token, value }) => ({ token, value: cut(value) }));
}

function styleOf(subject: string, lines: readonly string[], trailers: readonly Trailer[], facts: MessageFacts): Style {
  const style = styleOfSubject(subject, facts.parents);
  if (style.number !== null) return style;
  for (const { token, value } of trailers) {
    const number = token === 'see-merge-request' ? mergeRequestOfLine(`See merge request ${value}`)?.number : undefined;
    if (number !== undefined) return { isRequest: true, forge: 'gitlab', number };
    const request = requestOfTrailer(token, value);
    if (request) return style.isRequest ? { ...request, isRequest: true } : request;
  }
  for (const line of lines.length < 200 ? lines : lines.slice(-200)) {
    const number = line.startsWith('Closes #') ? closedRequestOfLine(line) : null;
    if (number !== null) return { isRequest: true, forge: 'github', number };
  }
  if (
    !style.isRequest &&
    trailers.some(({ token, value }) => token === 'change-id' && /^I[0-9a-f]{8,}$/i.test(value))
  ) {
    return { isRequest: false, forge: 'gerrit', number: null };
  }
  return style;
}

function routeOf(style: Style, trailers: readonly Trailer[], facts: MessageFacts): string {
  if (facts.parents > 1) return style.isRequest || style.number !== null ? 'merge-pull' : 'merge-branch';
  if (style.isRequest && style.number !== null) return 'squash';
  const isReviewed = trailers.some(
    ({ token, value }) =>
      REVIEW_TOKENS.has(token) ||
      (token === 'link' && /lore\.kernel\.org|lkml\.|patchwork|\/r\//.test(value)) ||
      (token === 'signed-off-by' && !isSamePerson(value, facts.author)),
  );
  const isForge = forgeOfCommitter(facts.committer) !== null;
  return isReviewed || !(isForge || isSamePerson(facts.author, facts.committer)) ? 'patch' : 'direct';
}

/** Equal address or equal name. Two spellings of one person pass for two here; people are joined later. */
function isSamePerson(a: string, b: string): boolean {
  if (a === b) return true;
  const [nameA, emailA] = partsOf(a);
  const [nameB, emailB] = partsOf(b);
  return (emailA !== '' && emailA === emailB) || (nameA !== '' && nameA === nameB);
}

function partsOf(identity: string): [name: string, email: string] {
  const open = identity.lastIndexOf('<');
  if (open < 0) return [identity.trim().toLowerCase(), ''];
  return [
    identity.slice(0, open).trim().toLowerCase(),
    identity
      .slice(open + 1)
      .replace(/>.*$/s, '')
      .trim()
      .toLowerCase(),
  ];
}

function isFix(subject: string, lines: readonly string[], trailers: readonly Trailer[], style: Style): boolean {
  if (trailers.some(({ token, value }) => isFixTrailer(token, value)) || isFixSubject(subject)) return true;
  // The subject of a merged request names its branch or number; its title is the next paragraph.
  const isMergeSubject = style.isRequest && /^(?:Merge|Auto merge|Rollup merge|Pull request|Merged)/i.test(subject);
  if (!isMergeSubject) return false;
  const rest = /^(?:Merged PR \d+|Pull request #\d+|Merge (?:\S+\/\S+)?#\d+): (.*)$/.exec(subject)?.[1];
  const title = rest ?? lines.slice(1).find((line) => line.trim() !== '') ?? '';
  return isFixSubject(title.slice(0, MAX_TEXT).replace(/^\d{1,10}: /, ''));
}

/** At most 500 characters, never half of one. */
function cut(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const end = text.charCodeAt(MAX_TEXT - 1);
  return text.slice(0, end >= 0xd800 && end < 0xdc00 ? MAX_TEXT - 1 : MAX_TEXT);
}
