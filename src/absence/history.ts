import type { Query } from '../domain/query.ts';
import { DAY } from '../domain/window.ts';
import { inBatches, type Landing } from './batches.ts';

/** Place of a person in {@link History.people}. Bots and agents have none. */
export type PersonIndex = number;
/** Place of an area in {@link History.areas}. */
export type AreaIndex = number;

/** A change with a person among its authors, as it came onto the mainline. */
export interface LandedChange {
  readonly repository: string;
  /** `changes.change`: of a batch, its last. */
  readonly id: string;
  /** Of a batch of several `changes`, all of them, the last last; absent where {@link id} is the only one. */
  readonly ids?: readonly string[];
  readonly number: number | null;
  readonly title: string;
  /** Everybody with authorship who is a person; the first is whom the work of the change itself names first. */
  readonly authors: readonly PersonIndex[];
  /** Who landed it; null when that is hidden or was no person. */
  readonly lander: PersonIndex | null;
  /** People who approved it or signed it off, its authors left out. */
  readonly approvers: readonly PersonIndex[];
  readonly areas: readonly AreaIndex[];
  /** Distinct product files, of a batch each time again: what a landing costs is counted in changes, how big they are in these. */
  readonly files: number;
  /** Seconds since 1970; null when unreadable. */
  readonly workedAt: number | null;
  /** Seconds since 1970. */
  readonly landedAt: number;
}

/**
 * What one person is seen doing on one day (UTC), on any ref: when they wrote a commit (a merge has a day, but counts as no
 * commit), when they committed one, when a change landed that they had reviewed. A co-author is not seen: when they took
 * part is not recorded, and a squash names them weeks later.
 */
export interface DayOfActivity {
  /** Days since 1970. */
  readonly day: number;
  readonly commits: number;
  readonly merges: number;
  readonly reviews: number;
}

export interface Release {
  readonly repository: string;
  readonly name: string;
  readonly releasedAt: number;
  /** Who made it; null when hidden or no person. */
  readonly releaser: PersonIndex | null;
  readonly isPrerelease: boolean;
}

/**
 * What the absence room knows of the past of one team: small enough to hold, in a total order, nothing derived from it yet.
 * Every function of the room takes it whole and looks only at what lies before the moment it is asked about, unless it
 * says that it looks at what came after.
 */
export interface History {
  readonly people: readonly { readonly person: string; readonly name: string }[];
  readonly areas: readonly { readonly repository: string; readonly area: string }[];
  /** By landing time, then repository and id. */
  readonly changes: readonly LandedChange[];
  /** Per person, by day. A day without an entry is silence, and nothing more is known of it. */
  readonly activity: readonly (readonly DayOfActivity[])[];
  /** By time. */
  readonly releases: readonly Release[];
  /** When the first change landed, in seconds; where the evidence begins. Null of an empty history. */
  readonly began: number | null;
  /** Nothing at or after it was read, in seconds. Silence that lasts until here may be still going on. */
  readonly until: number;
}

/** Between fields and between rows of packed text; taken out of what a stranger wrote. */
const FIELD = '\u001f';
const packed = (...fields: readonly string[]): string => `concat(${fields.join(', chr(31), ')})`;

const PEOPLE = `SELECT person, name FROM people WHERE kind = 'human' ORDER BY person`;

const REPOSITORIES = `SELECT DISTINCT repository FROM changes ORDER BY repository`;

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

/** One row per person, the days packed as the changes are. */
const ACTIVITY = `
WITH seen AS (
  SELECT author AS person, author_time AS t, (parent_count < 2)::INTEGER AS commits, 0 AS merges, 0 AS reviews FROM commits
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

/** Reads the derived tables as the absence room needs them: what happened before `until` (seconds since 1970). */
export async function readHistory(query: Query, until: number): Promise<History> {
  const people = await query<{ person: string; name: string }>(PEOPLE);
  const areas = await query<{ repository: string; area: string }>(AREAS);
  const indexOf = new Map(people.map(({ person }, index) => [person, index]));
  const person = (id: string | null): PersonIndex | null => (id === null ? null : (indexOf.get(id) ?? null));
  const months = await query<{ lines: string }>(CHANGES, { until });
  const homes = (await query<{ repository: string }>(REPOSITORIES)).map(({ repository }) => repository);
  const landings = months.flatMap(({ lines }) => lines.split('\n').map((line) => landingOf(line, homes)));
  const changes = inBatches(landings).filter(({ authors }) => authors.length > 0);
  const activity: DayOfActivity[][] = people.map(() => []);
  for (const { person: who, lines } of await query<{ person: string; lines: string }>(ACTIVITY, { until })) {
    activity[indexOf.get(who) ?? -1] = lines.split('\n').map(dayOfActivity);
  }
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
  return { people, areas, changes, activity, releases, began: changes[0]?.landedAt ?? null, until };
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

/**
 * The history as if several people were one, the first of them: who asks about a group asks what happens while all of
 * them are away. The others keep their place and are never seen again.
 */
export function asOne(history: History, group: readonly PersonIndex[]): History {
  const [one, ...others] = group;
  if (one === undefined || others.length === 0) return history;
  const joined = new Set(others);
  const of = (person: PersonIndex): PersonIndex => (joined.has(person) ? one : person);
  const all = (people: readonly PersonIndex[]): readonly PersonIndex[] =>
    people.some((person) => joined.has(person)) ? [...new Set(people.map(of))] : people;
  const days = new Map<number, DayOfActivity>();
  for (const person of group) {
    for (const day of history.activity[person] ?? []) {
      const same = days.get(day.day);
      days.set(
        day.day,
        same === undefined
          ? day
          : {
              day: day.day,
              commits: same.commits + day.commits,
              merges: same.merges + day.merges,
              reviews: same.reviews + day.reviews,
            },
      );
    }
  }
  const together = [...days.values()].sort((a, b) => a.day - b.day);
  return {
    ...history,
    changes: history.changes.map((change) => ({
      ...change,
      authors: all(change.authors),
      lander: change.lander === null ? null : of(change.lander),
      approvers: all(change.approvers),
    })),
    releases: history.releases.map((release) => ({
      ...release,
      releaser: release.releaser === null ? null : of(release.releaser),
    })),
    activity: history.activity.map((own, person) => (person === one ? together : joined.has(person) ? [] : own)),
  };
}
