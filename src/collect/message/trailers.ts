/**
 * Where git itself sees trailers in a message: the last paragraph, when all of its lines are trailers, or when at
 * least a quarter are and one of them is a line git writes (`git interpret-trailers`, "all or 25 %"). Works on lines,
 * each looked at a fixed number of times, so a hostile message costs time in proportion to its length.
 */

/** A trailer as written: the token keeps its case. `line` is the index of its first line. */
export interface WrittenTrailer {
  readonly line: number;
  readonly token: string;
  readonly value: string;
}

/** Lines git recognises as its own; one of them lets a paragraph of mixed lines count. */
const WRITTEN_BY_GIT = ['Signed-off-by: ', '(cherry picked from commit '];
const MAX_TOKEN = 100;

/** Index after the last letter, digit or dash of a token, or -1 when the line does not begin like a trailer. */
export function separatorOf(line: string): number {
  let spaced = false;
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (c === 58) return i;
    if (!spaced && isTokenCharacter(c)) continue;
    if (i > 0 && (c === 32 || c === 9)) {
      spaced = true;
      continue;
    }
    return -1;
  }
  return -1;
}

function isTokenCharacter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 45;
}

/** White space as git counts it: form feeds and the blanks of Unicode are none. */
const BLANK = /^[ \t\r]*$/;

function isSpace(line: string): boolean {
  const c = line.charCodeAt(0);
  return c === 32 || c === 9 || c === 13;
}

function isBlank(line: string): boolean {
  return BLANK.test(line);
}

/** The line after the last one that can belong to trailers: comments and a `Conflicts:` list at the end do not. */
function endOfMessage(lines: readonly string[]): number {
  let tail = -1;
  let inConflicts = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    if (line === '' || line.startsWith('#')) {
      if (tail < 0) tail = i;
    } else if (line === 'Conflicts:') {
      inConflicts = true;
      if (tail < 0) tail = i;
    } else if (!(inConflicts && line.startsWith('\t')) && tail >= 0) {
      tail = -1;
      inConflicts = false;
    }
  }
  return tail < 0 ? lines.length : tail;
}

/** First line of the trailer paragraph; `end` when there is none. */
function startOfBlock(lines: readonly string[], end: number): number {
  let title = 0;
  while (title < end && (lines[title]?.startsWith('#') || !isBlank(lines[title] as string))) title++;
  let onlySpaces = true;
  let byGit = false;
  let trailers = 0;
  let others = 0;
  let continued = 0;
  for (let i = end - 1; i >= title; i--) {
    const line = lines[i] as string;
    if (line.startsWith('#')) {
      others += continued;
      continued = 0;
    } else if (isBlank(line)) {
      if (onlySpaces) continue;
      others += continued;
      const counts = byGit ? trailers * 3 >= others : trailers > 0 && others === 0;
      return counts ? i + 1 : end;
    } else {
      onlySpaces = false;
      if (WRITTEN_BY_GIT.some((prefix) => line.startsWith(prefix))) {
        trailers++;
        continued = 0;
        byGit = true;
      } else if (!isSpace(line) && separatorOf(line) >= 1) {
        trailers++;
        continued = 0;
      } else if (isSpace(line)) {
        continued++;
      } else {
        others += 1 + continued;
        continued = 0;
      }
    }
  }
  return end;
}

/** The trailers git sees in the lines of a message, in order, folded lines joined by one space. */
export function writtenTrailers(lines: readonly string[]): WrittenTrailer[] {
  const end = endOfMessage(lines);
  const found: { line: number; token: string; parts: string[] }[] = [];
  let open: { parts: string[] } | null = null;
  for (let i = startOfBlock(lines, end); i < end; i++) {
    const line = lines[i] as string;
    if (line.startsWith('#')) {
      open = null;
      continue;
    }
    if (isSpace(line)) {
      open?.parts.push(line.trim());
      continue;
    }
    const separator = separatorOf(line);
    open = null;
    if (separator < 1) continue;
    const token = line.slice(0, separator).trim();
    if (token.length > MAX_TOKEN) continue;
    const trailer = { line: i, token, parts: [line.slice(separator + 1).trim()] };
    found.push(trailer);
    open = trailer;
  }
  return found.map(({ line, token, parts }) => ({ line, token, value: parts.filter(Boolean).join(' ') }));
}
