import type { ReactNode } from 'react';
import { cellText, isPeople, isShare } from '../../domain/figure-words.ts';
import type { Cell, Report, ReportColumn, ReportRow } from '../../domain/report.ts';
import { AreaLink } from '../design/area-link.tsx';
import type { Copyable } from '../design/copyable.ts';
import { DataTable } from '../design/data-table.tsx';
import { Evidence } from '../design/evidence.tsx';
import { Names } from '../design/names.tsx';
import { Said } from '../design/said.tsx';
import { ShareBar } from '../design/share-bar.tsx';
import { text } from '../messages/index.ts';
import { areaOf } from './area-of.ts';
import { toneOf } from './tone-of.ts';

const RIGHT: ReadonlySet<string> = new Set(['count', 'number', 'seconds', 'instant']);
const EVIDENCE = '#evidence';
const alignOf = ({ kind }: ReportColumn): 'left' | 'right' => (RIGHT.has(kind) ? 'right' : 'left');

/** The rows of a report, each column as its kind is read, each row with its evidence. */
export function ReportTable({ report, limit }: { readonly report: Report; readonly limit?: number }) {
  const hasEvidence = report.rows.some(({ evidence }) => evidence.length > 0);
  return (
    <DataTable
      caption={report.title}
      {...(limit === undefined ? {} : { limit })}
      columns={[
        ...report.columns.map((column) => ({ key: column.key, label: column.label, align: alignOf(column) })),
        ...(hasEvidence ? [{ key: EVIDENCE, label: text.measure.evidence, align: 'right' as const }] : []),
      ]}
      rows={report.rows.map((row, i) => ({
        key: String(i),
        cells: {
          ...Object.fromEntries(
            report.columns.map((column) => [column.key, cellNode(row.cells[column.key], column, report)]),
          ),
          [EVIDENCE]: evidenceNode(row, report),
        },
      }))}
      empty={text.measure.noRows}
    />
  );
}

/** The same as text, for taking it elsewhere. */
export function reportCopy(report: Report): Copyable {
  return {
    title: report.title,
    columns: report.columns.map((column) => ({ label: column.label, align: alignOf(column) })),
    rows: report.rows.map((row) => report.columns.map((column) => cellText(row.cells[column.key], column.kind))),
    note: `${report.answer} ${report.confidence.because}`,
  };
}

function cellNode(cell: Cell | undefined, column: ReportColumn, report: Report): ReactNode {
  if (isPeople(cell)) return <Names names={cell.people} limit={6} />;
  if (isShare(cell)) return <ShareBar share={cell} {...barTone(report)} />;
  const said = <Said>{cellText(cell, column.kind)}</Said>;
  if (column.kind !== 'path' || typeof cell !== 'string') return said;
  const area = areaOf(cell, report.repositories);
  return area === null ? said : <AreaLink {...area} />;
}

const barTone = ({ measure }: Report): { tone: 'alone' | 'others' } => ({
  tone: toneOf(measure) === 'alone' ? 'alone' : 'others',
});

function evidenceNode(row: ReportRow, report: Report): ReactNode {
  if (row.evidence.length === 0) return <span>{text.measure.none}</span>;
  const [first] = report.columns;
  const name = first === undefined ? report.title : cellText(row.cells[first.key], first.kind).trim();
  const isChanges = row.evidence.every(({ kind }) => kind === 'change');
  return (
    <Evidence
      pieces={row.evidence}
      total={row.evidenceTotal}
      {...(isChanges ? {} : { label: text.measure.pieces(row.evidenceTotal) })}
      title={text.measure.evidenceOf(name)}
    />
  );
}
