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
            textBlock([
              'Agreed? ',
              command('fortnight moves keep'),
              ' writes it down privately; ',
              command('fortnight moves check'),
              ' later tells whether it happened.',
            ]),
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
      title: `What would take it off ${listed(plan.away.people)}`,
      sure: sureOf(plan),
      blocks: [textBlock(answer(plan)), ...(plan.moves.length > 0 ? [movesTable(plan), ...afterwards(plan)] : [])],
    },
    ...findingsSection(plan),
  ];
}

function sureOf({ status, work }: MovePlan): 'medium' | 'low' | 'none' {
  if (status === 'not-visible' || status === 'too-few') return 'none';
  return work >= 20 ? 'medium' : 'low';
}

/** What the plan comes to, in a few sentences. */
function answer(plan: MovePlan): Inline {
  const { before, after, visibility, target } = plan;
  const names = listed(plan.away.people);
  if (plan.status === 'too-few') {
    const landed = counted(visibility?.of ?? 0, "teammates' change landed", "teammates' changes landed");
    return `Not enough evidence: ${landed} in 91 days, too few to tell through whom they pass.`;
  }
  if (plan.status === 'not-visible' || before === null || after === null) {
    const known = visibility === null ? 'none' : countsText(visibility);
    return `No moves for landing: who landed is known of only ${known} of teammates' changes in 91 days (needed: 60 of 100). A forge that squashes hides it; merges that keep the merger, or the forge's own record of who merged, would show it.`;
  }
  const now = `D, the share of teammates' work that passes only through ${names}, is ${valueWithin(before)} on ${counted(before.of, 'change')} of 56 days`;
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
  const far = plan.moves.length > 0 ? ` The best found is ${value(after.share)}, with ${moves}.` : '';
  const why = plan.blocker === null ? '' : ` What is in the way: ${BLOCKERS[plan.blocker]}.`;
  return `${now}. The target of ${value(target)} cannot be reached by these moves.${far}${why}`;
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
const weekly = ({ load }: Move): string =>
  load.median === load.busiest ? decimal(load.median) : `${decimal(load.median)}, at most ${numeral(load.busiest)}`;

/** What the table does not tell: who could become the next bottleneck, how good the choice is, and how far to believe it. */
function afterwards({ next, optimum, moves, work }: MovePlan): Block[] {
  const last = moves.map(({ removes }) => value(removes.last));
  const items: Inline[] = [
    'Columns: the changes it would have covered in a week, the median and the most of 8 weeks; those of 56 days; and D with it and those above it.',
    ...(moves.length > 1 ? [`Left out alone, each would leave D higher by ${listed(last)}, in this order.`] : []),
    ...(next === null
      ? []
      : [
          `Nobody becomes the next bottleneck: D of no receiver would be over ${value(Math.ceil(next.dependence * 100) / 100)}.`,
        ]),
    ...(optimum === null ? [] : [optimumWords(optimum, moves.length)]),
    `This replays the last 182 days with other landers and supposes that nothing else changed. Nobody knows that it would have been so; ${counted(work, 'change')} stand behind it.`,
  ];
  return [{ kind: 'list', items: items.map((item) => (typeof item === 'string' ? quiet(item) : item)) }];
}

function optimumWords(
  { leastMoves, isProven, gap, candidates }: NonNullable<MovePlan['optimum']>,
  moves: number,
): string {
  const among = `among ${counted(candidates, 'possible move')}`;
  if (isProven) return `No choice ${among} does it with fewer moves, or with as many and less load: proved, gap 0.`;
  if (leastMoves === moves)
    return `Proved: no choice ${among} does it with fewer moves. A lighter one may exist (gap ${gap.toFixed(4)}).`;
  return `At least ${counted(leastMoves, 'move')} are needed ${among}; fewer than these ${numeral(moves)} may do (gap ${gap.toFixed(2)}).`;
}

function findingsSection(plan: MovePlan): Block[] {
  if (plan.findings.length === 0) return [];
  const items = plan.findings.map((finding) => findingWords(finding, plan));
  return [{ kind: 'section', title: 'What else would help', sure: null, blocks: [{ kind: 'list', items }] }];
}

/** What to do about something that has nobody else; it changes no D. */
function findingWords({ kind, repository, about, count, candidates }: Finding, plan: MovePlan): Inline {
  const away = listed(plan.away.people);
  const several = plan.repositories.length > 1;
  const place = areaText(several ? `${repository}: ${about}` : about);
  const someone = candidates.people.length === 0 ? 'somebody' : listed(candidates.people, 'or');
  switch (kind) {
    case 'document':
      return [
        'Have ',
        strong(someone),
        ` pair with ${away} on the next change in `,
        strong(place),
        ` and write down what it takes: no other active person had a part in it for a year (${counted(count ?? 0, 'change')} in 182 days).`,
      ];
    case 'delegate-releases':
      return [
        'Let ',
        strong(someone),
        ` make the next release${several ? ` of ${repository}` : ''}: ${away} made all ${numeral(count ?? 0)} of the last year (the newest is ${about}).`,
      ];
    case 'own-decision':
      return ['Give ', strong(about), ` an owner other than ${away}: it is proposed, and nobody else is named.`];
  }
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
