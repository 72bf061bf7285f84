import {
  type Block,
  command,
  type Page,
  type PageCell,
  type PageColumn,
  quiet,
  strong,
  textBlock,
} from '../domain/page.ts';
import type { Report, ReportColumn } from '../domain/report.ts';
import { sureMark, sureWords } from '../domain/sure.ts';
import { calendarDay } from '../domain/words.ts';
import { cellText } from './figures.ts';

/** Rows a person reads before they ask for all. */
export const ROWS_SHOWN = 30;

/** One report as a page: the answer first, then how sure it is, then the rows. */
export function measurePage(report: Report, everything: boolean, isMeasure = true): Page {
  const rest = everything ? 0 : report.rows.length - ROWS_SHOWN;
  return {
    blocks: [
      reportHeadline(report),
      textBlock(quiet(report.question)),
      textBlock(strong(report.answer)),
      textBlock(sureLine(report)),
      ...(report.rows.length > 0 ? [reportTable(report, everything ? report.rows.length : ROWS_SHOWN)] : []),
      ...(rest > 0
        ? [
            textBlock([
              quiet(`${rest} more: `),
              command(`fortnight ${isMeasure ? 'measure ' : ''}${report.measure} --evidence`),
            ]),
          ]
        : []),
      ...(report.notes.length > 0 ? [notesBlock(report.notes)] : []),
      ...(isMeasure
        ? [textBlock([quiet('Formula and evidence: '), command(`fortnight explain ${report.measure}`)])]
        : []),
    ],
  };
}

export function reportHeadline(report: Report): Block {
  return {
    kind: 'headline',
    left: strong(report.title),
    right: quiet(`${report.repositories.join(', ')} · ${windowText(report.window)}`),
  };
}

/** `2026-05-24 to 2026-11-20 (180 days)`. */
export function windowText(window: Report['window']): string {
  const days = Math.round((window.until - window.since) / 86_400);
  return `${calendarDay(window.since)} to ${calendarDay(window.until)} (${days} days)`;
}

export function sureLine(report: Report): string {
  const words = sureWords(report.confidence.level);
  return `${sureMark(report.confidence.level)} ${words.charAt(0).toUpperCase()}${words.slice(1)}. ${report.confidence.because}`;
}

export function notesBlock(notes: readonly string[]): Block {
  return { kind: 'section', title: 'Good to know', sure: null, blocks: [{ kind: 'list', items: notes }] };
}

export function reportTable(report: Report, rows: number): Block {
  return {
    kind: 'table',
    columns: report.columns.map(pageColumn),
    rows: report.rows
      .slice(0, rows)
      .map((row) => report.columns.map((column): PageCell => cellText(row.cells[column.key], column.kind))),
  };
}

function pageColumn(column: ReportColumn): PageColumn {
  return {
    label: column.label,
    align: ['count', 'number', 'seconds', 'instant'].includes(column.kind) ? 'right' : 'left',
    overflow: column.kind === 'path' ? 'elide' : 'wrap',
  };
}
