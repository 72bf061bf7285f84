import type { KeptMoves } from '../domain/kept-moves.ts';
import type { Finding, Move, MovePlan } from '../domain/moves.ts';
import { BLOCKERS } from '../domain/moves.ts';
import {
  type Block,
  command,
  type Inline,
  type Page,
  type PageCell,
  quiet,
  strong,
  textBlock,
} from '../domain/page.ts';
import type { Share } from '../domain/report.ts';
import { calendarDay, counted, decimal, listed, numeral } from '../domain/words.ts';
import { areaText, countsText } from './figures.ts';
import { learningWords, moveSentence } from './move-words.ts';

/** The plan on a page of its own. */
export function movesPage(plan: MovePlan): Page {
  const isWorthKeeping = plan.moves.length > 0;
  return {
    blocks: [
      {
        kind: 'headline',
        left: strong('Fortnight'),
        right: quiet(`${plan.repositories.join(', ')} · the 182 days before ${calendarDay(plan.moment)}`),
      },
      ...movesSection(plan),
      ...(plan.notes.length > 0
        ? [
            {
              kind: 'section',
              title: 'Good to know',
              sure: null,
              blocks: [{ kind: 'list', items: plan.notes }],
            } as const,
          ]
        : []),
      ...(isWorthKeeping
        ? [
            {
              kind: 'facts',
              rows: [
                { label: 'Keep it, privately', value: command('fortnight moves keep') },
                { label: 'Weeks later', value: command('fortnight moves check') },
              ],
            } as const,
          ]
        : []),
    ],
  };
}

/** The moves and what has nobody else, for a page of their own or inside another. */
export function movesSection(plan: MovePlan): Block[] {
  return [
    {
      kind: 'section',
      title: movesTitle(plan),
      sure: movesSureness(plan),
      blocks: [
        textBlock(movesAnswer(plan)),
        ...(plan.moves.length > 0
          ? [movesTable(plan), { kind: 'list', items: movesRemarks(plan).map(quiet) } as const]
          : []),
      ],
    },
    ...findingsSection(plan),
  ];
}

export const movesTitle = (plan: Pick<MovePlan, 'away'>): string =>
  `What would take it off ${listed(plan.away.people)}`;

export function movesSureness({ status, work }: MovePlan): 'medium' | 'low' | 'none' {
  if (status === 'not-visible' || status === 'too-few' || status === 'cut-off') return 'none';
  return work >= 20 ? 'medium' : 'low';
}

/** What the plan comes to, in a few sentences. */
export function movesAnswer(plan: MovePlan): Inline {
  const { before, after, visibility, target } = plan;
  const names = listed(plan.away.people);
  if (plan.status === 'cut-off') {
    return 'Not enough evidence: the clone is shallow and begins within the 182 days that this rests on. The whole history would tell: git fetch --unshallow.';
  }
  if (plan.status === 'too-few') {
    const landed = counted(visibility?.of ?? 0, "teammates' change landed", "teammates' changes landed");
    return `Not enough evidence: ${landed} in 91 days, too few to tell through whom they pass.`;
  }
  if (plan.status === 'not-visible' || before === null || after === null) {
    const known = visibility === null ? 'none' : countsText(visibility);
    return `No moves for landing: who landed is known of only ${known} of teammates' changes in 91 days (needed: 60 of 100). A forge that squashes hides it; merges that keep the merger, or the forge's own record of who merged, would show it.`;
  }
  const now = `D, the share of teammates' work that depends on ${names}, is ${valueWithin(before)} on ${counted(before.of, 'change')} of 56 days`;
  if (plan.status === 'under-target') {
    return `${now}: not over the target of ${value(target)}. No move is needed for landing.`;
  }
  const moves = counted(plan.moves.length, 'move');
  if (plan.status === 'planned') {
    return [
      `${now}. With `,
      strong(moves),
      ` it would have been ${valueWithin(after)}; the target is ${value(target)}.`,
    ];
  }
  return `${now}. ${unreached(plan)}`;
}

/** How far the moves get, and what is in the way of more. */
function unreached(plan: MovePlan): string {
  const { after, target } = plan;
  const moves = counted(plan.moves.length, 'move');
  const far = plan.moves.length > 0 && after !== null ? ` The best found is ${value(after.share)}, with ${moves}.` : '';
  const why = plan.blocker === null ? '' : ` What is in the way: ${BLOCKERS[plan.blocker]}.`;
  return `The target of ${value(target)} cannot be reached by ${plan.moves.length > 0 ? 'these' : 'such'} moves.${far}${why}`;
}

/** Why there is no move, shortly: where D is small already, or nobody could take anything over. */
export function unplannedSentence(plan: MovePlan): string | null {
  const { status, before, target } = plan;
  if (before === null) return null;
  if (status === 'under-target') {
    return `For landing, nothing: D is ${valueWithin(before)} on ${counted(before.of, 'change')}, not over the target of ${value(target)}.`;
  }
  return status === 'unreachable' ? unreached(plan) : null;
}

