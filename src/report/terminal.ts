import { type Block, type Page, strong } from '../domain/page.ts';
import { elideLine, type Line, lineWidth, pad, runs, widthOf, wrap } from './lines.ts';
import { paint, type Screen } from './paint.ts';
import { sureSpan } from './sure.ts';
import { tableLines } from './table.ts';

/** From here on, `columns` stand side by side. */
const SIDE_BY_SIDE = 140;
/** Longer lines of prose are hard to read. */
const PROSE = 100;
const GUTTER = 4;

/** A page as the text of a terminal screen. No line is wider than the screen, nothing in it but text and our styles. */
export function terminal(page: Page, screen: Screen): string {
  const lines = stack(page.blocks, screen.width, screen.unicode);
  return `${lines.map((line) => paint(line, screen)).join('\n')}\n`;
}

function stack(blocks: readonly Block[], width: number, unicode: boolean): Line[] {
  const out: Line[] = [];
  for (const [i, block] of blocks.entries()) {
    if (i > 0) out.push([]);
    out.push(...blockLines(block, width, unicode));
  }
  return out;
}

function blockLines(block: Block, width: number, unicode: boolean): Line[] {
  switch (block.kind) {
    case 'headline':
      return headline(block, width, unicode);
    case 'text':
      return wrap(runs(block.text, unicode), Math.min(width, PROSE));
    case 'facts':
      return facts(block, width, unicode);
    case 'list':
      return block.items.flatMap((item) =>
        hanging([{ text: unicode ? '• ' : '- ', tone: 'quiet' }], runs(item, unicode), Math.min(width, PROSE)),
      );
    case 'table':
      return tableLines(block, width, unicode);
    case 'section':
      return section(block, width, unicode);
    case 'columns':
      return columns(block, width, unicode);
  }
}

function headline(block: Extract<Block, { kind: 'headline' }>, width: number, unicode: boolean): Line[] {
  const left = runs(block.left, unicode);
  const right = runs(block.right, unicode);
  const space = width - lineWidth(left) - lineWidth(right);
  if (space < 2) return [...wrap(left, width), ...wrap(right, width)];
  return [[...left, { text: ' '.repeat(space), tone: null }, ...right]];
}

function facts(block: Extract<Block, { kind: 'facts' }>, width: number, unicode: boolean): Line[] {
  const labels = block.rows.map((row) => runs(row.label, unicode)[0]?.text ?? '');
  const indent = Math.min(Math.max(0, ...labels.map(widthOf)), Math.floor(width / 3));
  return block.rows.flatMap((row, i) => {
    const label = elideLine([{ text: labels[i] ?? '', tone: 'quiet' }], indent, unicode);
    return hanging(
      [...pad(label, indent, 'left'), { text: '  ', tone: null }],
      runs(row.value, unicode),
      Math.min(width, PROSE + indent),
    );
  });
}

/** Text beside a label or bullet, its further lines under its first. */
function hanging(first: Line, text: Line, width: number): Line[] {
  const indent = lineWidth(first);
  return wrap(text, width - indent).map((line, i) => [
    ...(i === 0 ? first : [{ text: ' '.repeat(indent), tone: null }]),
    ...line,
  ]);
}

function section(block: Extract<Block, { kind: 'section' }>, width: number, unicode: boolean): Line[] {
  const title = runs(strong(block.title), unicode);
  const mark = block.sure === null ? [] : [{ text: '   ', tone: null }, ...runs(sureSpan(block.sure), unicode)];
  return [...wrap([...title, ...mark], width), ...stackTight(block.blocks, width, unicode)];
}

/** Inside a section blocks follow each other without an empty line. */
function stackTight(blocks: readonly Block[], width: number, unicode: boolean): Line[] {
  return blocks.flatMap((block) => blockLines(block, width, unicode));
}

function columns(block: Extract<Block, { kind: 'columns' }>, width: number, unicode: boolean): Line[] {
  if (width < SIDE_BY_SIDE) return stack([...block.left, ...block.right], width, unicode);
  const leftWidth = Math.floor((width - GUTTER) * 0.45);
  const rightWidth = width - GUTTER - leftWidth;
  const left = stack(block.left, leftWidth, unicode);
  const right = stack(block.right, rightWidth, unicode);
  const out: Line[] = [];
  for (let y = 0; y < Math.max(left.length, right.length); y += 1) {
    out.push([...pad(left[y] ?? [], leftWidth + GUTTER, 'left'), ...(right[y] ?? [])]);
  }
  return out;
}
