/** So many paths of one record are looked up. */
const MOST_PATHS = 500;
const LONGEST_PATH = 300;

/**
 * Paths that a text names: words with a slash in them, as `src/parser/` and `src/parser/lexer.ts`; of a link to a forge the part
 * after the branch; what begins with a dot is taken from the folder of the text. Whether such a path exists is not known here.
 */
export function pathsIn(text: string, path: string): ReadonlySet<string> {
  const folder = path.split('/').slice(0, -1);
  const found = new Set<string>();
  for (const word of text.split(/[^\p{L}\p{N}_.@:~+/-]+/u)) {
    if (found.size === MOST_PATHS) break;
    if (!word.includes('/') || word.length > LONGEST_PATH) continue;
    const place = onForge(word) ?? word;
    const resolved = /^\.\.?\//.test(place) ? resolve(folder, place) : place;
    const clean = resolved === null ? '' : withoutEnd(withoutEnd(resolved, '.:').replace(LINES, ''), '/');
    if (clean !== '' && !clean.includes('//')) found.add(clean);
  }
  return found;
}

/** `:12`, `:12-14`: lines of a file. */
const LINES = /:\d+(?:[-:]\d+)?$/;

/** Without any of some characters at the end: one step back for each, where an expression would begin anew at each. */
function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** `https://github.com/owner/name/blob/main/src/a.ts`: what follows the branch. */
const onForge = (word: string): string | null => /\/(?:blob|tree|raw)\/[^/]+\/(.+)$/.exec(word)?.[1] ?? null;

function resolve(folder: readonly string[], relative: string): string | null {
  const at = [...folder];
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (at.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') at.push(part);
  }
  return at.join('/');
}
