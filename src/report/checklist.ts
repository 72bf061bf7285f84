import { fingerprint } from './fingerprint.ts';

/** One line of a checklist that Fortnight writes and a person may tick, reword or take out. */
export interface ChecklistLine {
  /** Stable: the same matter has the same id whenever the list is written. Unique in its list. */
  readonly id: string;
  /** What the line is in Markdown: a heading, a paragraph, an entry, a thing to tick. */
  readonly lead: '# ' | '## ' | '### ' | '' | '- ' | '- [ ] ' | '  - ';
  /** Harmless Markdown of one line: see `markdown.ts`. */
  readonly text: string;
}

/** Holds which lines were ever written into this file, so that what was taken out stays out. */
const LEDGER = /^<!-- fortnight:list ([0-9a-f]{8})((?: [0-9a-f]{8})*) -->[ \t]*$/s;
/** How a comment of ours begins; what stands before the last one of a line is what the line says. */
export const MARK_OPENING = '<!-- fortnight:';
const MARK = /^<!-- fortnight:(\S{1,200}) ([0-9a-f]{8}) -->[ \t]*$/s;
const TICKED = /^(\s*[-*+] )\[[xX]\]/s;

/** A line of a file that Fortnight wrote, as it stands there now. */
export interface MarkedLine {
  /** As it stands in the comment. */
  readonly id: string;
  readonly isTicked: boolean;
  /** Ticked or reworded. */
  readonly isTouched: boolean;
  /** Fingerprint of what was written. */
  readonly written: string;
}

/** What a line of a file says of itself; null when a person wrote it. */
export function readMark(content: string): MarkedLine | null {
  const at = content.lastIndexOf(MARK_OPENING);
  const [, id, written] = (at < 0 ? null : MARK.exec(content.slice(at))) ?? [];
  if (id === undefined || written === undefined) return null;
  const body = withoutTrail(content.slice(0, at));
  const isTicked = TICKED.test(body);
  return { id, isTicked, isTouched: isTicked || fingerprint(body) !== written, written };
}

/** Without spaces and tabs at the end: one step back for each, where an expression would begin anew at each. */
function withoutTrail(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1;
  return text.slice(0, end);
}

export function readLedger(content: string): { readonly owner: string; readonly known: readonly string[] } | null {
  const [, owner, known] = LEDGER.exec(content) ?? [];
  return owner === undefined ? null : { owner, known: (known ?? '').split(' ').filter((word) => word !== '') };
}

export const ledgerLine = (owner: string, known: Iterable<string>): string =>
  `<!-- fortnight:list ${[owner, ...[...known].sort()].join(' ')} -->`;

/** The line as it stands in a file: its text, and a comment by which it is found again. */
export const lineText = ({ lead, text }: Pick<ChecklistLine, 'lead' | 'text'>, mark: string): string =>
  `${lead}${text} <!-- fortnight:${mark} ${fingerprint(lead + text)} -->`;

/** What {@link readMark} will find when the line is left as it is. */
export const writtenOf = ({ lead, text }: Pick<ChecklistLine, 'lead' | 'text'>): string => fingerprint(lead + text);

const LONGEST_MARK = 120;

/**
 * An id as it stands in a comment: no space, no control, nothing that could end the comment, whatever branch, path or area it
 * was made of. Letters beyond ASCII are percent-encoded, as in an address.
 */
export function markOf(id: string): string {
  const safe = encodeURIComponent(id.toWellFormed())
    .replace(/[!'()*~]/g, (symbol) => `%${symbol.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', '/')
    .replaceAll('--', '-%2D');
  return safe.length <= LONGEST_MARK ? safe : `${safe.slice(0, LONGEST_MARK - 9)}+${fingerprint(id)}`;
}

/** The id of the remark below a line that was ticked or reworded, and whose grounds have changed since. */
export const remarkOf = (mark: string): string => `${mark}~since`;
export const isRemark = (mark: string): boolean => mark.endsWith('~since');
