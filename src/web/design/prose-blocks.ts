/** A part of a text somebody wrote in Markdown: as much of it as is worth telling apart. */
export type ProseBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What its author left for whoever edits it. */
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'quote'; readonly blocks: readonly ProseBlock[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly start: number;
      readonly items: readonly (readonly ProseBlock[])[];
    };

/** Quotes and lists within each other, so deep; further in, the text stands as it is. */
const DEEPEST = 6;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/;
const ITEM = /^( {0,3})([-*+]|(\d{1,6})[.)])( +|$)/;
const QUOTE = /^ {0,3}> ?/;
const RULE = /^ {0,3}([-*_])(?: *\1){2,} *$/;
const COMMENT = /^ {0,3}<!--/;
const TABLE = /^ {0,3}\|/;

/** Text in Markdown as parts, in one pass; whatever is none of them is a paragraph. Nothing of it is ever HTML. */
export function proseBlocks(text: string): readonly ProseBlock[] {
  return blocksOf(text.replace(/\r\n?/g, '\n').split('\n'), 0);
}

function blocksOf(lines: readonly string[], depth: number): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let at = 0;
  const take = (isPart: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && isPart(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line)?.[1];
    if (line.trim() === '' || RULE.test(line)) at += 1;
    else if (fence !== undefined) {
      at += 1;
      const code = take((one) => !isEndOf(fence, one));
      at += 1;
      blocks.push({ kind: 'code', lines: code });
    } else if (HEADING.test(line)) {
      at += 1;
      blocks.push({ kind: 'heading', text: HEADING.exec(line)?.[1] ?? '' });
    } else if (COMMENT.test(line)) {
      const open = take((one) => !one.includes('-->'));
      const words = [...open, ...(at < lines.length ? [lines[at] ?? ''] : [])];
      at += 1;
      blocks.push({ kind: 'comment', text: words.join(' ').replace('<!--', '').replace('-->', ' ').trim() });
    } else if (TABLE.test(line)) {
      blocks.push({ kind: 'code', lines: take((one) => TABLE.test(one)).map((one) => one.trim()) });
    } else if (depth < DEEPEST && QUOTE.test(line)) {
      const quoted = take((one) => QUOTE.test(one)).map((one) => one.replace(QUOTE, ''));
      blocks.push({ kind: 'quote', blocks: blocksOf(quoted, depth + 1) });
    } else if (depth < DEEPEST && ITEM.test(line)) {
      blocks.push(listAt());
    } else {
      const own = at;
      const words = take((one) => one.trim() !== '' && (at === own || !isStart(one, depth)));
      blocks.push({ kind: 'paragraph', text: words.map((one) => one.trim()).join(' ') });
    }
  }
  return blocks;

  function listAt(): ProseBlock {
    const first = ITEM.exec(lines[at] ?? '');
    const isOrdered = first?.[3] !== undefined;
    const items: (readonly ProseBlock[])[] = [];
    while (at < lines.length) {
      const mark = ITEM.exec(lines[at] ?? '');
      if (mark === null || (mark[3] !== undefined) !== isOrdered) break;
      const own = (lines[at] ?? '').slice(mark[0].length);
      const indent = Math.min(mark[0].length, 4);
      at += 1;
      const rest = take((one) => isWithin(one, indent));
      while (rest.at(-1)?.trim() === '') rest.pop();
      items.push(blocksOf([own, ...rest.map((one) => one.replace(/^ {1,4}/, ''))], depth + 1));
    }
    return { kind: 'list', isOrdered, start: Number(first?.[3] ?? 1), items };
  }

  /** A line goes on with an item when it is indented, or carries its paragraph on; a blank one when what follows does. */
  function isWithin(line: string, indent: number): boolean {
    if (line.trim() === '') {
      const next = lines[at + 1] ?? '';
      return next.trim() !== '' && /^ {2,}/.test(next);
    }
    return line.startsWith(' '.repeat(Math.min(indent, 2))) || !isStart(line, depth);
  }
}

const isEndOf = (fence: string, line: string): boolean => {
  const end = FENCE.exec(line)?.[1];
  return end !== undefined && end[0] === fence[0] && end.length >= fence.length;
};

const isStart = (line: string, depth: number): boolean =>
  FENCE.test(line) ||
  HEADING.test(line) ||
  TABLE.test(line) ||
  COMMENT.test(line) ||
  (depth < DEEPEST && (ITEM.test(line) || QUOTE.test(line)));
