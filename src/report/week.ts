import { type Block, command, type Inline, type Page, quiet, type Span, strong, textBlock } from '../domain/page.ts';
import type { FiguresThenNow, FigureThenNow, WeekItem, WeekPart, WeekReview } from '../domain/week-review.ts';
import { counted, numeral } from '../domain/words.ts';
import { evidenceLine } from './evidence-line.ts';

/** The prepared review: what is due part by part, what changed, the question, and how to end it. */
export function weekPage(review: WeekReview, everything: boolean): Page {
  const { week, since, basis, minutes, parts, question, done, finish } = review;
  // What keeps the figures from being told is said there.
  const notes = review.notes.filter((note) => note !== review.figures.answer);
  const looked = basis === 'last-review' ? `since the last review, ${since}` : `since ${since}, seven days ago`;
  const full = parts.filter(({ items }) => items.length > 0);
  const empty = parts.filter(({ items, missing }) => items.length === 0 && missing === null);
  return {
    blocks: [
      {
        kind: 'headline',
        left: strong(`Week ${week}`),
        right: quiet(`${looked} · ${counted(minutes, 'minute')}`),
      },
      ...(done === null ? [] : [doneSection(done)]),
      ...full.map((part) => partSection(part, everything)),
      ...(empty.length > 0
        ? [textBlock([quiet('Nothing to settle: '), empty.map(({ title }) => lower(title)).join('; '), '.'].flat())]
        : []),
      figuresSection(review.figures),
      section(question, 1, [
        textBlock(
          done === null
            ? [quiet('Answer it and end the review: '), command(finish)]
            : [quiet('To change the answer: '), command(finish)],
        ),
      ]),
      ...(notes.length > 0 ? [section('Good to know', null, [{ kind: 'list', items: notes }])] : []),
    ],
  };
}

const section = (title: string, minutes: number | null, blocks: readonly Block[]): Block => ({
  kind: 'section',
  title: minutes === null ? title : `${title} (${counted(minutes, 'minute')})`,
  sure: null,
  blocks,
});

function doneSection({ on, wrong, next }: NonNullable<WeekReview['done']>): Block {
  return section(`This week’s review took place${on === null ? '' : ` on ${on}`}`, null, [
    {
      kind: 'facts',
      rows: [
        { label: 'Let stand', value: wrong === '' ? quiet('not said') : wrong },
        { label: 'Next week', value: next === '' ? quiet('not said') : next },
      ],
    },
  ]);
}

function partSection({ title, minutes, items, more, lists }: WeekPart, everything: boolean): Block {
  return section(title, minutes, [
    ...items.flatMap((item) => itemBlocks(item, everything)),
    ...(more > 0 ? [textBlock([quiet(`${numeral(more)} more: `), command(lists)])] : []),
  ]);
}

function itemBlocks({ title, because, settle, opens, evidence }: WeekItem, everything: boolean): Block[] {
  return [
    textBlock([strong(title), `: ${because.map(sentence).join(' ')}`]),
    ...evidenceLine('Evidence', evidence, evidence.length, everything),
    {
      kind: 'list',
      items: [settleLine(settle), ...(opens === null ? [] : [[quiet('open: '), command(opens)] as const])],
    },
  ];
}

/** The usual line, and in what the others differ from it. */
function settleLine(lines: readonly string[]): Inline {
  const [first = '', ...others] = lines;
  const words = first.split(' ');
  const isShared = (at: number) => lines.every((line) => line.split(' ')[at] === words[at]);
  const differs = Math.max(
    0,
    words.findIndex((_, at) => !isShared(at)),
  );
  // A value alone would not say what it is of.
  const shared = words[differs - 1]?.startsWith('--') === true ? differs - 1 : differs;
  return [
    command(first),
    ...others.flatMap((line, at) => [
      quiet(at === 0 ? ' or: ' : ', '),
      command(line.split(' ').slice(shared).join(' ')),
    ]),
  ];
}

/** A title within a sentence. */
const lower = (title: string): string => `${title.charAt(0).toLowerCase()}${title.slice(1).replace(/\?$/, '')}`;

/** A reason with a capital and an end. */
const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;

const SHOWN_ANYWAY: readonly FigureThenNow['verdict'][] = ['changed', 'differs'];

function figuresSection({ ends, answer, figures, notes }: FiguresThenNow): Block {
  const shown = figures.filter(({ verdict }) => SHOWN_ANYWAY.includes(verdict));
  const rows = shown.map(({ title, text, verdict, opens }) => {
    const value: (string | Span)[] = [text, verdict === 'changed' ? '. ' : ' (no interval). ', command(opens)];
    return { label: title, value };
  });
  return section('What changed in the figures', ends === null ? null : 2, [
    textBlock(answer),
    ...(rows.length > 0 ? [{ kind: 'facts', rows } as const] : []),
    ...notes.map((note) => textBlock(quiet(note))),
  ]);
}
