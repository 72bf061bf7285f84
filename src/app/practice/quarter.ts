import { dayOf, startOf } from '../../absence/calendar.ts';
import { pastAbsences } from '../../absence/past.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { isWithin, type Quarter, quarterBefore, quarterGiven, quarterOf } from '../../domain/quarter.ts';
import type { OldFigure, QuarterAbsence, QuarterSummary } from '../../domain/quarter-summary.ts';
import { codingKind } from '../../domain/records/coding.ts';
import { decisionKind } from '../../domain/records/decision.ts';
import { delegationKind } from '../../domain/records/delegation.ts';
import type { RecordEntry } from '../../domain/records/entry.ts';
import { interventionKind } from '../../domain/records/intervention.ts';
import { journalKind } from '../../domain/records/journal.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import type { Window } from '../../domain/window.ts';
import { calendarDay } from '../../domain/words.ts';
import { codingShares } from '../../records/coding/coding-shares.ts';
import { decisionLatency } from '../../records/decisions/latency.ts';
import { calibrationOf } from '../../records/journal/calibration.ts';
import { quarterParts } from '../../records/quarter/parts.ts';
import { answer } from '../answer.ts';
import { whoIsAway } from '../away.ts';
import { measures } from '../measures.ts';
import { type Opened, type Place, withFacts } from '../open.ts';
import { leadSentence } from '../setting.ts';
import { openPractice, type Practice } from './open-practice.ts';
import { comparable, compareWindows } from './week-figures.ts';

/** A quarter from evidence and records; without a repository from records alone. `asked` null: the one today lies in. */
export async function quarterSummary(place: Place, asked: string | null): Promise<QuarterSummary> {
  const practice = await openPractice(place);
  const quarter = quarterAsked(asked, practice.today);
  const [told, notes] = await recordsOf(practice, quarter);
  const seen = await seenIn(place, practice, quarter);
  return {
    ...quarter,
    today: practice.today,
    isOver: quarter.to <= practice.today,
    ...told,
    ...seen,
    notes: [...new Set([...notes, ...seen.notes])],
  };
}

function quarterAsked(text: string | null, today: string): Quarter {
  const quarter =
    text === null ? quarterOf(today) : text === 'last' ? quarterBefore(quarterOf(today)) : quarterGiven(text);
  if (quarter === null || quarter.from > today) {
    throw new FortnightError(
      'invalid-quarter',
      quarter === null ? `${text} is no quarter.` : `${quarter.quarter} is yet to come.`,
      {
        hint: 'Give a quarter such as 2026-Q3, or last.',
        exitCode: EXIT.usage,
      },
    );
  }
  return quarter;
}

type Told = Pick<QuarterSummary, 'parts' | 'calibration' | 'coding'>;

async function recordsOf(practice: Practice, quarter: Quarter): Promise<readonly [Told, readonly string[]]> {
  const notes: string[] = [];
  const listed = async <K extends RecordKind>(kind: K): Promise<readonly RecordEntry<K>[]> => {
    try {
      return await (await practice.records(kind)).list();
    } catch (error) {
      if (!(error instanceof FortnightError)) throw error;
      notes.push(`${kind.many.charAt(0).toUpperCase()}${kind.many.slice(1)} were not looked at: ${error.message}`);
      return [];
    }
  };
  const journal = await listed(journalKind);
  const entries = {
    decisions: await listed(decisionKind),
    delegations: await listed(delegationKind),
    interventions: await listed(interventionKind),
    journal,
  };
  const coding = await listed(codingKind);
  const latency = await latencyOf(practice, entries.decisions, quarter);
  const answers = coding.flatMap(({ fields: { why, landed } }) =>
    why !== undefined && landed !== undefined && isWithin(quarter, landed) ? [{ why, landed }] : [],
  );
  return [
    {
      parts: quarterParts(entries, quarter, latency),
      calibration:
        journal.length === 0
          ? null
          : calibrationOf(
              journal.map(({ fields }) => fields),
              practice.today,
            ),
      coding: { ...codingShares(answers, 'quarter').all, period: quarter.quarter },
    },
    notes,
  ];
}

