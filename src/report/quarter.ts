import { daysLater } from '../domain/calendar-day.ts';
import {
  type Block,
  command,
  type Page,
  type PageCell,
  type PageColumn,
  quiet,
  strong,
  textBlock,
} from '../domain/page.ts';
import type { QuarterAbsence, QuarterAnswer, QuarterPart, QuarterSummary } from '../domain/quarter-summary.ts';
import type { FigureThenNow } from '../domain/week-review.ts';
import { decimal, numeral, percentWithin } from '../domain/words.ts';
import { evidenceLine } from './evidence-line.ts';
import { NOTHING } from './figures.ts';

/** A quarter for a conversation: what changed, what was decided, handed over and claimed, and how sure that is. */
export function quarterPage({ summary, file }: QuarterAnswer, everything: boolean): Page {
  const { quarter, from, to, today, isOver, repositories, lead, parts, notes } = summary;
  return {
    blocks: [
      ...(file === null
        ? []
        : [textBlock([strong(file), ' holds this summary. It is yours: read it before you give it to anybody.'])]),
      {
        kind: 'headline',
        left: strong(`Quarter ${quarter}`),
        right: quiet([...repositories, `${from} to ${isOver ? daysLater(to, -1) : today}`].join(' · ')),
      },
      ...(isOver ? [] : [textBlock(quiet(`It is not over: this is what there is until ${today}.`))]),
      ...(lead === null
        ? []
        : [
            textBlock([
              'The lead is ',
              strong(lead),
              '. The figures are about the lead and the team, never about anybody else.',
            ]),
          ]),
      figuresSection(summary, everything),
      ...oldSection(summary),
      ...absencesSection(summary.absences, everything),
      ...parts.map(partSection),
      ...calibrationSection(summary),
      ...codingSection(summary),
      ...(notes.length > 0 ? [section('Good to know', [{ kind: 'list', items: notes }])] : []),
    ],
  };
}

const section = (title: string, blocks: readonly Block[]): Block => ({ kind: 'section', title, sure: null, blocks });
const column = (
  label: string,
  align: PageColumn['align'] = 'left',
  overflow: PageColumn['overflow'] = 'wrap',
): PageColumn => ({
  label,
  align,
  overflow,
});

const VERDICTS: Readonly<Record<FigureThenNow['verdict'], string>> = {
  changed: 'changed: the intervals lie apart',
  'no-change': 'no change is shown',
  same: 'the same',
  differs: 'no interval, so no change is claimed',
  unknown: 'not enough evidence',
};

function figuresSection({ figures: { answer, figures, notes } }: QuarterSummary, everything: boolean): Block {
  const shown = everything ? figures : figures.filter(({ verdict }) => verdict !== 'unknown');
  return section('The new scorecard, the quarter before and this one', [
    textBlock(answer),
    ...(shown.length > 0
      ? [
          {
            kind: 'table',
            columns: [column('figure'), column('before and now'), column('')],
            rows: shown.map(({ title, text, verdict }) => [
              title,
              text,
              verdict === 'changed' ? strong(VERDICTS.changed) : quiet(VERDICTS[verdict]),
            ]),
          } as const,
        ]
      : []),
    ...(shown.length < figures.length
      ? [textBlock(quiet(`Not enough evidence for ${numeral(figures.length - shown.length)} more.`))]
      : []),
    ...notes.map((note) => textBlock(quiet(note))),
  ]);
}

function oldSection({ old }: QuarterSummary): Block[] {
  if (old.length === 0) return [];
  const rows = old.map(({ label, before, now }): PageCell[] => [label, countOf(before), countOf(now)]);
  return [
    section('The old scorecard, beside it', [
      { kind: 'table', columns: [column(''), column('before', 'right'), column('now', 'right')], rows },
      textBlock(quiet('The lead’s own output. Less of it can be the work going well.')),
    ]),
  ];
}

const countOf = (count: number | null): string => (count === null ? NOTHING : numeral(count));

function absencesSection(absences: readonly QuarterAbsence[], everything: boolean): Block[] {
  if (absences.length === 0) return [];
  return [
    section('Away', [
      ...absences.flatMap(({ from, to, businessDays, usual, landed, evidence }) => [
        textBlock(
          `Silent from ${from}${to === null ? ', still' : ` to ${daysLater(to, -1)}`}: ${numeral(businessDays)} working days. ` +
            (landed === null
              ? 'Its first two weeks are not over.'
              : `${numeral(landed)} of teammates’ changes landed in the first two weeks; ${decimal(usual)} are usual in so many days.`),
        ),
        ...evidenceLine('Landed', evidence, evidence.length, everything),
      ]),
      textBlock([quiet('One absence proves nothing; more on them: '), command('fortnight absence')]),
    ]),
  ];
}

function partSection({ title, answer, records }: QuarterPart): Block {
  return section(title, [
    textBlock(answer),
    ...(records.length > 0
      ? [
          {
            kind: 'table',
            columns: [column('day', 'left', 'elide'), column('what'), column('state', 'left', 'elide'), column('')],
            rows: records.map((record): PageCell[] => [
              record.on,
              record.title,
              (record.status ?? NOTHING).replaceAll('-', ' '),
              quiet(record.remark ?? ''),
            ]),
          } as const,
        ]
      : []),
  ]);
}

function calibrationSection({ calibration }: QuarterSummary): Block[] {
  if (calibration === null || calibration.all.claims === 0) return [];
  return [
    section('How often such claims hold', [
      textBlock(calibration.answer),
      textBlock(quiet('Over all claims of the journal that were checked, not of this quarter alone.')),
    ]),
  ];
}

function codingSection({ coding: { answers, reasons } }: QuarterSummary): Block[] {
  if (answers === 0) return [];
  const rows = reasons.map(({ why, answers: of, share }): PageCell[] => [
    why,
    numeral(of),
    share === null ? quiet('too few to tell a share') : percentWithin(share),
  ]);
  return [
    section('Why the lead wrote code', [
      { kind: 'table', columns: [column(''), column('changes', 'right'), column('share')], rows },
      textBlock(quiet('Of the changes that were answered for, which need not be like the others.')),
    ]),
  ];
}
