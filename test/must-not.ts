import type { Block, Inline, Page, PageCell } from '../src/domain/page.ts';
import { byName } from '../src/domain/report.ts';
import { MUST_NOT, type Said, type Unit } from './must-not-rules.ts';

export type { Said } from './must-not-rules.ts';

/** Something that was said and may not be. */
export interface Breach {
  readonly rule: string;
  readonly found: string;
  /** The sentence, row or place in which it was found. */
  readonly within: string;
}

/** What in a text (a screen, Markdown, a sentence) must not be said. Empty when all is well. */
export const breaches = (text: string, said: Said = {}): readonly Breach[] =>
  unitsOf(text).flatMap((unit) => judge(unit, said));

/** The same of a page before it is drawn: no line is broken, and a row of a table is known to be one. */
export const pageBreaches = (page: Page, said: Said = {}): readonly Breach[] =>
  page.blocks.flatMap((block) => blockUnits(block)).flatMap((unit) => judge(unit, said));

function judge(unit: Unit, said: Said): Breach[] {
  return MUST_NOT.flatMap((rule) =>
    rule.find(unit, said).map((found) => ({ rule: rule.name, found, within: unit.text })),
  );
}

/** Rows, list items and sentences. Lines that a screen broke are joined first; code is no claim and left out. */
function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    units.push(...sentences(paragraph.join(' ')));
    paragraph = [];
  };
  const lines = text.replace(/^```[\s\S]*?^```$/gm, '').split('\n');
  for (const line of lines) {
    const isRow = /^\s*\|/.test(line) || /\S {2,}\S/.test(line.trim());
    if (isRow || line.trim() === '' || /^\s*(?:[•#]|[-*] )/.test(line)) flush();
    if (isRow) units.push({ text: line.trim(), isRow });
    else if (line.trim() !== '') paragraph.push(line.trim());
  }
  flush();
  return units;
}

/** Markdown writes `>99%` as code, and means it. */
const FIGURE = /^[<>]\d+%$/;

const sentences = (prose: string): Unit[] =>
  prose
    .replace(/`([^`]*)`/g, (_, code: string) => (FIGURE.test(code) ? code : '`…`'))
    .split(/(?<=[.!?][)"”]?)\s+(?=["“([]?[\p{Lu}\d•#])/u)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text, isRow: false }));

function blockUnits(block: Block): Unit[] {
  switch (block.kind) {
    case 'headline':
      return [...sentences(inlineText(block.left)), ...sentences(inlineText(block.right))];
    case 'text':
      return sentences(inlineText(block.text));
    case 'list':
      return block.items.flatMap((item) => sentences(inlineText(item)));
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [{ text: label, isRow: false }, ...sentences(inlineText(value))]);
    case 'table':
      return [
        ...block.columns.map(({ label }) => ({ text: label, isRow: false })),
        ...block.rows.map((row) => ({ text: row.map(cellText).join(' | '), isRow: true })),
      ];
    case 'section':
      return [{ text: block.title, isRow: false }, ...block.blocks.flatMap(blockUnits)];
    case 'columns':
      return [...block.left, ...block.right].flatMap(blockUnits);
  }
}

const cellText = (cell: PageCell): string => (typeof cell === 'object' && 'bar' in cell ? '' : inlineText(cell));

function inlineText(inline: Inline): string {
  const parts = Array.isArray(inline) ? (inline as readonly (string | { text: string })[]) : [inline];
  return parts.map((part) => (typeof part === 'string' ? part : (part as { text: string }).text)).join('');
}

/**
 * What in data (`--json`) must not be there: a share without interval and count, a person's name other than the one asked
 * about in one object with a number, names out of order, a conclusion below the floor, or a sentence that breaks a rule.
 */
export function jsonBreaches(value: unknown, said: Said = {}, at = '$'): readonly Breach[] {
  if (typeof value === 'string')
    return isOthers(value, said) ? [] : breaches(value, said).map((b) => ({ ...b, within: `${at}: ${b.within}` }));
  if (Array.isArray(value)) {
    const names = value.filter(
      (item): item is string => typeof item === 'string' && (said.people ?? []).includes(item),
    );
    const isOrdered = names.every((name, i) => i === 0 || byName(names[i - 1] ?? '', name) <= 0);
    return [
      ...(isOrdered ? [] : [{ rule: 'names-out-of-order', found: names.join(', '), within: at }]),
      ...value.flatMap((item, i) => jsonBreaches(item, said, `${at}[${i}]`)),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  return [
    ...objectBreaches(entries, said, at),
    ...entries.flatMap(([key, item]) => jsonBreaches(item, said, `${at}.${key}`)),
  ];
}

/** A name as a value of its own, or as a key, of somebody nobody asked about. */
const isOthers = (text: string, { people = [], person }: Said): boolean => text !== person && people.includes(text);

/** Keys that stand for a conclusion from landing. */
const CONCLUSIONS = new Set(['dependence', 'gate', 'prior', 'alsoPossible', 'band', 'replay']);

function objectBreaches(entries: readonly (readonly [string, unknown])[], said: Said, at: string): Breach[] {
  const found: Breach[] = [];
  const has = (key: string) => entries.some(([name, value]) => name === key && typeof value === 'number');
  if (has('share') && !(has('low') && has('high') && has('of'))) {
    found.push({ rule: 'bare-percentage', found: 'share', within: at });
  }
  for (const [key, value] of entries) {
    const isNamed = typeof value === 'string' ? isOthers(value, said) : isOthers(key, said);
    const counted = typeof value === 'string' ? entries.map(([, item]) => item) : [value];
    if (isNamed && counted.some(holdsNumber)) found.push({ rule: 'figure-beside-a-name', found: key, within: at });
    if (said.belowFloor === true && CONCLUSIONS.has(key) && isConclusion(value)) {
      found.push({ rule: 'verdict-below-floor', found: key, within: at });
    }
  }
  return found;
}

/** What carries its conclusion in a field of its own concludes nothing where that field says so. */
function isConclusion(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== null;
  if ('verdict' in value) return value.verdict !== 'none';
  if ('answer' in value) return value.answer !== null;
  return !('dependence' in value) || value.dependence !== null;
}

/** A number in a value or in what belongs to it; lists are things of their own. */
function holdsNumber(value: unknown): boolean {
  if (typeof value === 'number') return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).some(holdsNumber);
}
