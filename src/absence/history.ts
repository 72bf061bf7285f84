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
  /**
   * Everybody with authorship who is a person. The first is the author of the landing commit where they are one of them; a
   * merge of several people's work names none first, and then it is the one of the smallest id: always the same, and no more.
   */
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
  /** Where a shallow clone begins, in seconds: what landed before is not gone, it is not here. Absent of whole clones. */
  readonly cutOffAt?: number | null;
  /** Nothing at or after it was read, in seconds. Silence that lasts until here may be still going on. */
  readonly until: number;
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
