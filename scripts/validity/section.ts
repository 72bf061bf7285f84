import { shippedCalibration } from '../../src/absence/calibration.ts';
import type { AbsenceBacktest, Estimate, Interval, OutcomeShares } from '../../src/domain/absence-backtest.ts';
import { counted } from '../../src/domain/words.ts';
import { absenceBacktestPage } from '../../src/report/absence-backtest.ts';
import { bandWords, basisWords, numberCell, shareCell, timesCell } from '../../src/report/estimates.ts';
import { markdown } from '../../src/report/markdown.ts';

const BEGIN = '<!-- absences: written by scripts/validity.ts from docs/validity-absence.json; edit those. -->';
const END = '<!-- absences: end -->';

/** A document with the section between its marks written anew. */
export function withAbsenceSection(document: string, result: AbsenceBacktest): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('docs/validity.md has no marks for the section on absences');
  return `${document.slice(0, begin)}${BEGIN}\n\n${absenceSection(result)}\n${document.slice(end)}`;
}

/** What our own backtest found, beside the study of 58 repositories. */
export function absenceSection(result: AbsenceBacktest): string {
  const page = markdown(absenceBacktestPage(result)).replace(/^(#+) /gm, '#$1 ');
  return `### Beside the study of 58 repositories\n\n${beside(result)}\n\n${page}`;
}

/** A published figure: its words, and its interval where it has one. */
interface Published {
  readonly words: string;
  readonly interval: Interval | null;
}
const silent: Published = { words: '–', interval: null };
const said = (words: string): Published => ({ words, interval: null });
const within = (interval: Interval | null, words: (interval: Interval) => string): Published =>
  interval === null ? silent : { words: words(interval), interval };

type Cell = (interval: Interval, of: number) => string;

/** Figures of the study that are in no calibration, as it gives them. */
const PUBLISHED = {
  byAuthor: within({ value: 0.58, low: 0.42, high: 0.66 }, timesCell),
  byArea: within({ value: 0.74, low: 0.64, high: 0.85 }, timesCell),
  explained: {
    dependence: within({ value: 0.36, low: 0.13, high: 0.55 }, numberCell),
    gate: silent,
    replay: said('0.43'),
    mergeShare: said('0.31'),
    commitShare: said('0.10'),
  },
  coverage: said('75 in 100'),
} as const;

function beside(result: AbsenceBacktest): string {
  const { slope, bands, foretelling, present } = shippedCalibration;
  const unseen = slope.unseen === null ? null : { ...slope.unseen, value: slope.unseen.slope };
  const area = foretelling === null ? null : { ...foretelling, value: foretelling.auc };
  const { byAuthor, byArea } = result.streams;
  const rows = [
    row('slope of y on D', within(unseen, numberCell), result.slope),
    row('the same, present', slope.present === null ? silent : said(slope.present.toFixed(2)), result.placebos.present),
    row('streams by author, gated over open', PUBLISHED.byAuthor, byAuthor.away, timesCell),
    row('the same, over present', silent, byAuthor.net, timesCell),
    row('streams by area, gated over open', PUBLISHED.byArea, byArea.away, timesCell),
    row('the same, over present', silent, byArea.net, timesCell),
    ...bands.map((band, place) => {
      const { share, low, high } = band.outcomes['nearly-stopped'];
      const published = low === null || high === null ? null : { value: share, low, high };
      return row(
        `nearly stopped, D ${bandWords({ from: band.from, to: band.to === 1 ? null : band.to })}`,
        within(published, (interval) => shareCell(interval, band.absences)),
        nearlyStopped(result.bands[place]),
        shareCell,
      );
    }),
    row(
      'nearly stopped, highest band, present',
      present === null
        ? silent
        : said(`about ${Math.round(present.outcomes['nearly-stopped'].share * present.windows)} of ${present.windows}`),
      nearlyStopped(result.presentBand),
      shareCell,
    ),
    row('area under the curve, "nearly stopped"', within(area, numberCell), result.auc),
    row('intervals that promise 80 in 100, high D', PUBLISHED.coverage, result.coverage.yAtHigh, shareCell),
    ...result.explained.gatekeepers.map(({ predictor, share }) =>
      row(`explained among gatekeepers: ${EXPLAINED[predictor]}`, PUBLISHED.explained[predictor], share),
    ),
  ];
  const head = ['| | as published | found here | found lies |', '|---|---|---|---|'];
  return [...head, ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

function nearlyStopped(shares: OutcomeShares | undefined): Estimate {
  const { cases = 0, repositories = 0, nearlyStopped: estimate = null, missing = null } = shares ?? {};
  return { cases, repositories, estimate, missing: estimate === null ? (missing ?? 'no such band') : null };
}

function row(what: string, published: Published, found: Estimate, cell: Cell = numberCell): string[] {
  const { estimate, cases } = found;
  if (estimate === null) return [what, published.words, 'not enough evidence', '–'];
  const words =
    cell === shareCell
      ? `${cell(estimate, cases)} in ${counted(found.repositories, 'repository', 'repositories')}`
      : `${cell(estimate, cases)}, ${basisWords(found, 'case')}`;
  return [what, published.words, words, published.interval === null ? '–' : placeOf(estimate, published.interval)];
}

function placeOf(found: Interval, published: Interval): string {
  if (published.low <= found.value && found.value <= published.high) return 'inside the published interval';
  return found.high < published.low || published.high < found.low ? '**apart**' : 'outside, intervals overlap';
}

const EXPLAINED = {
  dependence: 'D',
  gate: 'G',
  replay: 'replay',
  mergeShare: 'share of merges',
  commitShare: 'share of commits',
} as const;
