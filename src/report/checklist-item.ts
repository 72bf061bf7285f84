/** The first sentence of an entry of a Markdown checklist, as a person reads it; null for any other line. */
export function itemText(content: string): { readonly text: string; readonly isTicked: boolean } | null {
  const [, box, text] = /^\s*(?:[-*+]|\d+[.)]) \[([ xX])\] (.*)$/s.exec(content) ?? [];
  if (box === undefined || text === undefined) return null;
  const words = text
    .replace(/\s*<!-- fortnight:.*$/s, '')
    .replace(/\*\*|`/g, '')
    .trim();
  const [first = words] = /^.*?[.!?](?=\s|$)/s.exec(words) ?? [];
  return words === '' ? null : { text: first, isTicked: box !== ' ' };
}
