import { dayOf, startOf } from '../absence/calendar.ts';
import { readHandoverEvidence } from '../absence/handover/evidence.ts';
import { planHandover } from '../absence/handover/plan.ts';
import type { Effects } from '../domain/effects.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { Handover, WrittenPlan } from '../domain/handover.ts';
import { isOurCalendar } from '../report/calendar.ts';
import { readChecklist } from '../report/checklist-file.ts';
import { type Merged, mergeChecklist } from '../report/checklist-merge.ts';
import { fingerprint } from '../report/fingerprint.ts';
import { handoverCalendar } from '../report/handover-calendar.ts';
import { handoverLines } from '../report/handover-lines.ts';
import { whoIsAway } from './away.ts';
import { coverageOf } from './coverage.ts';
import { parseMoment } from './moment.ts';
import type { Opened } from './open.ts';
import { type OwnFile, openOwnFile, writeOwnFile } from './own-file.ts';
import { leadSentence } from './setting.ts';

export interface PlannedAbsence {
  /** As written: see {@link parseMoment}. */
  readonly from: string;
  readonly days: number;
  /** Who is away; empty: the lead. */
  readonly persons: readonly string[];
}

/** The plan for an absence, made from what happened before it begins. */
export async function makeHandover(
  opened: Opened,
  effects: Pick<Effects, 'now'>,
  { from: text, days, persons }: PlannedAbsence,
): Promise<Handover> {
  const { facts, setting } = opened;
  const from = dayOf(parseMoment(text, effects.now(), 'from'));
  const moment = Math.min(setting.window.until, startOf(from));
  const away = await whoIsAway(opened, persons, moment);
  const since = Math.min(setting.window.since, moment);
  return planHandover({
    history: away.history,
    person: away.person,
    away: away.ids,
    names: away.names,
    repositories: setting.repositories,
    from,
    days,
    today: dayOf(effects.now()),
    moment,
    since,
    evidence: await readHandoverEvidence(facts.query, moment),
    coverage: await coverageOf(opened, away, since),
    notes: [...(away.isLead ? [leadSentence(setting.lead)] : []), ...setting.notes],
  });
}

/** Whose list a file holds. */
const ownerOf = ({ names }: Handover): string => fingerprint(names.join('\n'));

/** The plan as the text of a fresh file. */
export const handoverText = (plan: Handover): string =>
  mergeChecklist('', handoverLines(plan), { owner: ownerOf(plan) }).text;

/** The same days as a calendar file (iCalendar); `stamp` is when it is made, in seconds since 1970. */
export const handoverEntries = (plan: Handover, stamp: number): string => handoverCalendar(plan, stamp);

export interface PlanFiles {
  readonly output: string;
  /** Null: no calendar. */
  readonly calendar: string | null;
  /** Lines somebody took out come back. */
  readonly restore: boolean;
}

/** More characters than this is no plan anybody works through. */
const LONGEST = 1 << 20;
/** How often it is tried again when somebody saves the file at the same moment. */
const TRIES = 5;

/**
 * Writes the plan into its file, keeping what a person wrote there, and its days into a calendar beside it. Refuses a file that
 * is none of this person's plans, and a calendar that is not ours.
 */
export async function writeHandover(
  plan: Handover,
  { workspace }: Pick<Opened, 'workspace'>,
  effects: Pick<Effects, 'cwd' | 'now'>,
  { output, calendar, restore }: PlanFiles,
): Promise<WrittenPlan> {
  const locations = workspace.repositories.map(({ location }) => location);
  const entries = calendar === null ? null : await openOwnFile(calendar, effects, locations);
  if (entries !== null && entries.text !== null && !isOurCalendar(entries.text)) throw foreign(entries);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const file = await openOwnFile(output, effects, locations);
    if (entries !== null && isSameFile(file, entries)) throw sameFile(file);
    const merged = mergePlan(file, plan, restore);
    if (merged.text !== file.text && !(await writeOwnFile(file, merged.text))) continue;
    if (entries !== null && !(await writeOwnFile(entries, handoverCalendar(plan, effects.now())))) throw busy(calendar);
    const { text: _, ...counts } = merged;
    return { file: output, calendar, ...counts };
  }
  throw busy(output);
}

const isSameFile = (one: OwnFile, other: OwnFile): boolean =>
  one.directory === other.directory && one.name === other.name;

function mergePlan(file: OwnFile, plan: Handover, restore: boolean): Merged {
  if ((file.text?.length ?? 0) > LONGEST) throw foreign(file);
  const owner = ownerOf(plan);
  const { ledger, lines } = readChecklist(file.text ?? '');
  // Without the last line, which holds whose it is and what was taken out, our own lines still tell.
  const isOurs = ledger === null ? lines.some(({ mark }) => mark !== null) : ledger.owner === owner;
  if (file.text !== null && file.text.trim() !== '' && !isOurs) throw foreign(file);
  return mergeChecklist(file.text ?? '', handoverLines(plan), { owner, restore });
}

const busy = (label: string | null) =>
  new FortnightError('busy-file', `${label} is being changed meanwhile, and was left as it is.`, {
    hint: 'Save it, and try again.',
  });

const sameFile = ({ label }: OwnFile) =>
  new FortnightError('same-file', `The plan and its calendar cannot both be ${label}.`, {
    hint: 'Give --calendar another name, or --no-calendar.',
    exitCode: EXIT.usage,
  });

const foreign = ({ label }: OwnFile) =>
  new FortnightError('foreign-file', `${label} is no plan of this person, and was left as it is.`, {
    hint: 'Choose another name, or move it away.',
    exitCode: EXIT.usage,
  });
