import type { Explanation, OpenedEvidence } from '../domain/explanation.ts';
import { type Block, command, type Inline, type Page, quiet, type Span, strong, textBlock } from '../domain/page.ts';
import { calendarDay, counted, decimal } from '../domain/words.ts';
import { cellText, reportFigure } from './figures.ts';
import { notesBlock, reportHeadline, sureLine } from './measure.ts';

/** What a person reads before they ask for all. */
const ROWS_SHOWN = 5;
const PIECES_SHOWN = 3;

/** A figure taken apart, as a page. */
export function explanationPage(explanation: Explanation, everything: boolean): Page {
  const { report } = explanation;
  return {
    blocks: [
      reportHeadline(report),
      textBlock(quiet(report.question)),
      textBlock(strong(report.answer)),
      {
        kind: 'facts',
        rows: [
          { label: 'Figure', value: reportFigure(report) },
          { label: 'How sure', value: sureLine(report) },
          { label: 'Formula', value: explanation.formula },
          ...explanation.parameters.map((p) => ({
            label: `--${p.name}`,
            value: `${decimal(p.value)}${p.value === p.default ? '' : ` (default ${decimal(p.default)})`}. ${p.doc}`,
          })),
          { label: 'It misleads', value: explanation.misleads },
          { label: 'Source', value: explanation.source },
        ],
      },
      evidenceSection(explanation, everything),
      ...(report.notes.length > 0 ? [notesBlock(report.notes)] : []),
    ],
  };
}

function evidenceSection({ report, evidence }: Explanation, everything: boolean): Block {
  const told = report.rows
    .map((row, i) => ({ row, pieces: evidence[i] ?? [] }))
    .filter(({ pieces }) => pieces.length > 0);
  const rows = everything ? told : told.slice(0, ROWS_SHOWN);
  const blocks: Block[] = [];
  for (const { row, pieces } of rows) {
    const first = report.columns[0];
    const shown = everything ? pieces : pieces.slice(0, PIECES_SHOWN);
    const label = first === undefined ? '' : cellText(row.cells[first.key], first.kind).trim();
    blocks.push(textBlock([strong(label), quiet(`: ${totalText(shown.length, row.evidenceTotal)}`)]));
    blocks.push(piecesTable(shown));
  }
  if (told.length === 0) blocks.push(textBlock('There is none.'));
  const rest = told.length - rows.length;
  if (!everything && told.length > 0) {
    const more = rest > 0 ? `${counted(rest, 'more row')}; all of it: ` : 'All of it: ';
    blocks.push(textBlock([quiet(more), command(`fortnight explain ${report.measure} --evidence`)]));
  }
  return { kind: 'section', title: 'Evidence', sure: null, blocks };
}

const totalText = (shown: number, total: number): string =>
  shown < total ? `the newest ${shown} of ${counted(total, 'piece')}` : counted(total, 'piece');

function piecesTable(pieces: readonly OpenedEvidence[]): Block {
  return {
    kind: 'table',
    columns: [
      { label: '', align: 'left', overflow: 'elide' },
      { label: '', align: 'left', overflow: 'elide' },
      { label: '', align: 'left', overflow: 'elide' },
    ],
    rows: pieces.map((piece) => [
      idText(piece),
      quiet(piece.time === null ? '' : calendarDay(piece.time)),
      titleOf(piece),
    ]),
  };
}

/** Enough of a commit id for `git show`; a path or a tag as it is. */
function idText(piece: OpenedEvidence): Span {
  return command(piece.kind === 'commit' || piece.kind === 'change' ? piece.id.slice(0, 10) : piece.id);
}

const titleOf = (piece: OpenedEvidence): Inline => piece.title ?? quiet(piece.kind === 'file' ? 'file' : '');
