import { cellText, isShare } from '../../../domain/figure-words.ts';
import type { FigureKind, Report } from '../../../domain/report.ts';
import type { FacingSide, MeasureCard } from '../../../domain/scorecard-view.ts';
import { sureWords } from '../../../domain/sure.ts';
import type { Copyable } from '../../design/copyable.ts';
import { text } from '../../messages/index.ts';

const figureWords = (figure: Report['figure'], kind: FigureKind): string =>
  figure === null ? text.scorecard.noFigure : cellText(figure, isShare(figure) ? 'share' : kind);

/** A measure taken elsewhere keeps its interval, its count and how sure it is. */
export function cardCopy({ title, answer, figure, figureKind, confidence }: MeasureCard): Copyable {
  return {
    title,
    columns: [
      { label: text.scorecard.figure, align: 'right' },
      { label: text.measure.sure, align: 'left' },
      { label: text.scorecard.answer, align: 'left' },
    ],
    rows: [[figureWords(figure, figureKind), sureWords(confidence.level), answer]],
    note: confidence.because,
  };
}

export function facingCopy(sides: readonly FacingSide[]): Copyable {
  return {
    title: text.scorecard.oldAndNew,
    columns: [
      { label: '', align: 'left' },
      { label: text.scorecard.about, align: 'left' },
      { label: text.scorecard.figure, align: 'right' },
    ],
    rows: sides.flatMap(({ side, rows }) =>
      rows.map(({ label, value, kind }) => [
        side === 'old' ? text.scorecard.old : text.scorecard.fresh,
        label,
        figureWords(value, kind),
      ]),
    ),
  };
}
