import { type MarkedLine, readLedger, readMark } from './checklist.ts';

/** One line of a file, in its own bytes: `content + eol` of all lines is the file. */
export interface FileLine {
  readonly content: string;
  readonly eol: string;
  /** What Fortnight wrote; null for a person's own line, also for a copy of one of ours. */
  readonly mark: MarkedLine | null;
  readonly isLedger: boolean;
}

/** A checklist as it stands in a file. */
export interface ChecklistFile {
  /** A byte order mark, or nothing. */
  readonly bom: string;
  readonly lines: readonly FileLine[];
  /** How its lines end; for what is added. */
  readonly eol: string;
  /** Fingerprint of whose list it is, and of the ids ever written into it; null when it is none of ours. */
  readonly ledger: { readonly owner: string; readonly known: ReadonlySet<string> } | null;
}

/** No plan has more lines of ours; what bears a mark beyond them is the person's own, like any copy. */
const MOST_MARKS = 1000;

/** Takes a file apart. What stands in a closed code fence is the person's own, whatever it looks like. */
export function readChecklist(text: string): ChecklistFile {
  const bom = text.startsWith('\u{FEFF}') ? '\u{FEFF}' : '';
  const raw = [...text.slice(bom.length).matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)]
    .map(([, content = '', eol = '']) => ({ content, eol }))
    .filter(({ content, eol }) => content !== '' || eol !== '');
  const fenced = fencedLines(raw.map(({ content }) => content));
  const marks = raw.map(({ content }, i) => (fenced.has(i) ? null : readMark(content)));
  const times = new Map<string, number>();
  for (const mark of marks) if (mark !== null) times.set(mark.id, (times.get(mark.id) ?? 0) + 1);
  const seen = new Set<string>();
  const ledgers = raw.map(({ content }, i) => (fenced.has(i) ? null : readLedger(content)));
  const place = ledgers.findIndex((one) => one !== null);
  const lines = raw.map(({ content, eol }, i): FileLine => {
    if (i === place) return { content, eol, mark: null, isLedger: true };
    const mark = marks[i] ?? null;
    if (mark === null || seen.has(mark.id) || seen.size >= MOST_MARKS)
      return { content, eol, mark: null, isLedger: false };
    seen.add(mark.id);
    // Somebody copied the line: both are theirs now.
    const isTouched = mark.isTouched || (times.get(mark.id) ?? 0) > 1;
    return { content, eol, mark: { ...mark, isTouched }, isLedger: false };
  });
  const found = ledgers[place] ?? null;
  return {
    bom,
    lines,
    eol: raw.find(({ eol }) => eol !== '')?.eol ?? '\n',
    ledger: found === null ? null : { owner: found.owner, known: new Set(found.known) },
  };
}

export const isBlank = ({ content }: Pick<FileLine, 'content'>): boolean => content.trim() === '';

/**
 * Index after the person's own lines that belong to line `at`: what follows without an empty line between. Anything put between
 * the two would take their place in the list. `fenced`: see {@link fencedLines}, for whoever asks often of the same lines.
 */
export function endOfAttached(
  lines: readonly FileLine[],
  at: number,
  fenced: ReadonlySet<number> = fencedLines(lines.map(({ content }) => content)),
): number {
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end] as FileLine;
    if (line.mark !== null || line.isLedger || (isBlank(line) && !fenced.has(end))) break;
    end += 1;
  }
  return end;
}

/** Lines inside code fences, with both their ends. A fence that is never closed is none. */
export function fencedLines(contents: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let open: { readonly at: number; readonly fence: string } | null = null;
  for (const [i, content] of contents.entries()) {
    const fence = /^\s*(`{3,}|~{3,})(.*)$/s.exec(content);
    if (fence === null) continue;
    const [, marks = '', rest = ''] = fence;
    if (open === null) open = { at: i, fence: marks };
    else if (marks[0] === open.fence[0] && marks.length >= open.fence.length && rest.trim() === '') {
      for (let at = open.at; at <= i; at += 1) inside.add(at);
      open = null;
    }
  }
  return inside;
}
