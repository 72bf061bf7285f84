import { mergeRequestOfLine } from './styles.ts';
import { undoOfLine } from './undo.ts';

/** A trailer as facts keep it: a lower-case token and its value. */
export interface Trailer {
  readonly token: string;
  readonly value: string;
}

const MAX_LINE = 1000;

/**
 * Tokens that name people. Forges and squashes leave them in the middle of a message, where git sees no trailer; a
 * whole line of this form is taken at its word all the same.
 */
const PERSON_LINE =
  /^((?:co-authored|co-developed|signed-off|reviewed|acked|tested|approved|reported|suggested|assisted|generated|helped|mentored|authored|ack'?ed|pulled|landed|submitted|committed|accepted)[- ](?:by|off-by))\s{0,10}:\s{0,20}(\S.*)$/i;

/** Lines of Phabricator and FreeBSD, whose tokens hold spaces. */
const SPACED_LINE = /^(differential revision|reviewers|approved by|obtained from|pr)\s{0,10}:\s{0,20}(\S.*)$/i;

/** `Fixes #12`, `Closes owner/repo#3, #4`: what forges close with. */
const CLOSING_LINE = /^(fix(?:e[sd])?|close[sd]?|resolve[sd]?):? ((?:[\w.-]{1,100}\/[\w.-]{1,100})?[#!]\d{1,10}\b.*)$/i;
const CLOSING_TOKEN: Readonly<Record<string, string>> = { f: 'fixes', c: 'closes', r: 'resolves' };

const CHERRY_PICK = /^\(cherry[- ]picked from commit ([0-9a-f]{7,64})/i;
/** Assistants sign with a robot: `🤖 Generated with [Claude Code](…)`. Plain words need a known assistant's name. */
const GENERATED =
  /^(?:🤖 ?(?:generated|created|written|made) (?:with|by|using)|(?:generated|co-generated) (?:with|by|using)(?= ?\[?(?:claude|github copilot|cursor|codex|gemini|devin|aider|jules)\b)):? \[?([^\]()]{2,60})/iu;
/** bors-ng describes each request of a batch: `12: Title r=reviewer a=author`. */
const BORS_LINE = /^\d{1,10}: .{1,800} r=/;
/** A reviewer as `r=name`, several by comma; `r?` asks, `r=me` and `r=<try>` name nobody. */
const REVIEWER = /(?:^|[\s,;([])r=([@\w.[\]-]{1,60}(?:,\s?[@\w.[\]-]{1,60}){0,10})/g;

/** Reviewers named as `r=…` in a subject or a merge bot's line. */
export function reviewersIn(text: string): Trailer[] {
  const found: Trailer[] = [];
  for (const match of text.slice(0, MAX_LINE).matchAll(REVIEWER)) {
    for (const name of (match[1] ?? '').split(',')) {
      const login = name
        .trim()
        .replace(/^@/, '')
        .replace(/[.\-\]]+$/, (end) => (end.includes(']') ? ']' : ''));
      if (login !== '' && login !== 'me' && login !== 'try') found.push({ token: 'r', value: login });
    }
  }
  return found;
}

/** What a line says is undone: trailers of their own, though git knows none there. */
export function undoneIn(line: string, next: string): Trailer[] {
  const undo = undoOfLine(line, next);
  const token = undo?.isPartial ? 'partially-reverts' : 'reverts';
  return undo ? [...undo.commits, ...undo.requests].map((value) => ({ token, value })) : [];
}

/** What a body line outside git's trailers says with the force of one; mostly nothing. */
export function trailersOfLine(line: string, next: string): Trailer[] {
  const generator = line.length < MAX_LINE ? GENERATED.exec(line)?.[1] : undefined;
  if (generator) return [{ token: 'generated-by', value: generator }];
  // Most prose is turned away here: such a line begins with one of few letters, a bracket or (bors) a digit.
  if (!/^[acdfghlmoprstu(0-9]/i.test(line) || line.length > MAX_LINE) return [];
  const mergeRequest = mergeRequestOfLine(line);
  if (mergeRequest) return [{ token: 'see-merge-request', value: mergeRequest.value }];
  const picked = CHERRY_PICK.exec(line)?.[1];
  if (picked) return [{ token: 'cherry-picked-from', value: picked.toLowerCase() }];
  const undone = undoneIn(line, next);
  if (undone.length > 0) return undone;
  const person = PERSON_LINE.exec(line) ?? SPACED_LINE.exec(line);
  if (person?.[1] && person[2]) return named(person[1], person[2]);
  const closing = CLOSING_LINE.exec(line);
  if (closing?.[1] && closing[2]) {
    return [{ token: CLOSING_TOKEN[closing[1].charAt(0).toLowerCase()] ?? 'closes', value: closing[2].trim() }];
  }
  return BORS_LINE.test(line) ? reviewersIn(line) : [];
}

/** One trailer per person where several stand on a line without addresses (`Reviewed By: ann, bo`). */
function named(token: string, value: string): Trailer[] {
  const normal = token.toLowerCase().replaceAll("'", '').replace(/\s+/g, '-');
  const parts = value.includes('<') || normal === 'differential-revision' ? [value] : value.split(/,| and /);
  return parts
    .map((part) => part.trim().replace(/^#?@(?=\w)/, ''))
    .filter((part) => part !== '')
    .slice(0, 50)
    .map((part) => ({ token: normal, value: part }));
}
