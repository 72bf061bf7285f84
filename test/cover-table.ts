import type { CoverBacktest } from '../src/app/backtest.ts';
import type { Gain, RuleHits } from '../src/app/backtest-judgement.ts';

/** The rows of a table of docs/validity.md: one per history, and one for all of them. */
export function coverTable({ histories, overall }: CoverBacktest, all: string): string[] {
  return [
    ...histories.map(({ repository, cases, handovers, reachable, rules, gains }) =>
      row([
        repository,
        cases.toLocaleString('en'),
        handovers.toLocaleString('en'),
        reachable === null ? '–' : percent(reachable),
        ...(rules === null || gains === null
          ? ['not enough evidence', '–', '–', '–', '–']
          : [...hits(rules), gain(gains.last), gain(gains.most)]),
      ]),
    ),
    ...(overall === null
      ? []
      : [row([`**${all}**`, '', '', '', ...hits(overall.rules), gain(overall.gains.last), gain(overall.gains.most)])]),
  ];
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const percent = (share: number): string => (100 * share).toFixed(1);
const hits = ({ formula, last, most }: RuleHits): string[] =>
  [formula, last, most].map((of) => `${percent(of.hitAt3)} / ${percent(of.meanReciprocalRank)}`);
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`;
const gain = ({ hitAt3, low, high }: Gain): string => `${signed(hitAt3)} [${signed(low)}, ${signed(high)}]`;
