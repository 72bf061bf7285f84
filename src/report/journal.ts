import {
  type CalibrationRow,
  ENOUGH_CLAIMS,
  ENOUGH_FOR_SCORE,
  type JournalCalibration,
} from '../domain/journal-calibration.ts';
import type { JournalCandidates } from '../domain/journal-candidates.ts';
import { type Block, command, type Page, type PageColumn, quiet, strong, textBlock } from '../domain/page.ts';
import { counted, inHundred, numeral, percent } from '../domain/words.ts';
import { interval, NOTHING } from './figures.ts';
import { notesBlock, windowText } from './measure.ts';

/** How often the lead's own claims hold, beside how sure they were. */
export function calibrationPage(calibration: JournalCalibration): Page {
  const { all, rows, answer } = calibration;
  return {
    blocks: [
      {
        kind: 'headline',
        left: strong('How often your claims hold'),
        right: quiet(counted(all.claims, 'claim')),
      },
      textBlock(strong(answer)),
      ...(rows.length > 0 ? [bandTable(rows.length > 1 ? [...rows, all] : rows, all)] : []),
      textBlock(scoreText(calibration)),
      ...leftOut(calibration),
      textBlock(
        quiet(
          `In brackets: the 95 % interval; below ${ENOUGH_CLAIMS} claims there is not enough evidence for a share. You judge your own claims, so it is a mirror, no proof. It is shown to you alone.`,
        ),
      ),
    ],
  };
}

const VERDICTS: Readonly<Record<CalibrationRow['verdict'], string>> = {
  over: 'surer than they turned out',
  under: 'less sure than they turned out',
  fits: 'no difference from chance',
  'too-few': 'not enough evidence',
};

function bandTable(rows: readonly CalibrationRow[], all: CalibrationRow): Block {
  return {
    kind: 'table',
    columns: [column('how sure'), column('held'), column('share'), column('stated'), column('', 'wrap')],
    rows: rows.map((row) => [
      row === all ? 'all' : `${row.from}–${row.to} in 100`,
      `${numeral(row.held)} of ${numeral(row.claims)}`,
      row.share === null ? NOTHING : `${percent(row.share.share)} (${interval(row.share)})`,
      row.stated === null ? NOTHING : inHundred(row.stated),
      VERDICTS[row.verdict],
    ]),
  };
}

function scoreText({ brier, all }: JournalCalibration): string {
  return brier === null
    ? `Brier score: not enough evidence, ${counted(all.claims, 'claim')} of ${ENOUGH_FOR_SCORE}.`
    : `Brier score: ${brier.toFixed(2)} on ${counted(all.claims, 'claim')}. 0 is perfect; always saying 50 gives 0.25.`;
}

function leftOut({ leftOut: { unknowable, unsure, open, overdue } }: JournalCalibration): Block[] {
  const items = [
    ...(unknowable > 0 ? [`${counted(unknowable, 'claim')} nobody can tell about.`] : []),
    ...(unsure > 0 ? [`${counted(unsure, 'claim')} without a word on how sure you were.`] : []),
    ...(open > 0 ? [`${counted(open, 'claim')} whose day has not come.`] : []),
    ...(overdue > 0
      ? [[`${counted(overdue, 'claim')} whose day has come, and nobody looked: `, command('fortnight journal list')]]
      : []),
  ];
  return items.length === 0
    ? []
    : [{ kind: 'section', title: 'Left out', sure: null, blocks: [{ kind: 'list', items }] }];
}

/** What the lead visibly did for others and has not logged, each with the line that logs it. */
export function candidatesPage({ candidates, logged, repositories, window, notes }: JournalCandidates): Page {
  const known = logged > 0 ? ` ${counted(logged, 'other')} ${logged === 1 ? 'is' : 'are'} in the journal already.` : '';
  return {
    blocks: [
      {
        kind: 'headline',
        left: strong('What you might log'),
        right: quiet(`${repositories.join(', ')} · ${windowText(window)}`),
      },
      textBlock(
        candidates.length === 0
          ? `Nothing that the evidence shows is left to log.${known} Most of what counts leaves no trace in git: a conversation, a question, a conflict defused.`
          : `The evidence shows that it happened, not what came of it: add a claim where you dare (--claim, --sure).${known}`,
      ),
      ...candidates.map(
        ({ title, on, evidence, line }): Block => ({
          kind: 'section',
          title,
          sure: null,
          blocks: [
            textBlock(
              quiet(`${on} · ${evidence.map(({ id, kind }) => (kind === 'file' ? id : id.slice(0, 10))).join(', ')}`),
            ),
            textBlock(command(line)),
          ],
        }),
      ),
      ...(notes.length > 0 ? [notesBlock(notes)] : []),
    ],
  };
}

const column = (label: string, overflow: PageColumn['overflow'] = 'elide'): PageColumn => ({
  label,
  align: 'left',
  overflow,
});
