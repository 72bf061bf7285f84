import { daysBetween, isoWeekOf } from '../../domain/calendar-day.ts';
import { FortnightError } from '../../domain/errors.ts';
import { codingKind } from '../../domain/records/coding.ts';
import { decisionKind } from '../../domain/records/decision.ts';
import { delegationKind } from '../../domain/records/delegation.ts';
import { RECORD_KINDS } from '../../domain/records/index.ts';
import { interventionKind } from '../../domain/records/intervention.ts';
import { journalKind } from '../../domain/records/journal.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import type { RecordAnswer } from '../../domain/records/record-answer.ts';
import { weekKind } from '../../domain/records/week.ts';
import { shellWord } from '../../domain/shell-word.ts';
import type { FiguresThenNow, WeekItem, WeekReview } from '../../domain/week-review.ts';
import { DAY } from '../../domain/window.ts';
import { codingItems } from '../../records/week/coding-items.ts';
import { decisionItems } from '../../records/week/decision-items.ts';
import { delegationItems } from '../../records/week/delegation-items.ts';
import { dueItems } from '../../records/week/due-items.ts';
import { type FoundPart, NEXT, placeInTime, WRONG, weekReview } from '../../records/week/review.ts';
import { type Opened, type Place, withFacts } from '../open.ts';
import { leadSentence } from '../setting.ts';
import { codingLog } from './coding.ts';
import { delegationBoard } from './delegations.ts';
import { openPractice, type Practice } from './open-practice.ts';
import { recordData } from './record-data.ts';
import { comparable, compareWindows } from './week-figures.ts';

type At = Pick<Place, 'effects' | 'request'>;
type Evidence = Opened | { readonly missing: string };

/** The week's review: with the evidence of the repositories here, where there are any; records alone are enough. */
export async function prepareWeek(place: Place): Promise<WeekReview> {
  const { repositories } = await openPractice(place);
  if (repositories.length === 0) return await reviewWith(place, { missing: NO_REPOSITORY });
  try {
    return await withFacts(place, (opened) => reviewWith(place, opened));
  } catch (error) {
    if (!(error instanceof FortnightError)) throw error;
    return await reviewWith(place, { missing: `The history was not looked at: ${error.message}` });
  }
}

const NO_REPOSITORY =
  'No repository is here, so neither decisions nor history were looked at: run it in one, or name one with --repo.';

/** The same with facts that are open already, or why there are none. */
export async function reviewWith(at: At, evidence: Evidence): Promise<WeekReview> {
  const practice = await openPractice(at);
  const reviews = await (await practice.records(weekKind)).list();
  const { today } = practice;
  const { since } = placeInTime(reviews, today);
  const parts: FoundPart[] = [];
  for (const kind of RECORD_KINDS) if (kind.id !== weekKind.id) parts.push(await partOf(at, practice, kind, evidence));
  const notes =
    'missing' in evidence ? [evidence.missing] : [leadSentence(evidence.setting.lead), ...evidence.setting.notes];
  const missing = parts.flatMap((part) =>
    part.missing === null || notes.includes(part.missing) ? [] : [part.missing],
  );
  return weekReview({
    today,
    reviews,
    parts,
    figures:
      'missing' in evidence
        ? nothingCompared(evidence.missing)
        : await figuresSince(evidence, daysBetween(since, today)),
    notes: [...notes, ...new Set(missing)],
  });
}

/** What is due of one kind. A kind that nothing special is known of is looked at by its days. */
async function partOf(at: At, practice: Practice, kind: RecordKind, evidence: Evidence): Promise<FoundPart> {
  const part = {
    id: kind.id,
    title: TITLES[kind.id] ?? kind.many,
    lists: LISTS[kind.id] ?? `fortnight ${kind.command} list`,
  };
  try {
    const found = await (FINDS[kind.id] ?? dueOf(kind))(at, practice, evidence);
    return {
      ...part,
      ...('missing' in found ? { items: [], missing: found.missing } : { items: found, missing: null }),
    };
  } catch (error) {
    if (!(error instanceof FortnightError)) throw error;
    const isSaid = error.code === 'no-work-tree' && 'missing' in evidence;
    return { ...part, items: [], missing: isSaid ? evidence.missing : `${part.title}: ${error.message}` };
  }
}

type Finds = (
  at: At,
  practice: Practice,
  evidence: Evidence,
) => Promise<readonly WeekItem[] | { readonly missing: string }>;

const TITLES: Readonly<Record<string, string>> = {
  decision: 'Decisions to make, or to open again',
  delegation: 'What you promised to those you gave work',
  intervention: 'What came of stepping in, or not',
  coding: 'Why did you write it?',
  journal: 'Claims to check',
};
const LISTS: Readonly<Record<string, string>> = { coding: 'fortnight code' };

const FINDS: Readonly<Record<string, Finds>> = {
  [decisionKind.id]: async (_, practice) =>
    decisionItems(await (await practice.records(decisionKind)).list(), practice.today),
  [delegationKind.id]: async (at, _, evidence) => {
    const { alerts, delegations } = await delegationBoard(at, 'missing' in evidence ? null : evidence, { all: false });
    return delegationItems(alerts, delegations);
  },
  [interventionKind.id]: dueOf(interventionKind, (id) => [`fortnight intervene settle ${shellWord(id)}`]),
  [codingKind.id]: async (at, _, evidence) =>
    'missing' in evidence ? evidence : codingItems(await codingLog(evidence, at, { by: 'quarter', target: null })),
  [journalKind.id]: dueOf(journalKind, (id) =>
    ['held', 'failed', 'unknowable'].map((word) => `fortnight journal resolve ${shellWord(id)} ${word}`),
  ),
};

function dueOf(kind: RecordKind, settle?: (id: string) => readonly string[]): Finds {
  return async (_, practice) => dueItems(kind, await (await practice.records(kind)).list(), practice.today, settle);
}

/** The scorecard beside what it was so many days ago, in windows of the same length. */
async function figuresSince(opened: Opened, days: number): Promise<FiguresThenNow> {
  const { since, until } = opened.setting.window;
  const before = { since: since - days * DAY, until: until - days * DAY };
  return await compareWindows(opened, comparable(['known-to-one']), before, { since, until });
}

const nothingCompared = (why: string): FiguresThenNow => ({ ends: null, answer: why, figures: [], notes: [] });

/** What ends a review. */
export interface WeekAnswers {
  /** What kind of wrong the lead let stand; null: not said. */
  readonly wrong: string | null;
  readonly next: string | null;
}

/** Writes down that this week's review took place; the second time in a week it is the same record that is edited. */
export async function finishWeek(at: At, { wrong, next }: WeekAnswers): Promise<RecordAnswer> {
  const practice = await openPractice(at);
  const records = await practice.records(weekKind);
  const week = isoWeekOf(practice.today);
  const sections = { ...(wrong === null ? {} : { [WRONG]: wrong }), ...(next === null ? {} : { [NEXT]: next }) };
  const before = (await records.list()).find(({ fields }) => fields.week === week);
  if (before === undefined) {
    const entry = await records.create({
      title: `Week ${week}`,
      fields: { status: 'done', week, on: practice.today },
      sections,
    });
    return { deed: 'written', record: recordData(entry), history: [] };
  }
  const after = await records.save(before, { sections });
  return { deed: after.text === before.text ? 'same' : 'changed', record: recordData(after), history: [] };
}
