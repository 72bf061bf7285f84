import type { Query } from '../domain/query.ts';
import { DAY } from '../domain/window.ts';
import { inBatches, type Landing } from './batches.ts';
import type { DayOfActivity, History, PersonIndex, Release } from './history.ts';

/** Between fields and between rows of packed text; taken out of what a stranger wrote. */
const FIELD = '\u001f';
/** Either of them. */
const PACKED = new RegExp(`[${FIELD}\n]`);
const packed = (...fields: readonly string[]): string => `concat(${fields.join(', chr(31), ')})`;

const PEOPLE = `SELECT person, name FROM people WHERE kind = 'human' ORDER BY person`;

const REPOSITORIES = `SELECT DISTINCT repository FROM changes ORDER BY repository`;

const SHALLOW = `SELECT repository FROM repositories WHERE is_shallow ORDER BY repository`;

const AREAS = `SELECT DISTINCT repository, area FROM change_areas ORDER BY repository, area`;

/**
 * Changes of 30 days to a row, each a line of packed text: a cell of its own for every field would take longer to hand over
 * than everything else (a million for 100,000 commits). People, repositories and areas are places in the lists above.
 * Changes of bots are read as well: what lands between two landings ends their batch, whoever wrote it.
 */
const CHANGES = `
WITH known AS (SELECT person, row_number() OVER (ORDER BY person) - 1 AS n FROM people WHERE kind = 'human'),
homes AS (
  SELECT repository, row_number() OVER (ORDER BY repository) - 1 AS n FROM (SELECT DISTINCT repository FROM changes)
),
places AS (
  SELECT repository, area, row_number() OVER (ORDER BY repository, area) - 1 AS n
  FROM (SELECT DISTINCT repository, area FROM change_areas)
),
authors AS (
  SELECT a.repository, a.change, string_agg(p.n, ' ') AS authors
  FROM change_authors a JOIN known p ON p.person = a.person
  GROUP BY a.repository, a.change
),
areas AS (
  SELECT c.repository, c.change, string_agg(p.n, ' ') AS areas
  FROM change_areas c JOIN places p ON p.repository = c.repository AND p.area = c.area
  GROUP BY c.repository, c.change
),
approvers AS (
  SELECT r.repository, r.change, string_agg(DISTINCT p.n, ' ') AS approvers
  FROM reviews r JOIN known p ON p.person = r.person
  WHERE r.kind IN ('approval', 'sign-off')
  GROUP BY r.repository, r.change
),
begun AS (
  SELECT c.repository, c.change, min(k.committer_time) AS first_at
  FROM changes c JOIN commits k ON k.repository = c.repository AND k.change = c.change
  WHERE c.route = 'direct' AND c.commits > 1
  GROUP BY c.repository, c.change
)
SELECT string_agg(${packed(
  'c.change',
  'c.number',
  "translate(c.title, chr(10) || chr(31), '\uFFFD\uFFFD')",
  'a.authors',
  'w.n',
  'l.n',
  'v.approvers',
  's.areas',
  'c.files',
  'c.worked_at',
  'c.landed_at',
  'coalesce(b.first_at, c.landed_at)',
  "if(k.parent_count > 1, '', k.author || ' ' || coalesce(k.committer, ''))",
  'h.n',
)}, chr(10) ORDER BY c.landed_at, c.repository, c.change) AS lines
FROM changes c
JOIN homes h ON h.repository = c.repository
JOIN commits k ON k.repository = c.repository AND k.id = c.change
LEFT JOIN authors a ON a.repository = c.repository AND a.change = c.change
LEFT JOIN known w ON w.person = k.author
LEFT JOIN known l ON l.person = c.lander
LEFT JOIN areas s ON s.repository = c.repository AND s.change = c.change
LEFT JOIN approvers v ON v.repository = c.repository AND v.change = c.change
LEFT JOIN begun b ON b.repository = c.repository AND b.change = c.change
WHERE c.landed_at < $until
GROUP BY c.landed_at // ${30 * DAY}
ORDER BY min(c.landed_at)`;

/**
 * One row per person, the days packed as the changes are. A commit made after `until` shows nobody at work before it, whenever
 * its author says it was written: at that moment there was no such commit to see.
 */
