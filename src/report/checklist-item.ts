import { MARK_OPENING } from './checklist.ts';

/** The first sentence of an entry of a Markdown checklist, as a person reads it; null for any other line. */
export function itemText(content: string): { readonly text: string; readonly isTicked: boolean } | null {
  const [, box, text] = /^\s*(?:[-*+]|\d+[.)]) \[([ xX])\] (.*)$/s.exec(content) ?? [];
  if (box === undefined || text === undefined) return null;
  const words = (text.split(MARK_OPENING, 1)[0] ?? '').replace(/\*\*|`/g, '').trim();
  const [first = words] = /^.*?[.!?](?=\s|$)/s.exec(words) ?? [];
  return words === '' ? null : { text: first, isTicked: box !== ' ' };
}
