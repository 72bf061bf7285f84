import type { AbsenceStudy, Interval, OutcomeShares, Predictor } from '../domain/absence-backtest.ts';
import { type Block, textBlock } from '../domain/page.ts';
import { numeral } from '../domain/words.ts';
import {
  bandWords,
  column,
  estimateColumns,
  estimateRow,
  NOT_ENOUGH,
  numberCell,
  shareCell,
  timesCell,
} from './estimates.ts';

const section = (title: string, blocks: readonly Block[]): Block => ({ kind: 'section', title, sure: null, blocks });

/** Whether the slope is one of absences: beside it, slopes where there should be none. */
export function placebosSection({
  slope,
  slopeWithoutHolidays,
  slopeWithin,
  placebos,
  parameters,
}: AbsenceStudy): Block {
  return section('Is it the absence?', [
    {
      kind: 'table',
      columns: estimateColumns('slope of y on D', 'slope (95% interval)'),
      rows: [
        estimateRow('the person away', slope),
        estimateRow('without absences around the new year', slopeWithoutHolidays),
        estimateRow('within repositories alone', slopeWithin),
        estimateRow('placebo: matched fortnights, present', placebos.present),
        estimateRow(`placebo: ${parameters.shiftDays} days before and after, present`, placebos.shifted),
        estimateRow('placebo: D dealt out anew in each repository', placebos.permuted),
      ],
    },
    textBlock(
      'Placebos should lie near 0. D dealt out anew keeps what differs between repositories: its interval is what chance gives, and the slope of real absences should lie below it. Within repositories alone, what differs between them is taken off.',
    ),
  ]);
}

const exponent = ({ value, low, high }: Interval): Interval => ({
  value: Math.exp(value),
  low: Math.exp(low),
  high: Math.exp(high),
});

/** Whether more dependence goes with less landing. */
export function dosesSection({ doses }: AbsenceStudy): Block {
  return section('More dependence, less landed?', [
    {
      kind: 'table',
      columns: estimateColumns('D', 'landed, of matched (95% interval)', 'absences'),
      rows: doses.map(({ y, ...band }) => estimateRow(bandWords(band), y, (interval) => timesCell(exponent(interval)))),
    },
  ]);
}

function outcomesRow(label: string, shares: OutcomeShares): string[] {
  const cells =
    shares.missing === null
      ? [shares.nearlyStopped, shares.slowed, shares.normal].map((share) => shareCell(share, shares.cases))
      : [NOT_ENOUGH, '', ''];
  return [label, numeral(shares.cases), numeral(shares.repositories), ...cells];
}

/** What happened in each band of D, beside the same people present. */
export function bandsSection({ bands, presentBand }: AbsenceStudy): Block {
  return section("What became of teammates' work", [
    {
      kind: 'table',
      columns: [
        column('D'),
        column('fortnights', 'right'),
        column('repositories', 'right'),
        column('nearly stopped'),
        column('slowed'),
        column('normal'),
      ],
      rows: [
        ...bands.map((band) => outcomesRow(bandWords(band), band)),
        outcomesRow(`${bandWords(presentBand)}, present`, presentBand),
      ],
    },
    textBlock(
      'Nearly stopped: less than 30 in 100 of the usual landed in the first fortnight; slowed: less than 70. In brackets 95% intervals, by how repositories differ and how few they are.',
    ),
  ]);
}

/** Streams of work in the same fortnight. */
export function streamsSection({ streams: { byAuthor, byArea } }: AbsenceStudy): Block {
  return section('In the same fortnight', [
    {
      kind: 'table',
      columns: estimateColumns('streams through the person alone, over others', 'landed (95% interval)'),
      rows: [
        estimateRow('by author, the person away', byAuthor.away, timesCell),
        estimateRow('by author, present', byAuthor.present, timesCell),
        estimateRow('by author, away over present of the same people', byAuthor.net, timesCell),
        estimateRow('by area, the person away', byArea.away, timesCell),
        estimateRow('by area, present', byArea.present, timesCell),
        estimateRow('by area, away over present of the same people', byArea.net, timesCell),
      ],
    },
    textBlock(
      '×1 is no difference. Only fortnights with work of both kinds count. Streams that pass through one person are often those of people who write little, and fewer of them land later whoever is there: so the same beside it with the person present, and the one over the other.',
    ),
  ]);
}

