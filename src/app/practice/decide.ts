import type { DecisionAnswer, DecisionList, DecisionTold } from '../../domain/decisions.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { decisionKind } from '../../domain/records/decision.ts';
import type { RecordChanges } from '../../domain/records/entry.ts';
import { logNotes } from '../../records/decisions/log-notes.ts';
import {
  type AcceptRequest,
  abandoning,
  accepting,
  extending,
  proposing,
  rejecting,
} from '../../records/decisions/moves.ts';
import {
  type Answers,
  placeholder,
  unanswered,
  withAnswers,
  withoutPlaceholder,
} from '../../records/decisions/prompts.ts';
import { type DecisionEntry, decisionStanding, decisionsInOrder } from '../../records/decisions/standing.ts';
import { dayOrThrow } from './day-given.ts';
import { type GivenFields, readFields } from './fields-given.ts';
import { openPractice } from './open-practice.ts';
import type { PracticePlace } from './practice-place.ts';
import { recordData } from './record-data.ts';

type Changes = RecordChanges<typeof decisionKind>;

/** The decisions of a repository, and the day it is. */
export const decisionsOf = async (at: PracticePlace) => {
  const practice = await openPractice(at);
  return { practice, records: await practice.records(decisionKind), today: practice.today };
};

/** A decision and where it stands on a day. */
export const toldDecision = (entry: DecisionEntry, today: string): DecisionTold => ({
  record: recordData(entry),
  standing: decisionStanding(entry, today),
});

/** The log: what asks for something first. Without `all` what rests is counted and left out. */
export async function listDecisions(at: PracticePlace, { all }: { readonly all: boolean }): Promise<DecisionList> {
  const { records, today } = await decisionsOf(at);
  const entries = await records.list();
  const told = decisionsInOrder(entries.map((entry) => toldDecision(entry, today)));
  const decisions = told.filter(({ record, standing }) => all || record.isOpen || standing.state === 'reopened');
  return {
    today,
    decisions,
    more: told.length - decisions.length,
    unreadable: (await records.unreadable()).map(({ path, why }) => ({ path, why })),
    notes: logNotes(entries),
  };
}

/** One decision, with its history in git and the questions it does not answer. */
export async function showDecision(at: PracticePlace, name: string): Promise<DecisionAnswer> {
  const { practice, records, today } = await decisionsOf(at);
  const entry = await records.get(name);
  return answer('shown', entry, today, { history: await practice.history(decisionKind, entry.id) });
}

export interface NewDecision {
  readonly title: string;
  readonly fields: GivenFields;
  readonly sections: Readonly<Record<string, string>>;
  /** Answers to questions, by option. */
  readonly answers: Answers;
  /** `what is assumed :: what would show that it is not`. */
  readonly assumptions: readonly string[];
  readonly options: readonly string[];
  readonly isDraft: boolean;
}

/** Writes a decision in MADR 4: what is not filled in yet and MADR wants holds its question, where only an editor shows it. */
export async function newDecision(at: PracticePlace, asked: NewDecision): Promise<DecisionAnswer> {
  const { records, today } = await decisionsOf(at);
  const entry = await records.create(draftOf(asked, today));
  return answer('written', entry, today);
}

function draftOf({ title, fields, sections, answers, assumptions, options, isDraft }: NewDecision, today: string) {
  const listed =
    options.length === 0 ? {} : { 'Considered Options': options.map((option) => `* ${option}`).join('\n') };
  const given: Record<string, string> = { ...listed, ...sections };
  const filled: Record<string, string> = { ...given, ...withAnswers(given, answers) };
  const wanted = decisionKind.sections
    .filter(({ heading }) => MADR_WANTS.has(heading) && (filled[heading] ?? '').trim() === '')
    .map(({ heading, prompt }) => [heading, placeholder(prompt)]);
  return {
    title,
    fields: {
      status: isDraft ? ('draft' as const) : ('proposed' as const),
      date: today,
      ...readFields(decisionKind, fields, today),
      ...(assumptions.length === 0 ? {} : { assumptions: assumptions.map(assumptionOf) }),
    },
    sections: { ...filled, ...Object.fromEntries(wanted) },
  };
}

/** What every MADR has. */
const MADR_WANTS = new Set(['Context and Problem Statement', 'Considered Options', 'Decision Outcome']);

/** `what is assumed :: what would show that it is not`. */
export function assumptionOf(text: string): { assumes: string; test: string } {
  const [assumes = '', test = '', ...more] = text.split('::').map((part) => part.trim());
  if (assumes !== '' && test !== '' && more.length === 0) return { assumes, test };
  throw new FortnightError('usage', 'An assumption comes with a test.', {
    hint: 'Give both, with :: between: --assume "Traffic stays below 100 a second :: the monthly peak says so"',
    exitCode: EXIT.usage,
  });
}

