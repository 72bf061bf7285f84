import { STATUS_KEYS } from './decision-links.ts';
import type { DecisionParts } from './decision-parts.ts';
import { keyOf, type Section } from './outline.ts';
import { plainText } from './words.ts';

/** A stretch of a text that says something. */
export interface Place {
  readonly raw: string;
  /** Where it begins in the whole text. */
  readonly start: number;
  readonly style: 'section' | 'heading' | 'field';
}

/** Every place of the body where a record says where it stands; those further down say what came after. */
export function statusPlaces({ outline, fields, bodyStart }: DecisionParts): Place[] {
  const places: Place[] = [];
  for (const section of outline.sections) {
    const name = statusHeading(section);
    if (name === null) continue;
    if (name.inline !== null) {
      places.push({ raw: name.inline, start: bodyStart + section.headingStart + name.at, style: 'heading' });
      continue;
    }
    const first = section.lines.findIndex((line) => plainText(line) !== '');
    section.lines.forEach((line, n) => {
      if (n !== first && (n < first || first === -1 || !LATER.test(plainText(line.replace(ITEM, ''))))) return;
      const lead = ITEM.exec(line)?.[0] ?? '';
      const raw = line.slice(lead.length).trim();
      const start = bodyStart + (section.starts[n] ?? 0) + line.length - line.slice(lead.length).trimStart().length;
      places.push({ raw, start, style: 'section' });
    });
  }
  for (const { key, values } of fields) {
    const [value] = values;
    if (!STATUS_KEYS.has(key) || value === undefined) continue;
    places.push({ raw: value.raw, start: bodyStart + value.start, style: 'field' });
  }
  return places;
}

const ITEM = /^\s*(?:[-*+]\s+|\d+\.\s+)?/;
const LATER = /^(?:supersed\w* by\b|superced\w* by\b|replaced by\b|deprecated\b)/i;

/** `## Status` and `## Status: accepted`; null for another heading. */
export function statusHeading({
  level,
  heading,
}: Section): { readonly inline: string | null; readonly at: number } | null {
  if (level === 0) return null;
  const colon = heading.search(/[:\uff1a]/);
  const rest = colon === -1 ? '' : heading.slice(colon + 1);
  const name = rest.trim() === '' ? heading : heading.slice(0, colon);
  if (!STATUS_KEYS.has(keyOf(name))) return null;
  const isInline = rest.trim() !== '';
  return { inline: isInline ? rest.trim() : null, at: colon + 1 + rest.length - rest.trimStart().length };
}
