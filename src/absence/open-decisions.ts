import type { OpenDecisions } from '../domain/open-work.ts';
import type { Query } from '../domain/query.ts';
import { people } from '../domain/report.ts';
import type { Row } from '../domain/tables.ts';
import type { History, PersonIndex } from './history.ts';
import { landsAlone } from './open-work.ts';

/** Every decision record at the heads, the last changed first. */
export function readDecisions(query: Query): Promise<Row<'decisions'>[]> {
  return query('SELECT * FROM decisions ORDER BY last_changed_at DESC NULLS LAST, repository, path');
}

/** Everybody whom the history takes for the one person: `people.person`, and how they are called. */
interface WhoIsAway {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/**
 * Decision records that are proposed or drafts and have the person in them, as seen at `moment` (seconds): they name the
 * person as a decider, nobody else wrote them, or nobody else lands in any of the areas they name (13 weeks). `away`, by
 * `people.person`, is everybody whom the history takes for the one person.
 *
 * A record says what somebody wrote into it: many are decided long before their status says so, and most decisions are
 * never written down.
 */
export function decisionsWaitingFor(
  history: History,
  person: PersonIndex,
  moment: number,
  decisions: readonly Row<'decisions'>[],
  away: WhoIsAway = {
    ids: [history.people[person]?.person ?? ''],
    names: [history.people[person]?.name ?? ''],
  },
): OpenDecisions {
  const nameOf = new Map(history.people.map(({ person: id, name }) => [id, name]));
  const own = new Set(away.names.map(fold).filter((name) => name !== ''));
  const isAlone = landsAlone(history, person, moment);
  const reasonOf = (row: Row<'decisions'>): OpenDecisions['waits'][number]['because'] | null => {
    if (row.deciders.some((name) => own.has(fold(name)))) return 'decider';
    if (row.written_by.length > 0 && row.written_by.every((writer) => away.ids.includes(writer))) return 'writer';
    return row.areas.length > 0 && row.areas.every((area) => isAlone(row.repository, area)) ? 'areas' : null;
  };
  const seen = decisions.filter(({ proposed_at }) => (proposed_at ?? 0) < moment);
  const waits = seen.flatMap((row) => {
    const { status } = row;
    if (status !== 'proposed' && status !== 'draft') return [];
    return [{ row, status, because: reasonOf(row) } as const];
  });
  return {
    person: history.people[person]?.name ?? '',
    moment,
    records: seen.length,
    open: waits.length,
    waits: waits.flatMap(({ row, status, because }) => {
      if (because === null) return [];
      const { repository, path, title, proposed_at, last_changed_at, written_by } = row;
      const others = written_by
        .filter((writer) => !away.ids.includes(writer))
        .flatMap((writer) => nameOf.get(writer) ?? []);
      return [
        {
          repository,
          path,
          title,
          status,
          proposedAt: proposed_at,
          changedAt: last_changed_at,
          because,
          others: people(others),
        },
      ];
    }),
  };
}

/** A name as it is compared: deciders stand in a record as somebody typed them. */
const fold = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/^@/, '').replace(/\s+/g, ' ').trim();