/** How much knowing D tells of one absence. */
export function foretellingSection({ logLoss, auc }: AbsenceStudy): Block {
  const losses =
    logLoss.bands === null || logLoss.base === null
      ? []
      : [
          textBlock(
            `Log-loss of the bands ${logLoss.bands.toFixed(3)}, of the base rate alone ${logLoss.base.toFixed(3)} nats an absence, each repository foretold from all others.`,
          ),
        ];
  return section('What the bands say of repositories they were not made from', [
    {
      kind: 'table',
      columns: estimateColumns('', 'figure (95% interval)', 'absences'),
      rows: [
        estimateRow('gain of the bands over the base rate, nats an absence', logLoss.gain, numberCell),
        estimateRow('area under the curve for "nearly stopped" (0.5 is chance)', auc, numberCell),
      ],
    },
    ...losses,
  ]);
}

/** Whether intervals hold what they promise. */
export function coverageSection({ coverage: { promised, y, yAtHigh, highFrom, bands } }: AbsenceStudy): Block {
  return section('Do intervals hold?', [
    {
      kind: 'table',
      columns: estimateColumns(
        `intervals that promise ${numeral(promised * 100)} in 100`,
        'held (95% interval)',
        'tested',
      ),
      rows: [
        estimateRow('y of one absence', y, shareCell),
        estimateRow(`y of one absence, D at least ${highFrom}`, yAtHigh, shareCell),
        estimateRow('share nearly stopped, of a band in one repository', bands, shareCell),
      ],
    },
  ]);
}

const PREDICTOR_WORDS: Readonly<Record<Predictor, string>> = {
  dependence: 'dependence D',
  gate: "share of teammates' changes landed, G",
  replay: 'replay: share left waiting',
  mergeShare: 'share of merges',
  commitShare: 'share of commits',
};

/** How much of what happened a straight line over each figure explains. */
export function explainedSection({ explained: { all, gatekeepers }, parameters }: AbsenceStudy): Block {
  const rows = (of: AbsenceStudy['explained']['all']) =>
    of.map(({ predictor, share }) => estimateRow(PREDICTOR_WORDS[predictor], share));
  return section('What explains the differences?', [
    {
      kind: 'table',
      columns: estimateColumns('all', 'explained (95% interval)', 'absences'),
      rows: rows(all),
    },
    {
      kind: 'table',
      columns: estimateColumns(`G at least ${parameters.gatekeeperFrom}`, 'explained (95% interval)', 'absences'),
      rows: rows(gatekeepers),
    },
    textBlock(
      'Share of the variance of y, of 1. Never below 0, so that next to 0 means nothing; in the very absences the line was drawn through.',
    ),
  ]);
}

/** What each repository gave, and what was left out. */
export function repositoriesSection({ repositories }: AbsenceStudy): Block {
  return section('Repositories', [
    {
      kind: 'table',
      columns: [
        { label: 'repository', align: 'left', overflow: 'elide' },
        ...['changes', 'absences', 'temporary', 'several away', 'hidden', 'too little', 'counted', 'present'].map(
          (label) => column(label, 'right'),
        ),
      ],
      rows: repositories.map((one) => [
        one.repository,
        ...[
          one.changes,
          one.absences,
          one.temporary,
          one.severalAway,
          one.hidden,
          one.tooLittle,
          one.cases,
          one.present,
        ].map(numeral),
      ]),
    },
    textBlock(
      "Left out of the temporary ones: two or more others away at once; landing hidden; too little of teammates' work to see it stop, or the first year of a history.",
    ),
  ]);
}
