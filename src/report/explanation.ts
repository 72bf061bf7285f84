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
  const rows = everything ? report.rows : report.rows.slice(0, ROWS_SHOWN);
  const blocks: Block[] = [];
  for (const [i, row] of rows.entries()) {
    const first = report.columns[0];
    const pieces = evidence[i] ?? [];
    const shown = everything ? pieces : pieces.slice(0, PIECES_SHOWN);
    const label = first === undefined ? '' : cellText(row.cells[first.key], first.kind);
    blocks.push(textBlock([strong(label), quiet(`: ${totalText(shown.length, row.evidenceTotal)}`)]));
    if (shown.length > 0) blocks.push(piecesTable(shown));
  }
  const rest = report.rows.length - rows.length;
  if (rest > 0 || !everything) {
    const more: Inline = [
      quiet(rest > 0 ? `${counted(rest, 'more row')}; all of it: ` : 'All of it: '),
      command(`fortnight explain ${report.measure} --evidence`),
    ];
    blocks.push(textBlock(more));
  }
  return { kind: 'section', title: 'Evidence', sure: null, blocks };
}

const totalText = (shown: number, total: number): string =>
  total === 0 ? 'none' : shown < total ? `the newest ${shown} of ${counted(total, 'piece')}` : counted(total, 'piece');

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
