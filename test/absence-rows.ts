import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startOf } from '../src/absence/calendar.ts';
import { dependenceAt } from '../src/absence/dependence.ts';
import { findAbsences } from '../src/absence/find-absences.ts';
import { flowFrom, matchedWindows } from '../src/absence/flow.ts';
import type { History } from '../src/absence/history.ts';
import { isStudied } from '../src/absence/is-studied.ts';
import { readHistory } from '../src/absence/read-history.ts';
import type { RealAbsence } from '../src/absence/real-absence.ts';
import type { Query } from '../src/domain/query.ts';
import { DAY } from '../src/domain/window.ts';

const shared = process.env.FORTNIGHT_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url));

/** What the study's own program found in a history: one row per absence. */
export type StudyRow = Readonly<Record<string, string>>;

/** Rows of the study; throws where they are not there. */
export function studyRows(history: string): StudyRow[] {
  const [head = '', ...lines] = readFileSync(join(shared, 'absences', `${history}.csv`), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i], value])));
}

/** A row, and our absence of the same person that begins within two days of it. */
export interface Matched {
  readonly row: StudyRow;
  readonly ours: ReturnType<typeof measured>;
}

export interface Agreement {
  readonly history: string;
  readonly rows: readonly StudyRow[];
  readonly matched: readonly Matched[];
  /** `person, start`, for rows we do not find and for absences the study does not list. */
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

/** What we find in a whole history beside what the study found. */
export async function agreementOf(history: string, query: Query): Promise<Agreement> {
  const [head] = await query<{ at: number }>('SELECT max(landed_at)::DOUBLE AS at FROM changes');
  const past = await readHistory(query, (head?.at ?? 0) + 1);
  const found = findAbsences(past);
  const rows = studyRows(history);
  const names = await namesOf(past, query);
  const used = new Set<RealAbsence>();
  const matched = rows.flatMap((row): Matched[] => {
    const start = dayOfText(row.start ?? '');
    const [ours] = found
      .filter(({ person, from }) => names[person]?.has((row.person ?? '').toLowerCase()) && Math.abs(from - start) <= 2)
      .sort((a, b) => Math.abs(a.from - start) - Math.abs(b.from - start));
    if (ours === undefined) return [];
    used.add(ours);
    return [{ row, ours: measured(past, found, ours) }];
  });
  const extra = found.filter((one) => !used.has(one) && one.kind !== 'ongoing' && isStudied(past, one));
  const isFound = new Set(matched.map(({ row }) => row));
  return {
    history,
    rows,
    matched,
    missed: rows.filter((row) => !isFound.has(row)).map(({ person, start }) => `${person}, ${start}`),
    extra: extra.map(({ person, from }) => `${past.people[person]?.name}, ${textOfDay(from)}`),
  };
}

function measured(history: History, found: readonly RealAbsence[], absence: RealAbsence) {
  const moment = startOf(absence.from);
  const { gate, dependence, visibility } = dependenceAt(history, absence.person, moment);
  const { usual, landed } = flowFrom(history, absence.person, moment);
  const { from, logRatio } = matchedWindows(history, found, absence);
  return { ...absence, gate, dependence, visibility, usual, landed, windows: from.length, logRatio };
}

/** Every name each person was ever seen under: which of them is shown is a choice of its own. */
async function namesOf({ people }: History, query: Query): Promise<ReadonlySet<string>[]> {
  const names = new Map<string, Set<string>>(people.map(({ person, name }) => [person, new Set([name.toLowerCase()])]));
  for (const { person, identity } of await query<{ person: string; identity: string }>(
    'SELECT person, identity FROM identities',
  )) {
    names.get(person)?.add(identity.replace(/ <[^>]*>$/, '').toLowerCase());
  }
  return people.map(({ person }) => names.get(person) ?? new Set());
}

const dayOfText = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 1000 / DAY;
const textOfDay = (day: number): string => new Date(day * DAY * 1000).toISOString().slice(0, 10);
