import { people } from '../../domain/report.ts';
import type { Retro } from '../../domain/retro.ts';
import { DAY } from '../../domain/window.ts';
import { businessDays, dayOf, startOf } from '../calendar.ts';
import { GATE_DAYS, landedBetween, teammatesChanges, WORK_DAYS } from '../dependence.ts';
import { findAbsences } from '../find-absences.ts';
import { DAYS_OF_FORTNIGHT, flowFrom, LEAST_USUAL, matchedWindows, outcomeOf } from '../flow.ts';
import type { AreaIndex, History, LandedChange, PersonIndex } from '../history.ts';
import { quantile } from '../quantile.ts';
import type { RealAbsence } from '../real-absence.ts';
import { areasLandedAlone, placesOf, steppedIn } from '../stepped-in.ts';
import { areaTitleAt, changeEvidence, changeTitle, type HandoverInput, namesOf, newestChanges } from './input.ts';
import { dayText } from './timeline.ts';

/** What a look back is made from. */
export interface RetroInput extends Pick<HandoverInput, 'history' | 'person' | 'names' | 'repositories' | 'notes'> {
  readonly titles: HandoverInput['evidence']['titles'];
  readonly span: Span;
  /** What `findAbsences` found, for the comparison. */
  readonly found: readonly RealAbsence[];
}

/** The days that are looked back on, counted since 1970. */
export interface Span {
  readonly basis: Retro['basis'];
  readonly from: number;
  /** First day after it; null while it lasts. */
  readonly to: number | null;
}

/** The last absence of a person from which they came back. */
export function lastAbsence(
  history: History,
  person: PersonIndex,
): { span: Span | null; found: readonly RealAbsence[] } {
  const found = findAbsences(history);
  const last = found.filter((absence) => absence.person === person && absence.to !== null).at(-1);
  return { span: last === undefined ? null : { basis: 'found', from: last.from, to: last.to }, found };
}

/** Fewer than this landed by others in an area do not show that it goes without. */
const FEW = 2;
const MOST_SHOWN = 5;

/** What landed, what waited, who stepped in and what to keep that way, around one absence that is over. */
export function lookBack(input: RetroInput): Retro {
  const { history, person, span } = input;
  const { from, to } = span;
  const end = to ?? dayOf(history.until);
  const own = (history.activity[person] ?? []).map(({ day }) => day);
  const before = teammatesChanges(history, person, startOf(from) - GATE_DAYS * DAY, startOf(from));
  const stepped = steppedIn(history, { person, from, to });
  return {
    names: [...input.names],
    repositories: [...input.repositories],
    basis: span.basis,
    from: dayText(from),
    to: to === null ? null : dayText(to),
    businessDays: businessDays(from, end),
    othersAway: input.found.find((one) => one.person === person && one.from === from)?.othersAway ?? null,
    seenAgain: dayOrNull(own.find((day) => day >= end)),
    daysSeen: own.filter((day) => day >= from && day < end).length,
    seenUntil: history.until,
    visible: { changes: before.length, known: before.filter(({ lander }) => lander !== null).length },
    flow: flowAround(input, end),
    waited: waitedFor(input, before, own.find((day) => day >= end) ?? null),
    steppedIn: {
      people: people(namesOf(history, stepped.people)),
      changes: stepped.changes.length,
      evidence: newestChanges(stepped.changes),
    },
    keep: keepOf(input, stepped.changes),
    streams: streamsOf(input, end),
    releases: releasesIn(input, end),
    plan: null,
    notes: [...input.notes],
  };
}

const dayOrNull = (day: number | undefined): string | null => (day === undefined ? null : dayText(day));

function flowAround({ history, person, span: { from, basis }, found }: RetroInput, end: number): Retro['flow'] {
  const { usual } = flowFrom(history, person, startOf(from));
  // A silence is judged by its first 14 days, as the study does, also where it ended a day or two before they did.
  const days = basis === 'found' ? DAYS_OF_FORTNIGHT : Math.max(1, Math.min(DAYS_OF_FORTNIGHT, end - from));
  const landed = teammatesChanges(history, person, startOf(from), startOf(from + days)).length;
  const expected = (usual * days) / DAYS_OF_FORTNIGHT;
  const isWhole = days === DAYS_OF_FORTNIGHT;
  const back = startOf(end + DAYS_OF_FORTNIGHT) <= history.until;
  const windows = matchedWindows(history, found, { person, from, to: end }).from.map(
    (start) => flowFrom(history, person, startOf(start)).landed,
  );
  return {
    usual,
    away: {
      days,
      landed,
      usual: expected,
      outcome: isWhole && usual >= LEAST_USUAL ? outcomeOf(landed / usual) : null,
    },
    back: back ? teammatesChanges(history, person, startOf(end), startOf(end + DAYS_OF_FORTNIGHT)).length : null,
    compared:
      windows.length === 0
        ? null
        : {
            windows: windows.length,
            least: Math.min(...windows),
            middle: quantile(windows, 0.5) ?? 0,
            most: Math.max(...windows),
          },
  };
}