export async function acceptDecision(at: PracticePlace, name: string, request: AcceptRequest): Promise<DecisionAnswer> {
  return await change(at, name, (entry, today) => {
    const revisit = request.revisit === undefined ? undefined : dayOrThrow(request.revisit, today, 'revisit');
    return accepting(entry, { ...request, revisit }, today);
  });
}

export async function rejectDecision(
  at: PracticePlace,
  name: string,
  because: string | undefined,
): Promise<DecisionAnswer> {
  return await change(at, name, (entry, today) => rejecting(entry, because, today));
}

export async function abandonDecision(
  at: PracticePlace,
  name: string,
  because: string | undefined,
): Promise<DecisionAnswer> {
  return await change(at, name, (entry, today) => abandoning(entry, because, today));
}

export async function extendDecision(
  at: PracticePlace,
  name: string,
  until: string,
  because: string,
): Promise<DecisionAnswer> {
  return await change(at, name, (entry, today) => extending(entry, dayOrThrow(until, today, 'to'), because, today));
}

export interface Proposal {
  readonly because: string | undefined;
  readonly decideBy: string | undefined;
  readonly owner: string | undefined;
}

export async function proposeDecision(
  at: PracticePlace,
  name: string,
  { decideBy, ...request }: Proposal,
): Promise<DecisionAnswer> {
  return await change(at, name, (entry, today) =>
    proposing(
      entry,
      { ...request, decideBy: decideBy === undefined ? undefined : dayOrThrow(decideBy, today, 'decide-by') },
      today,
    ),
  );
}

/** Fills in sections from answers; the answer says what is left. */
export async function answerDecision(at: PracticePlace, name: string, answers: Answers): Promise<DecisionAnswer> {
  if (Object.keys(answers).length === 0) return await showDecision(at, name);
  return await change(at, name, (entry) => ({ sections: withAnswers(sectionsOf(entry), answers) }));
}

export interface Assuming {
  /** A new one: `assumes :: test`. */
  readonly add: string | undefined;
  /** Which one was looked at, from 1; the only one when there is one. */
  readonly number: number | undefined;
  readonly held: 'yes' | 'no' | undefined;
}

/** Adds an assumption with its test, or says what a test showed: one that did not hold opens the decision again. */
export async function assumeInDecision(
  at: PracticePlace,
  name: string,
  { add, number, held }: Assuming,
): Promise<DecisionAnswer> {
  return await change(at, name, (entry, today) => {
    const before = entry.fields.assumptions ?? [];
    if (add !== undefined) return { fields: { assumptions: [...before, assumptionOf(add)] } };
    const at1 = number ?? (before.length === 1 ? 1 : 0);
    const chosen = before[at1 - 1];
    if (chosen === undefined || held === undefined) {
      throw new FortnightError(
        'usage',
        `${entry.id} has ${before.length === 0 ? 'no assumption' : `${before.length} assumptions`}.`,
        {
          hint:
            before.length === 0
              ? 'Add one: --add "what is assumed :: what would show that it is not"'
              : 'Say which one, and what its test showed: --number 1 --held no',
          exitCode: EXIT.usage,
        },
      );
    }
    const after = before.map((one) => (one === chosen ? { ...one, held, 'checked-on': today } : one));
    return { fields: { assumptions: after } };
  });
}

/** Changes a decision by what is to become of it; where it was saved meanwhile, nothing is written. */
export async function change(
  at: PracticePlace,
  name: string,
  make: (entry: DecisionEntry, today: string) => Changes,
): Promise<DecisionAnswer> {
  const { records, today } = await decisionsOf(at);
  const before = await records.get(name);
  const after = await records.save(before, make(before, today));
  return answer(after.text === before.text ? 'same' : 'changed', after, today);
}

/** What a command answers about a decision. */
export function answer(
  deed: DecisionAnswer['deed'],
  entry: DecisionEntry,
  today: string,
  {
    history = [],
    other = null,
  }: { readonly history?: readonly DecisionAnswer['history'][number][]; readonly other?: DecisionEntry | null } = {},
): DecisionAnswer {
  return {
    deed,
    decision: toldDecision(entry, today),
    other: other === null ? null : toldDecision(other, today),
    history: [...history],
    unanswered: unanswered(sectionsOf(entry)).map(({ option, question }) => ({ option, question })),
  };
}

const sectionsOf = ({ sections }: DecisionEntry): Record<string, string> =>
  Object.fromEntries(sections.map(({ heading, text }) => [heading, withoutPlaceholder(text)]));