const ACTIVITY = `
WITH seen AS (
  SELECT author AS person, author_time AS t, (parent_count < 2)::INTEGER AS commits, 0 AS merges, 0 AS reviews
  FROM commits WHERE coalesce(committer_time, author_time) < $until
  UNION ALL SELECT committer, committer_time, 0, (parent_count > 1)::INTEGER, 0 FROM commits
  UNION ALL SELECT person, reviewed_at, 0, 0, 1 FROM reviews
),
days AS (
  SELECT person, CAST(floor(t / ${DAY}) AS INTEGER) AS day, sum(commits) AS commits, sum(merges) AS merges, sum(reviews) AS reviews
  FROM seen SEMI JOIN (SELECT person FROM people WHERE kind = 'human') p USING (person)
  WHERE t < $until
  GROUP BY ALL
)
SELECT person, string_agg(${packed('day', 'commits', 'merges', 'reviews')}, chr(10) ORDER BY day) AS lines
FROM days GROUP BY person ORDER BY person`;

const RELEASES = `
SELECT repository, name, released_at, releaser, is_prerelease FROM releases
WHERE released_at < $until ORDER BY released_at, repository, name`;

/** All of a history but what people were seen doing, day by day. */
interface Parts {
  readonly people: History['people'];
  readonly areas: History['areas'];
  /** By landing time. */
  readonly landings: readonly Landing[];
  readonly releases: readonly Release[];
  readonly shallow: readonly string[];
}

/** Reads the derived tables as the absence room needs them: what happened before `until` (seconds since 1970). */
export async function readHistory(query: Query, until: number): Promise<History> {
  const parts = await readParts(query, until);
  const indexOf = new Map(parts.people.map(({ person }, index) => [person, index]));
  const activity: DayOfActivity[][] = parts.people.map(() => []);
  for (const { person, lines } of await query<{ person: string; lines: string }>(ACTIVITY, { until })) {
    activity[indexOf.get(person) ?? -1] = lines.split('\n').map(dayOfActivity);
  }
  return historyOf(parts, activity, until);
}

/** Everything that ever happened, from which the history before any moment can be cut without reading again. */
export interface WholePast {
  readonly parts: Parts;
  /** Per person, five numbers each: from when on it is known, day, commits, merges, reviews; by day. */
  readonly deeds: readonly Float64Array[];
}

/** As {@link ACTIVITY}, before what is known at a moment was added up. */
const ALL_DEEDS = `
WITH seen AS (
  SELECT author AS person, author_time AS t, greatest(author_time, coalesce(committer_time, author_time)) AS known_at,
         (parent_count < 2)::INTEGER AS commits, 0 AS merges, 0 AS reviews
  FROM commits
  UNION ALL SELECT committer, committer_time, committer_time, 0, (parent_count > 1)::INTEGER, 0 FROM commits
  UNION ALL SELECT person, reviewed_at, reviewed_at, 0, 0, 1 FROM reviews
),
days AS (
  SELECT person, known_at, CAST(floor(t / ${DAY}) AS INTEGER) AS day,
         sum(commits) AS commits, sum(merges) AS merges, sum(reviews) AS reviews
  FROM seen SEMI JOIN (SELECT person FROM people WHERE kind = 'human') p USING (person)
  WHERE t IS NOT NULL
  GROUP BY ALL
)
SELECT person, string_agg(${packed('known_at', 'day', 'commits', 'merges', 'reviews')}, chr(10) ORDER BY day, known_at) AS lines
FROM days GROUP BY person ORDER BY person`;

/** Later than anything that happened. */
const FOREVER = 2 ** 52;

/** Reads what {@link historyAt} cuts histories from: for who looks at many moments of the same facts. */
export async function readWholePast(query: Query): Promise<WholePast> {
  const parts = await readParts(query, FOREVER);
  const indexOf = new Map(parts.people.map(({ person }, index) => [person, index]));
  const deeds = parts.people.map(() => new Float64Array());
  for (const { person, lines } of await query<{ person: string; lines: string }>(ALL_DEEDS)) {
    deeds[indexOf.get(person) ?? -1] = Float64Array.from(lines.split(PACKED), Number);
  }
  return { parts, deeds };
}

