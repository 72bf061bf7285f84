import { FortnightError } from '../domain/errors.ts';
import { placeOf } from './matter-place.ts';

/** A heading and what stands below it, down to the next heading of any level. Offsets are those of the whole text. */
export interface TextSection {
  /** 1 to 6. */
  readonly level: number;
  /** As it is written, without the signs that make it one. */
  readonly heading: string;
  /** From 1. */
  readonly line: number;
  /** What stands below it as Markdown, without empty lines around it. */
  readonly text: string;
  /** Where the heading begins, the text of it begins and ends, what is below it begins, and the next heading begins. */
  readonly start: number;
  readonly headingFrom: number;
  readonly headingTo: number;
  readonly body: number;
  readonly end: number;
}

/** What follows the last of so many headings belongs to it. */
const MOST_SECTIONS = 1000;

/**
 * The sections of a Markdown text, in their order; headings within code and comments are none. Front matter and what stands before the
 * first heading belong to no section. Linear in the text.
 */
export function sectionsOf(text: string): TextSection[] {
  return scan(text).sections;
}

interface Heading {
  readonly level: number;
  readonly start: number;
  readonly headingFrom: number;
  readonly headingTo: number;
  readonly body: number;
  readonly line: number;
}

function scan(text: string): { readonly sections: TextSection[]; readonly open: 'code' | 'comment' | null } {
  const headings: Heading[] = [];
  let fence: string | null = null;
  let isComment = false;
  let above: { readonly start: number; readonly text: string } | null = null;
  const { body } = placeOf(text);
  let line = text.slice(0, body).split('\n').length - 1;
  for (let at = body; at < text.length && headings.length < MOST_SECTIONS; ) {
    const newline = text.indexOf('\n', at);
    const [start, stop] = [at, newline === -1 ? text.length : newline + 1];
    const words = text.slice(start, stop).trimEnd();
    at = stop;
    line += 1;
    const before = above;
    above = null;
    if (isComment) {
      isComment = !words.includes('-->');
      continue;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(words)?.[1];
    if (fence !== null) {
      const isClosing =
        mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length && /^\s*[`~]+$/.test(words);
      if (isClosing) fence = null;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      continue;
    }
    isComment = words.lastIndexOf('<!--') > words.lastIndexOf('-->');
    const [opening, signs = ''] = /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(words) ?? [];
    if (opening !== undefined) {
      const inner = words.slice(opening.length).replace(/(?:^|[ \t]+)#+$/, '');
      const headingFrom = start + opening.length;
      headings.push({
        level: signs.length,
        start,
        headingFrom,
        headingTo: headingFrom + inner.length,
        body: stop,
        line,
      });
    } else if (before !== null && /^ {0,3}(?:=+|-{3,})$/.test(words)) {
      const headingFrom = before.start + (before.text.length - before.text.trimStart().length);
      const headingTo = before.start + before.text.length;
      const level = words.includes('=') ? 1 : 2;
      headings.push({ level, start: before.start, headingFrom, headingTo, body: stop, line: line - 1 });
    } else if (/^ {0,3}[\p{L}\p{N}]/u.test(words) && !words.includes('|')) above = { start, text: words };
  }
  const sections = headings.map((heading, index) => {
    const end = headings[index + 1]?.start ?? text.length;
    return {
      ...heading,
      heading: text.slice(heading.headingFrom, heading.headingTo).trim(),
      text: text
        .slice(heading.body, end)
        .replace(/^(?:[ \t]*\r?\n)+/, '')
        .trimEnd(),
      end,
    };
  });
  return { sections, open: isComment ? 'comment' : fence === null ? null : 'code' };
}

/** The heading of the whole text: the first of level 1; null where it has none. */
export const titleOf = (text: string): string | null =>
  sectionsOf(text).find(({ level, heading }) => level === 1 && heading !== '')?.heading ?? null;

/** Writes the first heading of level 1 anew; a text without one gets it after its front matter. */
export function editTitle(text: string, title: string): string {
  const { body, eol } = placeOf(text);
  const words = oneLine(title);
  const found = sectionsOf(text).find(({ level }) => level === 1);
  if (found === undefined) {
    const gap = /^(?:\r?\n|$)/.test(text.slice(body)) ? '' : eol;
    const before = text.slice(0, body);
    const apart = before === '' || before === '\u{FEFF}' ? '' : eol;
    return `${before}${before.endsWith('\n') || apart === '' ? '' : eol}${apart}# ${words}${eol}${gap}${text.slice(body)}`;
  }
  if (found.heading === words) return text;
  const sign = found.headingFrom === found.body || text[found.headingFrom - 1] === '#' ? ' ' : '';
  return text.slice(0, found.headingFrom) + sign + words + text.slice(found.headingTo);
}

/**
 * Puts a text below a heading, in the place of what stands there down to the next heading; everything else stays, byte for byte. A heading
 * that is not there is added with `level`: before those that follow it in `order`, else at the end. An empty text takes heading and
 * text away, unless headings of lower levels belong to it. Headings are the same when they are but for case. Throws a `FortnightError`
 * (`invalid-record`) for a text whose code or comment never ends: it would swallow what follows.
 */
export function editSection(
  text: string,
  heading: string,
  content: string,
  { level = 2, order = [] }: { readonly level?: number; readonly order?: readonly string[] } = {},
): string {
  const { eol } = placeOf(text);
  const lines = content
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const { open } = scan(`\n${lines}`);
  if (open !== null) {
    throw new FortnightError(
      'invalid-record',
      `The text of ${heading} has a ${open === 'code' ? 'code block' : 'comment'} that never ends.`,
      {
        hint: `Close it with ${open === 'code' ? '```' : '-->'}.`,
      },
    );
  }
  const words = lines.replaceAll('\n', eol);
  const sections = sectionsOf(text);
  const at = sections.findIndex((section) => section.level > 1 && isSame(section.heading, heading));
  const found = sections[at];
  if (found === undefined) return words === '' ? text : added(text, sections, { heading, level, order, words });
  if (found.text === lines || found.text === words) return text;
  const isLast = at === sections.length - 1;
  const hasParts = (sections[at + 1]?.level ?? 0) > found.level;
  if (words === '' && !hasParts) return text.slice(0, found.start) + text.slice(found.end);
  const head = text.slice(0, found.body);
  const gap = head.endsWith('\n') ? eol : eol + eol;
  const below = isLast ? eol : `${eol}${eol}`;
  return head + (words === '' ? eol : gap + words + below) + text.slice(found.end);
}

function added(
  text: string,
  sections: readonly TextSection[],
  { heading, level, order, words }: { heading: string; level: number; order: readonly string[]; words: string },
): string {
  const { eol } = placeOf(text);
  const own = order.findIndex((one) => isSame(one, heading));
  const later = own === -1 ? [] : order.slice(own + 1);
  const next = sections.find((section) => section.level > 1 && later.some((one) => isSame(one, section.heading)));
  const block = `${'#'.repeat(level)} ${oneLine(heading)}${eol}${eol}${words}${eol}`;
  if (next !== undefined) return `${text.slice(0, next.start)}${block}${eol}${text.slice(next.start)}`;
  const apart = text === '' || /\n\r?\n$/.test(text) ? '' : text.endsWith('\n') ? eol : eol + eol;
  return text + apart + block;
}

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
