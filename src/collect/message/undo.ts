/** What a line of a message says it undoes. */
export interface Undo {
  /** Full or abbreviated hex ids. */
  readonly commits: readonly string[];
  /** `#12`, `!12`, `owner/repo#12`: requests whose landing it undoes. */
  readonly requests: readonly string[];
  /** It says that only a part is undone. */
  readonly isPartial: boolean;
}

const HEX = /\b[0-9a-f]{7,64}\b/gi;
const REQUEST = /(?:[\w.-]{1,100}\/[\w.-]{1,100})?[#!]\d{1,10}\b/g;

const SUBJECT =
  /^(?:[[(][^\])]{1,100}[\])] ?)?(?:revert(?:s|ed|ing)?\b|back(?:s|ed|ing)? ?out\b|backout\b|undo\b|rollback\b|roll back\b)/i;
/** The undoing of an undoing: the change is there again. */
const AGAIN =
  /^(?:[[(][^\])]{1,100}[\])] ?)?(?:reapply|reland|re-land|unrevert|re-apply|revert:? "?revert|revert "reapply)\b/i;
const NAMES_COMMIT =
  /^(?:this )?(partially |partly |mostly |effectively )?(?:reverts?|reverted|undoes|backs out|back out|rolls back)(?: the)? (?:commits?|changes?|changesets?|revisions?)\b:?/i;
const SHORT_COMMIT =
  /^(?:reverts?:?|backed out changesets?|backs out changesets?|original commit changeset:) [`"']?[0-9a-f]{7,64}\b/i;
const NAMES_REQUEST =
  /^(?:this )?(partially |partly |mostly )?reverts?(?: the)?(?: (?:pull request|merge request|pr|mr))?:? (?=(?:[\w.-]{1,100}\/[\w.-]{1,100})?[#!]\d)/i;
const MAX_LINE = 1000;

/** The subject says it undoes something, and not that it brings something back. */
export function isUndoSubject(subject: string): boolean {
  return SUBJECT.test(subject) && !isRedoSubject(subject);
}

/** The subject says it brings something back that was undone. */
export function isRedoSubject(subject: string): boolean {
  if (AGAIN.test(subject)) return true;
  let depth = 0;
  let rest = subject;
  while (/^Revert "/i.test(rest) && depth < 20) {
    depth++;
    rest = rest.slice(8);
  }
  return depth > 0 && depth % 2 === 0;
}

/** Title of the change a revert quotes may end in its number: `Revert "Add x (#12)"`. */
export function requestQuotedBy(subject: string): string | null {
  const match = /^Revert "(.*)"/i.exec(subject);
  const number = /\((#\d{1,10})\)$/.exec(match?.[1] ?? '')?.[1];
  return number ?? null;
}

/**
 * What a body line undoes, or null. `next` is the line after it, because git and people wrap: the id may stand at the
 * beginning of the next line. Of `reverting X, reversing changes made to Y` only X is undone.
 */
export function undoOfLine(line: string, next: string): Undo | null {
  const text = line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line;
  const commit = NAMES_COMMIT.exec(text) ?? SHORT_COMMIT.exec(text);
  if (commit) {
    const own = idsIn(text);
    const commits =
      own.length > 0 ? own : idsIn(/^[\s`"'(]*[0-9a-f]{7,64}\b/i.exec(next.slice(0, MAX_LINE))?.[0] ?? '');
    return { commits, requests: [], isPartial: commit[1] !== undefined };
  }
  const request = NAMES_REQUEST.exec(text);
  if (request) {
    return { commits: [], requests: (text.match(REQUEST) ?? []).slice(0, 20), isPartial: request[1] !== undefined };
  }
  return null;
}

function idsIn(text: string): string[] {
  const undone = text.split(/, ?reversing\b/i, 1)[0] ?? '';
  // Words such as "defaced" are hex too; an id without a digit is one in a thousand.
  return (undone.match(HEX) ?? [])
    .filter((id) => /\d/.test(id))
    .map((id) => id.toLowerCase())
    .slice(0, 20);
}
