import type { Block, Inline, Page, PageCell, PageColumn } from '../domain/page.ts';
import { plain } from '../domain/plain.ts';
import { asCode, prose } from '../domain/prose.ts';
import { sureMark, sureWords } from '../domain/sure.ts';

/** A page as Markdown for an issue, a wiki or a pull request. Text of strangers stays text: see {@link prose}. */
export function markdown(page: Page): string {
  return `${blocksText(page.blocks, 2)}\n`;
}

/** Text of a page as Markdown of one line, harmless. */
export function inline(text: Inline): string {
  const parts = Array.isArray(text) ? (text as readonly (string | { text: string; tone: string })[]) : [text];
  const out = parts.map((part) => {
    if (typeof part === 'string') return keepEdges(part, prose(part));
    const span = part as { text: string; tone: string };
    if (span.tone === 'command') return asCode(plain(span.text));
    const safe = prose(span.text);
    return keepEdges(
      span.text,
      span.tone === 'strong' && /^[\p{L}\p{N}]/u.test(safe) && /[\p{L}\p{N}]$/u.test(safe) ? `**${safe}**` : safe,
    );
  });
  return out.reduce(join, '').trim();
}

/** Two parts that would mean something together, and do not apart, are kept apart. */
function join(left: string, right: string): string {
  const meets =
    /[\p{L}\p{M}\p{N}./:!%`*-]$/u.test(left) && /^(?:[\p{L}\p{M}\p{N}/"`*]|[.:-][\p{L}\p{N}/])/u.test(right);
  return meets ? `${left} ${right}` : left + right;
}

const keepEdges = (source: string, text: string): string =>
  (source.startsWith(' ') ? ' ' : '') + text + (source.endsWith(' ') && source.length > 1 ? ' ' : '');

function blocksText(blocks: readonly Block[], level: number): string {
  return blocks.map((block) => blockText(block, level)).join('\n\n');
}

function blockText(block: Block, level: number): string {
  switch (block.kind) {
    case 'headline':
      return [`${'#'.repeat(level)} ${inline(block.left).replaceAll('**', '')}`, inline(block.right)]
        .filter((s) => s !== '')
        .join('\n\n');
    case 'text':
      return inline(block.text);
    case 'facts':
      return block.rows.map((row) => `- ${inline(row.label)}: ${inline(row.value)}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`).join('\n');
    case 'table':
      return tableText(block);
    case 'section': {
      const sure = block.sure === null ? '' : ` (${sureMark(block.sure)} ${sureWords(block.sure)})`;
      return `${'#'.repeat(level + 1)} ${prose(block.title)}${sure}\n\n${blocksText(block.blocks, level + 1)}`;
    }
    case 'columns':
      return blocksText([...block.left, ...block.right], level);
  }
}

function tableText(table: Extract<Block, { kind: 'table' }>): string {
  const shown = table.columns
    .map((column, i) => ({ column, i }))
    .filter(({ i }) => !table.rows.some((row) => isBar(row[i] ?? '')));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(shown.map(({ column }) => prose(column.label))),
    line(shown.map(({ column }) => rule(column))),
    ...table.rows.map((row) => line(shown.map(({ i }) => cellText(row[i] ?? '')))),
  ].join('\n');
}

const rule = (column: PageColumn): string => (column.align === 'right' ? '---:' : '---');
const isBar = (cell: PageCell): boolean => typeof cell === 'object' && 'bar' in cell;
const cellText = (cell: PageCell): string => (typeof cell === 'object' && 'bar' in cell ? '' : inline(cell));
