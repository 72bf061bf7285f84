import type { MoveOutcome, MovesCheck } from '../domain/moves-promise.ts';
import {
  type Block,
  type Inline,
  type Page,
  type PageCell,
  quiet,
  type Span,
  span,
  strong,
  textBlock,
} from '../domain/page.ts';
import { calendarDay, counted, listed, numeral } from '../domain/words.ts';
import { countsText, interval, NOTHING } from './figures.ts';
import { moveSentence } from './move-words.ts';
import { value, valueWithin } from './moves.ts';

const OUTCOME_WORDS: Readonly<Record<MoveOutcome, Span>> = {
  kept: span('good', 'kept'),
  partly: span('accent', 'partly'),
  'not-yet': span('warn', 'not yet'),
  'too-early': quiet('too early'),
  'cannot-tell': quiet('cannot tell'),
};

/** What became of a promise. */
export function movesCheckPage(check: MovesCheck): Page {
  const { repositories, from, until, moves, notes } = check;
  return {
    blocks: [
      { kind: 'headline', left: strong('Fortnight'), right: quiet(repositories.join(', ')) },
      {
        kind: 'section',
        title: `What became of the moves of ${calendarDay(from)}`,
        sure: null,
        blocks: [
          textBlock(answer(check)),
          {
            kind: 'table',
            columns: [
              { label: 'move', align: 'left', overflow: 'wrap' },
              { label: `without ${listed(check.away.people)} since`, align: 'right', overflow: 'elide' },
              { label: 'before', align: 'right', overflow: 'elide' },
              { label: '', align: 'left', overflow: 'elide' },
            ],
            rows: moves.map((move): PageCell[] => [
              moveSentence(move, check.away, repositories.length > 1),
              move.since === null ? '0 changes' : sinceText(move),
              move.before === null ? NOTHING : countsText(move.before),
              OUTCOME_WORDS[move.outcome],
            ]),
          },
          ...legend(check),
        ],
      },
      ...(notes.length > 0
        ? [{ kind: 'section', title: 'Good to know', sure: null, blocks: [{ kind: 'list', items: notes }] } as const]
        : []),
      textBlock(quiet(`Looked at: what landed from ${calendarDay(from)} to ${calendarDay(until)}.`)),
    ],
  };
}

/** `9 of 12 (47–91%)`; too few are a count alone. */
function sinceText({ since, outcome }: MovesCheck['moves'][number]): string {
  if (since === null) return NOTHING;
  return outcome === 'too-early' ? `${countsText(since)} so far` : `${countsText(since)} (${interval(since)})`;
}

function answer({ moves, earlier, now, target, away }: MovesCheck): Inline {
  const count = (outcome: MoveOutcome) => moves.filter((move) => move.outcome === outcome).length;
  const parts = [
    ['kept', count('kept')],
    ['partly', count('partly')],
    ['not yet', count('not-yet')],
    ['too early to tell', count('too-early')],
    ['cannot be told', count('cannot-tell')],
  ] as const;
  const told = listed(parts.filter(([, of]) => of > 0).map(([words, of]) => `${numeral(of)} ${words}`));
  const then = `D of ${listed(away.people)} was ${valueWithin(earlier)} on ${counted(earlier.of, 'change')}`;
  const today =
    now === null
      ? 'today too little of it is visible'
      : `it is ${valueWithin(now)} on ${counted(now.of, 'change')}; the target is ${value(target)}`;
  return [strong(`Of ${counted(moves.length, 'move')}: ${told}.`), ` ${then}; ${today}.`];
}

function legend({ moves, isMixed }: MovesCheck): Block[] {
  const unknown = moves.reduce((sum, move) => sum + move.unknown, 0);
  const items = [
    'Kept: four of five or more of these changes landed without. Not yet: one of five or fewer. Under 5 changes it is too early. In brackets: the 95 % interval.',
    ...(isMixed ? ['The 56 days that D is about began before the promise: some of it is still the old way.'] : []),
    ...(unknown > 0 ? [`Nobody knows who landed ${counted(unknown, 'more change')} in scope; they are left out.`] : []),
    'It counts who landed; that the move was the reason is not shown.',
  ];
  return [{ kind: 'list', items: items.map(quiet) }];
}
