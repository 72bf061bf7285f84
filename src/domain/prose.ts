import { plain } from './plain.ts';

/**
 * Prose in which no word of a stranger can become a link, a picture, HTML, a mention, a reference or emphasis: a word
 * with any character that means something to Markdown (or to a forge) is set as code, where nothing is interpreted.
 */
export function prose(text: string): string {
  const words = plain(text)
    .split(' ')
    .filter((word) => word !== '');
  return words
    .map((word, i) =>
      ORDINARY.test(word) && !TELLING.test(word) && !(i === 0 && MARKER.test(word)) ? word : asCode(word),
    )
    .join(' ');
}

/** Characters that mean nothing to CommonMark, GFM or the forges, wherever in a line they stand. */
const ORDINARY = /^[\p{L}\p{M}\p{N}.,;:()'"“”‘’?!%=×·…–—/+●○-]+$/u;
/** What is made of them and means something all the same: addresses, emoji names, references of GitLab and GitHub. */
const TELLING = /www\.|:\/\/|:[\w+-]+:|[!%][\w"]|\bGH-\d/iu;
/** At the beginning of a line: lists, rules and headings. */
const MARKER = /^(?:[-+=]+$|[-+=]+(?=[-+=\s])|\d+[.)]$)/u;

/** A code span whose fence is longer than any inside; a bar cannot be escaped in one, so it is shown as another. */
export function asCode(text: string): string {
  if (text === '') return '';
  const safe = text.replaceAll('|', '¦');
  const longest = Math.max(0, ...Array.from(safe.matchAll(/`+/g), (m) => m[0].length));
  const fence = '`'.repeat(longest + 1);
  const space = safe.startsWith('`') || safe.endsWith('`') ? ' ' : '';
  return fence + space + safe + space + fence;
}
