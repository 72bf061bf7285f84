import type { AbsenceBacktest } from '../domain/absence-backtest.ts';
import { type Block, type Page, quiet, strong, textBlock } from '../domain/page.ts';
import { counted, numeral } from '../domain/words.ts';
import {
  bandsSection,
  coverageSection,
  dosesSection,
  explainedSection,
  foretellingSection,
  placebosSection,
  repositoriesSection,
  streamsSection,
} from './absence-backtest-sections.ts';
import { basisWords, withinWords } from './estimates.ts';

/** What a study of past absences found, in plain words: first the answer, last what it does not show. */
export function absenceBacktestPage(backtest: AbsenceBacktest): Page {
  const { parameters } = backtest;
  const blocks: Block[] = [
    {
      kind: 'headline',
      left: strong('Absences, tested on the past'),
      right: quiet(counted(backtest.repositories.length, 'repository', 'repositories')),
    },
    textBlock(strong(answerOf(backtest))),
    textBlock(
      quiet(
        `Counted are temporary absences of ten or more business days with at most one other key person away, at least ${numeral(parameters.leastUsual)} changes of teammates a fortnight before and a known lander of at least ${numeral(parameters.visibilityFloor * 100)} in 100 of them. y is the logarithm of what teammates landed in the first fortnight over what was usual, less what the same people's matched fortnights show when they were present. D is the share of teammates' work that passes only through the person, as it was just before. Intervals hold 19 times of 20 and draw whole repositories.`,
      ),
    ),
    placebosSection(backtest),
    dosesSection(backtest),
    bandsSection(backtest),
    streamsSection(backtest),
    foretellingSection(backtest),
    coverageSection(backtest),
    explainedSection(backtest),
    repositoriesSection(backtest),
    {
      kind: 'section',
      title: 'When there is enough evidence',
      sure: null,
      blocks: [textBlock(ENOUGH)],
    },
    { kind: 'section', title: 'What this does not show', sure: null, blocks: [{ kind: 'list', items: NOT_SHOWN }] },
  ];
  const said = [...backtest.notes, ...writtenWords(backtest)];
  if (said.length > 0) blocks.push({ kind: 'list', items: said });
  return { blocks };
}

const ENOUGH =
  'A slope, the area under the curve, coverage and explained variance take 30 cases of 5 repositories; a slope also 5 cases of 3 repositories with D of at least 0.2, the area 10 absences of 3 repositories on both sides. A mean takes 5 cases of 5 repositories, shares of a band 5 cases of 3.';

const NOT_SHOWN = [
  'What one absence will do. The figures are means over many; single absences lie far on both sides of them.',
  'Which change waits is not shown, before or after.',
  'Why somebody was silent. Silence in a repository is all that is seen.',
  'What a shorter absence does, or a departure, or whether quality suffers: none of it was looked at.',
  'That the dependence is the cause: nobody was sent away by lot. The placebos and the streams of the same fortnight are there to doubt it with.',
  'Anything about repositories unlike these.',
];

/** What the slope says, how sure that is, and whether it is more than the placebos give. */
function answerOf({ slope, placebos }: AbsenceBacktest): string {
  const { estimate } = slope;
  if (estimate === null) {
    return `Not enough evidence to say what absences do to teammates' work here: ${slope.missing}.`;
  }
  const rests = `slope of y on D ${withinWords(estimate)}, ${basisWords(slope)}`;
  if (estimate.low > 0) {
    return `The more passed only through the person away, the more teammates landed, which is not what dependence would do: ${rests}.`;
  }
  if (estimate.high >= 0) return `It is not shown here that dependence made a difference: ${rests}.`;
  const { present, permuted } = placebos;
  const isMore =
    estimate.high < (present.estimate?.value ?? 0) &&
    estimate.value < (permuted.estimate?.low ?? Number.POSITIVE_INFINITY);
  return isMore
    ? `The more passed only through the person away, the less of their work teammates landed: ${rests}.`
    : `The more passed only through the person away, the less teammates landed, but no more so than in a placebo, so it is not shown to be the absence: ${rests}.`;
}

function writtenWords({ written }: AbsenceBacktest): string[] {
  return [
    ...(written.calibration === null ? [] : [`A calibration was written to ${written.calibration}.`]),
    ...(written.cases === null ? [] : [`The table of cases was written to ${written.cases}.`]),
  ];
}
