import type { Block, PageCell, PageColumn } from '../domain/page.ts';
import { elideLine, type Line, lineWidth, pad, type Run, runs, widthOf, wrap } from './lines.ts';

type Table = Extract<Block, { kind: 'table' }>;

const GAP = 2;
const BAR_WIDEST = 24;
const BAR_NARROWEST = 8;
const ROOM_FOR_WORDS = 12;

/** A table as lines no wider than `width`: columns shrink where they may, and turn into cards where they cannot. */
export function tableLines(table: Table, width: number, unicode: boolean): Line[] {
  const columns = table.columns.map((column, i) => measureColumn(column, i, table, unicode));
  const widths = fitColumns(columns, width);
  if (widths === null) return cards(table, width, unicode);
  const head = table.columns.map((column, i): Line[] => [
    pad(
      [{ text: elideLine(runs(column.label, unicode), widths[i] ?? 0, unicode)[0]?.text ?? '', tone: 'quiet' }],
      widths[i] ?? 0,
      column.align,
    ),
  ]);
  const lines = table.columns.some((c) => c.label !== '') ? joinCells(head, widths) : [];
  for (const row of table.rows) {
    const cells = table.columns.map((column, i) =>
      cellLines(row[i] ?? '', column, widths[i] ?? 0, unicode).map((line) => pad(line, widths[i] ?? 0, column.align)),
    );
    lines.push(...joinCells(cells, widths));
  }
  return lines;
}

interface Measured {
  readonly natural: number;
  readonly least: number;
  readonly isBar: boolean;
}

function measureColumn(column: PageColumn, index: number, table: Table, unicode: boolean): Measured {
  const label = widthOf(runs(column.label, unicode)[0]?.text ?? '');
  const isBar = table.rows.some((row) => isBarCell(row[index] ?? ''));
  if (isBar) return { natural: Math.max(BAR_WIDEST, label), least: Math.max(BAR_NARROWEST, label), isBar };
  let natural = label;
  for (const row of table.rows) {
    const cell = row[index] ?? '';
    if (!isBarCell(cell)) natural = Math.max(natural, lineWidth(runs(cell, unicode)));
  }
  const least = column.align === 'right' ? natural : Math.min(natural, Math.max(label, ROOM_FOR_WORDS));
  return { natural, least, isBar };
}

/** Widths that fit, or null when even the least do not. Bars give way first, then the widest words. */
function fitColumns(columns: readonly Measured[], width: number): number[] | null {
  const room = width - GAP * (columns.length - 1);
  const widths = columns.map((c) => c.natural);
  let over = widths.reduce((a, b) => a + b, 0) - room;
  for (const [i, column] of columns.entries()) {
    if (over <= 0 || !column.isBar) continue;
    const give = Math.min(over, column.natural - column.least);
    widths[i] = column.natural - give;
    over -= give;
  }
  while (over > 0) {
    let widest = -1;
    for (const [i, column] of columns.entries()) {
      if ((widths[i] ?? 0) > column.least && (widest < 0 || (widths[i] ?? 0) > (widths[widest] ?? 0))) widest = i;
    }
    if (widest < 0) return null;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  return widths;
}

function cellLines(cell: PageCell, column: PageColumn, width: number, unicode: boolean): Line[] {
  if (isBarCell(cell)) return [barLine(cell.bar, width, unicode)];
  const line = runs(cell, unicode);
  return column.overflow === 'wrap' ? wrap(line, width) : [elideLine(line, width, unicode)];
}

/** A thin bar: heavy for the share, light for the rest. */
function barLine(share: number, width: number, unicode: boolean): Line {
  const full = Math.max(0, Math.min(width, Math.round(share * width)));
  const [on, off] = unicode ? ['━', '╌'] : ['=', '.'];
  return [
    { text: on.repeat(full), tone: 'accent' },
    { text: off.repeat(width - full), tone: 'quiet' },
  ];
}

function joinCells(cells: readonly (readonly Line[])[], widths: readonly number[]): Line[] {
  const height = Math.max(1, ...cells.map((c) => c.length));
  const out: Line[] = [];
  for (let y = 0; y < height; y += 1) {
    const line: Run[] = [];
    for (const [x, cell] of cells.entries()) {
      if (x > 0) line.push({ text: ' '.repeat(GAP), tone: null });
      line.push(...(cell[y] ?? [{ text: ' '.repeat(widths[x] ?? 0), tone: null }]));
    }
    out.push(line);
  }
  return out;
}

/** Each row as a few lines `label  value`, for a table too wide for the screen. */
function cards(table: Table, width: number, unicode: boolean): Line[] {
  const out: Line[] = [];
  for (const row of table.rows) {
    if (out.length > 0) out.push([]);
    for (const [i, column] of table.columns.entries()) {
      const cell = row[i] ?? '';
      if (isBarCell(cell)) continue;
      const value = runs(cell, unicode);
      if (i === 0) {
        out.push(...wrap(value, width));
        continue;
      }
      const label: Run = { text: `  ${runs(column.label, unicode)[0]?.text ?? ''}: `, tone: 'quiet' };
      out.push(...wrap([label, ...value], width));
    }
  }
  return out;
}

function isBarCell(cell: PageCell): cell is { readonly bar: number } {
  return typeof cell === 'object' && 'bar' in cell;
}