/** How long the decisions of the quarter took, by the history of their files. */
async function latencyOf(practice: Practice, decisions: readonly RecordEntry<typeof decisionKind>[], quarter: Quarter) {
  const made = decisions.filter(
    ({ isOpen, fields: { date } }) => !isOpen && date !== undefined && isWithin(quarter, date),
  );
  const log = [];
  for (const { id, title } of made) log.push({ id, title, history: await practice.history(decisionKind, id) });
  return decisionLatency(log);
}

type Seen = Pick<QuarterSummary, 'repositories' | 'lead' | 'figures' | 'old' | 'absences' | 'notes'>;

async function seenIn(place: Place, practice: Practice, quarter: Quarter): Promise<Seen> {
  if (practice.repositories.length === 0) return nothingSeen(NO_REPOSITORY);
  // What is counted ends with the quarter, or today; who the lead is, is settled as of then.
  const until = quarter.to <= practice.today ? quarter.to : null;
  const request = { ...place.request, since: quarter.from, until };
  try {
    return await withFacts({ ...place, request }, (opened) => seen(opened, quarter));
  } catch (error) {
    if (!(error instanceof FortnightError)) throw error;
    return nothingSeen(`The history was not looked at: ${error.message}`);
  }
}

const NO_REPOSITORY = 'No repository is here, so the figures are left out: run it in one, or name one with --repo.';
const nothingSeen = (why: string): Seen => ({
  repositories: [],
  lead: null,
  figures: { ends: null, answer: why, figures: [], notes: [] },
  old: [],
  absences: [],
  notes: [why],
});

async function seen(opened: Opened, quarter: Quarter): Promise<Seen> {
  const { setting } = opened;
  const before = quarterBefore(quarter);
  const [then, now] = [windowOf(before), { since: startOfDay(quarter.from), until: setting.window.until }];
  return {
    repositories: setting.repositories,
    lead: setting.lead.name,
    figures: await compareWindows(opened, comparable(MORE), then, now),
    old: await oldFigures(opened, then, now),
    absences: await absencesIn(opened, quarter),
    notes: [leadSentence(setting.lead), ...setting.notes],
  };
}

/** Figures without an interval that are told all the same. */
const MORE = ['known-to-one', 'lead-time', 'waiting', 'releases'];

const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;
const windowOf = ({ from, to }: Quarter): Window => ({ since: startOfDay(from), until: startOfDay(to) });

async function oldFigures({ facts, setting }: Opened, before: Window, now: Window): Promise<OldFigure[]> {
  const measure = measures.find(({ id }) => id === 'old-scorecard');
  if (measure === undefined) return [];
  const [then, today] = await Promise.all(
    [before, now].map((window) => answer(facts, { ...setting, window }, measure)),
  );
  const count = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return (today?.rows ?? []).map(({ cells }) => ({
    label: String(cells.output),
    before: count(then?.rows.find((row) => row.cells.output === cells.output)?.cells.count),
    now: count(cells.count),
  }));
}

/** Silences of the lead's that began in the quarter, as far as the history shows them. */
async function absencesIn(opened: Opened, quarter: Quarter): Promise<QuarterAbsence[]> {
  if (opened.setting.lead.person === null) return [];
  const { history, person, moment } = await whoIsAway(opened, []);
  const { from, to } = { from: startOf(dayOf(startOfDay(quarter.from))), to: startOf(dayOf(startOfDay(quarter.to))) };
  return pastAbsences(history, person, moment)
    .absences.filter((absence) => absence.from >= from && absence.from < to)
    .map((absence) => ({
      from: calendarDay(absence.from),
      to: absence.to === null ? null : calendarDay(absence.to),
      businessDays: absence.businessDays,
      kind: absence.kind,
      usual: absence.flow.usual,
      landed: absence.flow.landed,
      outcome: absence.flow.outcome,
      evidence: [...absence.evidence],
    }));
}