/** What {@link readHistory} would read for a moment (seconds since 1970), the same in every part. */
export function historyAt({ parts, deeds }: WholePast, until: number): History {
  const past = {
    ...parts,
    landings: parts.landings.filter(({ change }) => change.landedAt < until),
    releases: parts.releases.filter(({ releasedAt }) => releasedAt < until),
  };
  return historyOf(
    past,
    deeds.map((own) => daysBefore(own, until)),
    until,
  );
}

/** Days of one person, of what is known before a moment. */
function daysBefore(deeds: Float64Array, until: number): DayOfActivity[] {
  const days: DayOfActivity[] = [];
  for (let at = 0; at < deeds.length; at += 5) {
    const [knownAt = 0, day = 0, commits = 0, merges = 0, reviews = 0] = deeds.subarray(at, at + 5);
    if (knownAt >= until) continue;
    const last = days.at(-1);
    if (last?.day !== day) days.push({ day, commits, merges, reviews });
    else {
      days[days.length - 1] = {
        day,
        commits: last.commits + commits,
        merges: last.merges + merges,
        reviews: last.reviews + reviews,
      };
    }
  }
  return days;
}

async function readParts(query: Query, until: number): Promise<Parts> {
  const people = await query<{ person: string; name: string }>(PEOPLE);
  const areas = await query<{ repository: string; area: string }>(AREAS);
  const indexOf = new Map(people.map(({ person }, index) => [person, index]));
  const person = (id: string | null): PersonIndex | null => (id === null ? null : (indexOf.get(id) ?? null));
  const months = await query<{ lines: string }>(CHANGES, { until });
  const homes = (await query<{ repository: string }>(REPOSITORIES)).map(({ repository }) => repository);
  const landings = months.flatMap(({ lines }) => lines.split('\n').map((line) => landingOf(line, homes)));
  const shallow = (await query<{ repository: string }>(SHALLOW)).map(({ repository }) => repository);
  const releases = (
    await query<{
      repository: string;
      name: string;
      released_at: number;
      releaser: string | null;
      is_prerelease: boolean;
    }>(RELEASES, { until })
  ).map(
    (row): Release => ({
      repository: row.repository,
      name: row.name,
      releasedAt: row.released_at,
      releaser: person(row.releaser),
      isPrerelease: row.is_prerelease,
    }),
  );
  return { people, areas, landings, releases, shallow };
}

function historyOf(parts: Parts, activity: History['activity'], until: number): History {
  const { people, areas, landings, releases, shallow } = parts;
  const changes = inBatches(landings).filter(({ authors }) => authors.length > 0);
  return {
    people,
    areas,
    changes,
    activity,
    releases,
    began: changes[0]?.landedAt ?? null,
    cutOffAt: cutOffAt(landings, shallow, until),
    until,
  };
}

/** Where the last of some shallow clones begins; one in which nothing landed begins at the end. */
function cutOffAt(landings: readonly Landing[], shallow: readonly string[], until: number): number | null {
  if (shallow.length === 0) return null;
  const firsts = shallow.map(
    (one) => landings.find(({ change }) => change.repository === one)?.change.landedAt ?? until,
  );
  return Math.max(...firsts);
}

function landingOf(line: string, homes: readonly string[]): Landing {
  const fields = line.split(FIELD);
  const text = (field: number): string => fields[field] ?? '';
  const maybe = (field: number): number | null => (text(field) === '' ? null : Number(text(field)));
  const places = (field: number): number[] =>
    text(field) === ''
      ? []
      : text(field)
          .split(' ')
          .map(Number)
          .sort((a, b) => a - b);
  const [all, writer] = [places(3), maybe(4)];
  const isAuthor = writer !== null && all.includes(writer);
  return {
    change: {
      repository: homes[Number(text(13))] ?? '',
      id: text(0),
      number: maybe(1),
      title: text(2),
      authors: isAuthor ? [writer, ...all.filter((author) => author !== writer)] : all,
      lander: maybe(5),
      approvers: places(6),
      areas: places(7),
      files: Number(text(8)),
      workedAt: maybe(9),
      landedAt: Number(text(10)),
    },
    hands: text(12) === '' ? null : text(12),
    firstAt: Number(text(11)),
  };
}

function dayOfActivity(line: string): DayOfActivity {
  const [day = 0, commits = 0, merges = 0, reviews = 0] = line.split(FIELD).map(Number);
  return { day, commits, merges, reviews };
}