/** Landed by the person within a fortnight of the return, and not touched since before it. */
function waitedFor(input: RetroInput, before: readonly LandedChange[], back: number | null): Retro['waited'] {
  const { history, person } = input;
  const usual = before.filter(({ lander }) => lander === person).flatMap((change) => waitingOf(change));
  if (back === null) return { changes: 0, waiting: null, usual: medianOf(usual), newest: [] };
  const waited = teammatesChanges(history, person, startOf(back), startOf(back + DAYS_OF_FORTNIGHT)).filter(
    ({ lander, workedAt }) => lander === person && workedAt !== null && workedAt < startOf(back),
  );
  return {
    changes: waited.length,
    waiting: medianOf(waited.flatMap(waitingOf)),
    usual: medianOf(usual),
    newest: waited
      .slice(-MOST_SHOWN)
      .reverse()
      .map((change) => ({
        title: changeTitle(input.titles, change),
        waited: waitingOf(change)[0] ?? 0,
        evidence: changeEvidence(change),
      })),
  };
}

const waitingOf = ({ workedAt, landedAt }: LandedChange): number[] =>
  workedAt === null ? [] : [Math.max(0, landedAt - workedAt)];

function medianOf(values: readonly number[]): { median: number; of: number } | null {
  const median = quantile(values, 0.5);
  return median === null ? null : { median, of: values.length };
}

/** Areas that only the person landed in before, and others landed in while they were away; most of it first. */
function keepOf(input: RetroInput, changes: readonly LandedChange[]): Retro['keep'] {
  const { history, person, span } = input;
  const alone = areasLandedAlone(history, person, startOf(span.from));
  const byArea = new Map<AreaIndex | null, LandedChange[]>();
  for (const change of changes) {
    for (const area of placesOf(change)) {
      if (alone.has(area)) byArea.set(area, [...(byArea.get(area) ?? []), change]);
    }
  }
  return [...byArea]
    .filter(([, there]) => there.length >= FEW)
    .map(([area, there]) => ({
      area: areaTitleAt(input, area),
      changes: there.length,
      landers: people(
        namesOf(
          history,
          there.flatMap(({ lander }) => lander ?? []),
        ),
      ),
      evidence: newestChanges(there),
    }))
    .sort((a, b) => b.changes - a.changes || (a.area < b.area ? -1 : 1));
}

/** Work of people whose changes with a known lander, two or more, had all landed through the person in the 8 weeks before. */
function streamsOf({ history, person, span: { from } }: RetroInput, end: number): Retro['streams'] {
  /** How many landed through the person; nothing where one did not. */
  const through = new Map<PersonIndex, number>();
  for (const { authors, lander } of teammatesChanges(history, person, startOf(from) - WORK_DAYS * DAY, startOf(from))) {
    if (lander === null) continue;
    for (const author of authors)
      through.set(author, (through.get(author) ?? 0) + (lander === person ? 1 : Number.NEGATIVE_INFINITY));
  }
  const changes = landedBetween(history, startOf(from), startOf(end)).filter(
    ({ authors, lander }) =>
      lander !== null &&
      lander !== person &&
      authors.length > 0 &&
      authors.every((author) => (through.get(author) ?? 0) >= FEW),
  );
  if (changes.length < FEW) return { people: people([]), changes: 0, evidence: [] };
  return {
    people: people(
      namesOf(
        history,
        changes.flatMap(({ authors }) => authors),
      ),
    ),
    changes: changes.length,
    evidence: newestChanges(changes),
  };
}

function releasesIn({ history, span: { from } }: RetroInput, end: number): Retro['releases'] {
  const made = history.releases.filter(({ releasedAt }) => releasedAt >= startOf(from) && releasedAt < startOf(end));
  return {
    made: made.map(({ repository, name, releasedAt }) => ({
      name,
      day: dayText(dayOf(releasedAt)),
      evidence: { kind: 'release', repository, id: name },
    })),
    by: people(
      namesOf(
        history,
        made.flatMap(({ releaser }) => releaser ?? []),
      ),
    ),
  };
}
