import type {
  DelegationAnswer,
  DelegationList,
  DelegationSuggestions,
  DelegationTold,
} from '../../domain/delegations.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { delegationKind } from '../../domain/records/delegation.ts';
import { counted } from '../../domain/words.ts';
import { checkInDays, holdCheckIn } from '../../records/delegations/check-ins.ts';
import {
  alertsInOrder,
  type DelegationEntry,
  delegationsInOrder,
  type Seen,
  tellDelegation,
} from '../../records/delegations/tell.ts';
import { type Opened, type Place, withFacts } from '../open.ts';
import { dayOrThrow } from './day-given.ts';
import { sightingsOf } from './delegation-sightings.ts';
import { type GivenFields, readFields } from './fields-given.ts';
import { openPractice } from './open-practice.ts';
import { suggestDelegations } from './suggest-delegations.ts';

/** Where the records of a practice are kept. */
type At = Pick<Place, 'effects' | 'request'>;

const delegationsOf = async (at: At) => {
  const practice = await openPractice(at);
  return { practice, records: await practice.records(delegationKind) };
};

/**
 * All of them on a day, alerts first. With facts, the history is looked at for the open ones: what landed of them, and what the
 * lead took back; without, nothing is said of either.
 */
export async function tellDelegations(
  entries: readonly DelegationEntry[],
  today: string,
  opened: Pick<Opened, 'facts' | 'setting'> | null,
): Promise<DelegationTold[]> {
  const told: DelegationTold[] = [];
  for (const entry of entries) {
    const seen: Seen | null = opened === null || !entry.isOpen ? null : await sightingsOf(opened, entry);
    told.push(tellDelegation(entry, today, seen));
  }
  return delegationsInOrder(told);
}

/** The board: alerts first, then what is open by its day; closed ones with `all`. `opened` null: records alone. */
export async function delegationBoard(
  at: At,
  opened: Pick<Opened, 'facts' | 'setting'> | null,
  { all }: { readonly all: boolean },
): Promise<DelegationList> {
  const { practice, records } = await delegationsOf(at);
  const entries = (await records.list()).filter((entry) => all || entry.isOpen || entry.problems.length > 0);
  const delegations = await tellDelegations(entries, practice.today, opened);
  return { today: practice.today, alerts: alertsInOrder(delegations), delegations, notes: [] };
}

/** The board as the command line shows it: the history is looked at where there is one and something to look for in it. */
export async function listDelegations(place: Place, { all }: { readonly all: boolean }): Promise<DelegationList> {
  const { practice, records } = await delegationsOf(place);
  const sought = (await records.list()).filter(isSought);
  if (practice.repositories.length === 0) {
    const board = await delegationBoard(place, null, { all });
    return sought.length === 0 ? board : { ...board, notes: [NO_REPOSITORY] };
  }
  if (sought.length === 0) return await delegationBoard(place, null, { all });
  try {
    return await withFacts(place, (opened) => delegationBoard(place, opened, { all }));
  } catch (error) {
    if (!(error instanceof FortnightError)) throw error;
    // What was given away is told all the same: only the history cannot be read.
    const board = await delegationBoard(place, null, { all });
    return { ...board, notes: [`The history was not looked at: ${error.message}`] };
  }
}

const NO_REPOSITORY =
  'No repository is here, so what landed and what was taken back was not looked for: run it in one, or name one with --repo.';
const isOpen = (entry: DelegationEntry): boolean => entry.isOpen;
const isSought = ({ isOpen, fields }: DelegationEntry): boolean =>
  isOpen && (fields.paths ?? []).length + (fields.links ?? []).length > 0;

/** One of them, with what the history shows of it, also when it is closed. */
export async function showDelegation(place: Place, name: string): Promise<DelegationAnswer> {
  const { practice, records } = await delegationsOf(place);
  const entry = await records.get(name);
  const isSomewhere = practice.repositories.length > 0 && (entry.fields.paths ?? entry.fields.links) !== undefined;
  const seen = isSomewhere ? await withFacts(place, (opened) => sightingsOf(opened, entry)) : null;
  return { did: null, delegation: tellDelegation(entry, practice.today, seen) };
}

export interface NewDelegation {
  readonly title: string;
  /** Fields of the kind as they were given. */
  readonly fields: GivenFields;
  readonly sections: Readonly<Record<string, string>>;
  /** Days from one check-in to the next; 0: none. */
  readonly every: number;
}