function movesTable({ moves, away, repositories }: MovePlan): Block {
  return {
    kind: 'table',
    columns: [
      { label: '', align: 'right', overflow: 'elide' },
      { label: 'the moves, those that matter most first', align: 'left', overflow: 'wrap' },
      { label: 'a week', align: 'right', overflow: 'elide' },
      { label: 'covers', align: 'right', overflow: 'elide' },
      { label: 'D then', align: 'right', overflow: 'elide' },
    ],
    rows: moves.map((move, i): PageCell[] => [
      quiet(String(i + 1)),
      [...[moveSentence(move, away, repositories.length > 1)].flat(), ...learned(move)] as Inline,
      weekly(move),
      `${numeral(move.covers.recent)} of ${numeral(move.share.of)}`,
      value(move.after),
    ]),
  };
}

const learned = (move: Move) => {
  const words = learningWords(move);
  return words === '' ? [] : [quiet(` To learn: ${words}.`)];
};

/** `1, at most 4`: the median and the busiest week of the last eight. */
export const weekly = ({ load }: Move): string =>
  load.median === load.busiest ? decimal(load.median) : `${decimal(load.median)}, at most ${numeral(load.busiest)}`;

/** What the table does not tell: who could become the next bottleneck, how good the choice is, and how far to believe it. */
export function movesRemarks({ next, optimum, moves, work, target }: MovePlan): string[] {
  const last = moves.map(({ removes }) => value(removes.last));
  return [
    'Columns: the changes it would have covered in a week, the median and the most of 8 weeks; those of 56 days; and D with it and those above it.',
    ...(moves.length > 1 ? [`Left out alone, each would leave D higher by ${listed(last)}, in this order.`] : []),
    ...(next === null ? [] : [nextWords(next.dependence, target)]),
    ...(optimum === null ? [] : [optimumWords(optimum, moves.length)]),
    `This replays the last 182 days with other landers and supposes that nothing else changed. Nobody knows that it would have been so; ${counted(work, 'change')} stand behind it.`,
  ];
}

/** No figure of a receiver: only whether any is over the target. */
const nextWords = (most: number, target: number): string =>
  most <= target
    ? 'Nobody becomes the next bottleneck: D of every receiver stays within the target.'
    : 'More than the target passes through a receiver already. These moves add nothing to that, but it is worth the same look, with them as who is away (--person NAME).';

function optimumWords({ leastMoves, isProven, candidates }: NonNullable<MovePlan['optimum']>, moves: number): string {
  const among = `among ${counted(candidates, 'possible move')}`;
  if (isProven) return `No choice ${among} does it with fewer moves, or with as many and less load: proved.`;
  if (leastMoves === moves) return `Proved: no choice ${among} does it with fewer moves. A lighter one may exist.`;
  return `At least ${counted(leastMoves, 'move')} are needed ${among}; fewer than these ${numeral(moves)} may do.`;
}

function findingsSection(plan: MovePlan): Block[] {
  const items = findingSentences(plan);
  if (items.length === 0) return [];
  return [{ kind: 'section', title: 'What else would help', sure: null, blocks: [{ kind: 'list', items }] }];
}

/** What to do about what has nobody else; it changes no D. Areas that the same people are nearest to are told together. */
export function findingSentences(plan: MovePlan): readonly Inline[] {
  const documents = plan.findings.filter(({ kind }) => kind === 'document');
  const together = Map.groupBy(documents, ({ candidates }) => candidates.people.join('\n'));
  const others = plan.findings.filter(({ kind }) => kind !== 'document');
  return [
    ...[...together.values()].map((of) => documentWords(of, plan)),
    ...others.map((one) => otherWords(one, plan)),
  ];
}

const someone = ({ candidates }: Finding): string =>
  candidates.people.length === 0 ? 'somebody' : listed(candidates.people, 'or');

function documentWords(findings: readonly Finding[], plan: MovePlan): Inline {
  const [first] = findings;
  const several = plan.repositories.length > 1;
  const places = findings.map(({ repository, about }) => areaText(several ? `${repository}: ${about}` : about));
  return [
    'Have ',
    strong(first === undefined ? 'somebody' : someone(first)),
    ` pair with ${listed(plan.away.people)} on the next change in `,
    strong(listed(places, 'or')),
    ' and write down what it takes: no other person seen in the last 28 days had a part there for a year.',
  ];
}

function otherWords(finding: Finding, plan: MovePlan): Inline {
  const { repository, about, count } = finding;
  const away = listed(plan.away.people);
  if (finding.kind === 'own-decision') {
    return ['Give ', strong(`“${about}”`), ` an owner other than ${away}: it is proposed, and nobody else is named.`];
  }
  return [
    'Let ',
    strong(someone(finding)),
    ` make the next release${plan.repositories.length > 1 ? ` of ${repository}` : ''}: ${away} made all ${numeral(count ?? 0)} of the last year (the newest is `,
    strong(about),
    ').',
  ];
}

/** D as it is written: two decimals, never a percentage. */
export const value = (dependence: number): string => dependence.toFixed(2);

/** `0.92 (0.75–0.98)`. */
export const valueWithin = ({ share, low, high }: Share): string => `${value(share)} (${value(low)}–${value(high)})`;

/** Where the promise was written, and what it promises. */
export function keptMovesPage({ path, plan }: KeptMoves): Page {
  return {
    blocks: [
      textBlock(['Kept in ', strong(path), '. It is private: no repository holds it.']),
      ...movesSection(plan),
      textBlock([command('fortnight moves check'), ' tells what became of it, in some weeks.']),
    ],
  };
}
