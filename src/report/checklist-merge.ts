import { type ChecklistLine, isRemark, ledgerLine, lineText, markOf, remarkOf, writtenOf } from './checklist.ts';
import { endOfAttached, type FileLine, fencedLines, isBlank, readChecklist } from './checklist-file.ts';
import { fingerprint } from './fingerprint.ts';

/** What became of a file. Counts are of lines Fortnight had written or writes now. */
export interface Merged {
  readonly text: string;
  readonly added: number;
  readonly refreshed: number;
  /** Gone because nothing supports them any more, and nobody had touched them. */
  readonly dropped: number;
  /** Ticked or reworded, and left as they are. */
  readonly kept: number;
  /** Taken out by somebody, and left out. */
  readonly removed: number;
}

/**
 * Brings a checklist up to date without losing a byte a person wrote.
 *
 * Lines nobody touched are refreshed, or dropped where they are no longer wanted; a ticked or reworded line stays as it is,
 * and where its grounds have changed a remark below it says so. Lines somebody took out stay out (`restore` brings them
 * back); new ones go after the line they follow in a fresh list, below what a person wrote there. Everything else, line
 * ends, byte order mark and all, is kept. An empty text gives a fresh list.
 */
export function mergeChecklist(
  text: string,
  lines: readonly ChecklistLine[],
  { owner, restore = false }: { readonly owner: string; readonly restore?: boolean },
): Merged {
  const file = readChecklist(text);
  const known = new Set(restore ? [] : file.ledger?.known);
  const wanted = new Map(lines.map((line) => [markOf(line.id), line]));
  const fenced = fencedLines(file.lines.map(({ content }) => content));
  const remarks = remarksOf(file.lines, fenced, wanted);
  const out: FileLine[] = [];
  const count = { added: 0, refreshed: 0, dropped: 0, kept: 0 };
  const gone = new Set<string>();

  for (const [at, line] of file.lines.entries()) {
    const { mark } = line;
    if (mark === null) {
      // Where a line of ours goes, the empty line it leaves behind goes with it.
      if (line.content === '' && file.lines[at - 1]?.mark && isGone(file.lines[at - 1], gone) && endsBlank(out))
        continue;
      out.push(line);
      continue;
    }
    const now = isRemark(mark.id) ? remarks.get(mark.id) : wanted.get(mark.id);
    if (mark.isTouched) count.kept += isRemark(mark.id) ? 0 : 1;
    else if (now !== undefined) {
      if (writtenOf(now) !== mark.written) count.refreshed += 1;
      out.push(fileLine(now, mark.id, line.eol));
      continue;
    } else if (endOfAttached(file.lines, at, fenced) === at + 1) {
      gone.add(mark.id);
      count.dropped += isRemark(mark.id) ? 0 : 1;
      continue;
    }
    out.push(line);
  }

  const isPresent = (id: string) => out.some(({ mark }) => mark?.id === id);
  const isOut = (id: string) => !isPresent(id) && known.has(fingerprint(id)) && !gone.has(id);
  for (const [id, remark] of remarks) {
    if (!isPresent(id) && !isOut(id)) insertAfter(out, remark.below, [fileLine(remark, id, file.eol)]);
  }
  let before: string | null = null;
  for (const [id, line] of wanted) {
    if (!isPresent(id) && !isOut(id)) {
      insertAfter(out, before, fresh(out, line, id, file.eol));
      count.added += 1;
    }
    if (isPresent(id)) before = id;
  }

  const removed = [...wanted.keys()].filter(isOut);
  const ids = [...out.flatMap(({ mark }) => mark?.id ?? [])].map(fingerprint);
  const forgotten = new Set([...gone].map(fingerprint));
  const kept = [...known].filter((hash) => !forgotten.has(hash));
  return {
    text: file.bom + written(out, ledgerLine(owner, new Set([...kept, ...ids])), file.eol),
    ...count,
    removed: removed.length,
  };
}

type Written = Pick<ChecklistLine, 'lead' | 'text'>;

/** What is said below lines somebody touched whose grounds have changed, by the id of the remark. */
function remarksOf(
  lines: readonly FileLine[],
  fenced: ReadonlySet<number>,
  wanted: ReadonlyMap<string, ChecklistLine>,
) {
  const remarks = new Map<string, Written & { readonly below: string }>();
  for (const [at, { mark }] of lines.entries()) {
    if (mark === null || isRemark(mark.id)) continue;
    const now = wanted.get(mark.id);
    const isKept = mark.isTouched || (now === undefined && endOfAttached(lines, at, fenced) > at + 1);
    if (!isKept || (now !== undefined && writtenOf(now) === mark.written)) continue;
    const text =
      now === undefined ? 'Nothing in the evidence speaks of this any more.' : `It would now say: ${now.text}`;
    remarks.set(remarkOf(mark.id), { below: mark.id, lead: '  - ', text });
  }
  return remarks;
}

const isGone = (line: FileLine | undefined, gone: ReadonlySet<string>): boolean =>
  line?.mark !== null && line !== undefined && gone.has(line.mark.id);
const endsBlank = (lines: readonly FileLine[]): boolean => {
  const last = lines.at(-1);
  return last === undefined || isBlank(last);
};

function fileLine(line: Written, mark: string, eol: string): FileLine {
  return {
    content: lineText(line, mark),
    eol,
    mark: { id: mark, isTicked: false, isTouched: false, written: writtenOf(line) },
    isLedger: false,
  };
}

const blank = (eol: string): FileLine => ({ content: '', eol, mark: null, isLedger: false });

/** Headings and paragraphs stand between empty lines; entries follow each other. */
function fresh(out: readonly FileLine[], line: ChecklistLine, mark: string, eol: string): FileLine[] {
  const isEntry = line.lead.startsWith('- ');
  const lines = [fileLine(line, mark, eol)];
  return isEntry || out.length === 0 ? lines : [blank(eol), ...lines];
}

/** After a line of ours and what a person wrote under it; else before the ledger, at the end. */
function insertAfter(out: FileLine[], id: string | null, lines: readonly FileLine[]): void {
  const anchor = out.findIndex(({ mark }) => mark !== null && mark.id === id);
  if (anchor >= 0) {
    let at = endOfAttached(out, anchor);
    // An entry after a heading or a paragraph needs an empty line between them, and finds it there if somebody left one.
    const isAfterProse = !/^\s*[-*+] /.test(out[anchor]?.content ?? '');
    const isEntry = /^\s*[-*+] /.test(lines[0]?.content ?? '');
    if (isAfterProse && isEntry) {
      const next = out[at];
      if (next !== undefined && isBlank(next)) at += 1;
      else {
        out.splice(at, 0, blank(lines[0]?.eol ?? '\n'), ...lines);
        return;
      }
    }
    out.splice(at, 0, ...lines);
    return;
  }
  const ledger = out.findIndex(({ isLedger }) => isLedger);
  out.splice(ledger >= 0 ? ledger : out.length, 0, ...lines);
}

/** The bytes of the file: its ledger in its place, else at the end; only the last line may end without a line end. */
function written(out: readonly FileLine[], ledger: string, eol: string): string {
  const hasLedger = out.some(({ isLedger }) => isLedger);
  const lines = out.map((line) => (line.isLedger ? { ...line, content: ledger } : line));
  const all = hasLedger
    ? lines
    : [...lines, ...(lines.length > 0 ? [blank(eol)] : []), { ...blank(eol), content: ledger, isLedger: true }];
  return all.map(({ content, eol: end }, i) => content + (end === '' && i < all.length - 1 ? eol : end)).join('');
}