/** A new contract, agreed on today, with its check-ins every so many days until the day it is due. */
export async function newDelegation(
  at: At,
  { title, fields: given, sections, every }: NewDelegation,
): Promise<DelegationAnswer> {
  const { practice, records } = await delegationsOf(at);
  const { today, repositories } = practice;
  const read = readFields(delegationKind, given, today) as DelegationEntry['fields'];
  const { started = today, due } = read;
  if (due !== undefined && due < started) {
    throw usage(
      'due-before-start',
      `It would be due on ${due}, before it starts on ${started}.`,
      'Give a later --due.',
    );
  }
  const days = due === undefined ? [] : checkInDays(started, due, every, today);
  const [here, ...others] = repositories;
  const entry = await records.create({
    title,
    fields: {
      status: 'active',
      ...(here !== undefined && others.length === 0 ? { repository: here.name } : {}),
      started,
      ...read,
      ...(days.length > 0 ? { 'check-ins': days.map((on) => ({ on })) } : {}),
    },
    sections,
  });
  return { did: `Written to ${entry.path}.`, delegation: tellDelegation(entry, today, null) };
}

/** A check-in took place: today, unless a day is given as somebody writes it. */
export async function holdDelegationCheckIn(
  at: At,
  name: string,
  { on, note }: { readonly on: string | null; readonly note: string | null },
): Promise<DelegationAnswer> {
  const { practice, records } = await delegationsOf(at);
  const { today } = practice;
  const entry = await records.get(name);
  refuseClosed(entry);
  const held = on === null ? today : dayOrThrow(on, today, 'on');
  if (held > today) throw usage('not-yet', `${held} is yet to come.`, 'Say it when it took place.');
  const checkIns = holdCheckIn(entry.fields['check-ins'] ?? [], held, note);
  const saved = await records.save(entry, { fields: { 'check-ins': checkIns.map(withoutNothing) } });
  return { did: `Check-in of ${held} noted.`, delegation: tellDelegation(saved, today, null) };
}

/** Agrees on check-ins every so many days from today until it is due; what took place, and what has passed, stays. */
export async function planDelegationCheckIns(at: At, name: string, every: number): Promise<DelegationAnswer> {
  const { practice, records } = await delegationsOf(at);
  const { today } = practice;
  const entry = await records.get(name);
  refuseClosed(entry);
  const { due, 'check-ins': agreed = [] } = entry.fields;
  if (due === undefined || due <= today) {
    throw usage(
      'no-due-day',
      `${entry.id} has no day ahead by which it is due.`,
      `Give one: fortnight delegate set ${entry.id} --due +4w.`,
    );
  }
  const kept = agreed.filter(({ on, held }) => held !== undefined || on <= today);
  const planned = checkInDays(today, due, every).map((on) => ({ on }));
  const saved = await records.save(entry, { fields: { 'check-ins': [...kept, ...planned].map(withoutNothing) } });
  const did = planned.length === 0 ? 'No check-in lies ahead.' : `${counted(planned.length, 'check-in')} agreed on.`;
  return { did, delegation: tellDelegation(saved, today, null) };
}

const withoutNothing = ({ on, held, note }: { on: string; held?: string | undefined; note?: string | undefined }) => ({
  on,
  ...(held === undefined ? {} : { held }),
  ...(note === undefined ? {} : { note }),
});

/** The outcome is there, or the lead took it back; `because` is kept in the file. */
export async function closeDelegation(
  at: At,
  name: string,
  { status, because }: { readonly status: 'done' | 'taken-back'; readonly because: string | null },
): Promise<DelegationAnswer> {
  const { practice, records } = await delegationsOf(at);
  const entry = await records.get(name);
  refuseClosed(entry);
  const saved = await records.save(entry, {
    fields: { status, closed: practice.today },
    ...(because === null
      ? {}
      : { sections: { [status === 'done' ? 'How it ended' : 'Why it was taken back']: because } }),
  });
  const did = status === 'done' ? 'Done.' : 'Taken back. It is about you, not about whoever had it.';
  return { did, delegation: tellDelegation(saved, practice.today, null) };
}

/** What could be given away, and to whom. */
export async function delegationSuggestions(at: At, opened: Opened): Promise<DelegationSuggestions> {
  const { records } = await delegationsOf(at);
  return await suggestDelegations(opened, (await records.list()).filter(isOpen));
}

function refuseClosed({ isOpen, id, status, fields }: DelegationEntry): void {
  if (isOpen) return;
  throw usage(
    'is-closed',
    `${id} is ${status ?? 'closed'}${fields.closed === undefined ? '' : ` since ${fields.closed}`}.`,
    `Open it again: fortnight delegate set ${id} --status active --unset closed.`,
  );
}

const usage = (code: string, message: string, hint: string) =>
  new FortnightError(code, message, { hint, exitCode: EXIT.usage });
