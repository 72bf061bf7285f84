import { type Block, type Page, type PageColumn, quiet, strong, textBlock } from '../domain/page.ts';
import { counted, decimal, numeral, percent } from '../domain/words.ts';
import { NOTHING } from './figures.ts';

interface Hits {
  readonly hitAt3: number;
  readonly meanReciprocalRank: number;
}
interface Gain {
  readonly hitAt3: number;
  readonly low: number;
  readonly high: number;
}
interface Rules {
  readonly formula: Hits;
  readonly last: Hits;
  readonly most: Hits;
}
interface Gains {
  readonly last: Gain;
  readonly most: Gain;
}

/** What this page shows of a backtest. */
export interface CoverBacktestView {
  readonly histories: readonly {
    readonly repository: string;
    readonly cases: number;
    readonly handovers: number;
    readonly reachable: number | null;
    readonly rules: Rules | null;
    readonly gains: Gains | null;
  }[];
  readonly overall: { readonly histories: number; readonly rules: Rules; readonly gains: Gains } | null;
  readonly settledBy: 'without-lead' | 'author';
}

const CAME_NEXT = {
  'without-lead': 'whoever next worked in that area without the lead',
  author: 'whoever else next wrote a change in that area, whoever landed it',
};

/** How often who-could-cover was right on the past, beside the two baselines anybody could apply by hand. */
export function coverBacktestPage(view: CoverBacktestView): Page {
  const blocks: Block[] = [
    {
      kind: 'headline',
      left: strong('Who could cover, tested on the past'),
      right: quiet(counted(view.histories.length, 'history', 'histories')),
    },
    textBlock(strong(answerOf(view))),
    textBlock(
      quiet(
        `For each change the lead had a part in: would the three people named then have included ${CAME_NEXT[view.settledBy]}? The other columns: the last three to touch it, and the three who touched it most.`,
      ),
    ),
    table(view),
  ];
  const some = view.overall ?? (view.histories.length === 1 ? view.histories[0] : undefined);
  if (some?.gains) blocks.push({ kind: 'list', items: gainTexts(some.gains) });
  return { blocks };
}

function answerOf({ histories, overall }: CoverBacktestView): string {
  const rules = overall?.rules ?? (histories.length === 1 ? histories[0]?.rules : null) ?? null;
  if (rules === null) return 'Not enough evidence: too few hand-overs in this history to judge.';
  return `In ${percent(rules.formula.hitAt3)} of cases one of the three named came next.`;
}

function table({ histories, overall }: CoverBacktestView): Block {
  const right = (label: string): PageColumn => ({ label, align: 'right', overflow: 'elide' });
  return {
    kind: 'table',
    columns: [
      { label: 'history', align: 'left', overflow: 'elide' },
      right('cases'),
      right('best possible'),
      right('named'),
      right('last'),
      right('most'),
      right('rank named'),
      right('last'),
      right('most'),
    ],
    rows: [
      ...histories.map((h) => [
        h.repository,
        numeral(h.cases),
        h.reachable === null ? NOTHING : percent(h.reachable),
        ...ruleCells(h.rules),
      ]),
      ...(overall === null ? [] : [[strong('all'), '', '', ...ruleCells(overall.rules)]]),
    ],
  };
}

function ruleCells(rules: Rules | null): string[] {
  if (rules === null) return Array.from({ length: 6 }, () => NOTHING);
  const each = [rules.formula, rules.last, rules.most];
  return [...each.map((h) => percent(h.hitAt3)), ...each.map((h) => h.meanReciprocalRank.toFixed(2))];
}

function gainTexts(gains: Gains): string[] {
  const text = (gain: Gain, than: string) =>
    `${points(gain.hitAt3)} more often right than ${than} (95% interval ${points(gain.low)} to ${points(gain.high)}).`;
  return [text(gains.last, 'the last three to touch it'), text(gains.most, 'the three who touched it most')];
}

const points = (share: number): string => `${decimal(share * 100)} points`;
