import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** One line of the table: what was measured, how much, and what was promised. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 's' | 'MB' | 'kB' | '×' | '';
  /** The promise: under this; absent where there is none. */
  readonly under?: number;
  /** How it was found: rounds, both sides of a ratio. */
  readonly detail: string;
}

/** A Markdown table, which also reads well in a terminal. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${amount(figure.value, figure.unit)}`,
    figure.under === undefined ? '' : `${amount(figure.under, figure.unit)}`,
    verdict(figure),
    figure.detail,
  ]);
  const all = [['what', 'measured', 'at most', 'verdict', 'how'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)].join('\n');
}

function verdict({ value, under }: Figure): string {
  if (under === undefined) return '';
  return value <= under ? 'pass' : 'falls short';
}

function amount(value: number, unit: Figure['unit']): string {
  if (Number.isNaN(value)) return 'none';
  if (unit === 'MB' || unit === 'kB') return `${Math.round(value)} ${unit}`;
  return `${value.toFixed(2)}${unit === '' ? '' : unit === '×' ? '×' : ` ${unit}`}`;
}

/** The machine in one line, as far as it explains a figure, and how busy it was with other things. */
export function machine(git: string): string {
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const models = [...new Set(cpus().map(({ model }) => model.trim()))].join(', ');
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${models || 'unknown'}), ${memory} GB, ${type()} ${release()}, Node ${process.versions.node}, ${git}; load ${load} at the start`;
}
