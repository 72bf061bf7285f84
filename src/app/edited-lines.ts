import type { EditedLine } from '../domain/configuration-edit.ts';

/** Lines that stay, shown on either side of a change. */
const AROUND = 2;
/** Comparing every line with every other stops paying long before this. */
const MOST_PAIRS = 4_000_000;

/** What an edit does to a text, line by line: the longest common part stays, all else is removed or added. */
export function editedLines(before: string | null, after: string): EditedLine[] {
  const old = linesOf(before ?? '');
  const next = linesOf(after);
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < next.length - head &&
    old[old.length - 1 - tail] === next[next.length - 1 - tail]
  ) {
    tail += 1;
  }
  const kept = (lines: readonly string[]): EditedLine[] => lines.map((text) => ({ kind: 'kept', text }));
  return shortened([
    ...kept(next.slice(0, head)),
    ...middle(old.slice(head, old.length - tail), next.slice(head, next.length - tail)),
    ...kept(next.slice(next.length - tail)),
  ]);
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function middle(old: readonly string[], next: readonly string[]): EditedLine[] {
  const removed = (text: string): EditedLine => ({ kind: 'removed', text });
  const added = (text: string): EditedLine => ({ kind: 'added', text });
  if (old.length * next.length > MOST_PAIRS) return [...old.map(removed), ...next.map(added)];
  // longest[i][j]: how many lines the rest from i and the rest from j have in common.
  const longest = Array.from({ length: old.length + 1 }, () => new Uint32Array(next.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = next.length - 1; j >= 0; j--) {
      const row = longest[i] as Uint32Array;
      const below = longest[i + 1] as Uint32Array;
      row[j] = old[i] === next[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const lines: EditedLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < next.length) {
    const [was, is] = [old[i], next[j]];
    if (was !== undefined && was === is) {
      lines.push({ kind: 'kept', text: was });
      [i, j] = [i + 1, j + 1];
    } else if (was !== undefined && (is === undefined || (longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0))) {
      lines.push(removed(was));
      i += 1;
    } else {
      lines.push(added(is ?? ''));
      j += 1;
    }
  }
  return lines;
}

/** Without the lines that stay and stand far from any change. */
function shortened(lines: readonly EditedLine[]): EditedLine[] {
  const near = new Uint8Array(lines.length);
  for (const [i, { kind }] of lines.entries()) {
    if (kind !== 'kept') near.fill(1, Math.max(0, i - AROUND), i + AROUND + 1);
  }
  const shown: EditedLine[] = [];
  for (const [i, line] of lines.entries()) {
    if (near[i] === 1) shown.push(line);
    else if (shown.at(-1)?.kind !== 'skipped') shown.push({ kind: 'skipped', text: '' });
  }
  return shown;
}
