import type { OpenBranch, OpenWork } from '../domain/open-work.ts';
import type { Query } from '../domain/query.ts';
import { people } from '../domain/report.ts';
import type { Row } from '../domain/tables.ts';
import { DAY } from '../domain/window.ts';
import { type Dependence, dependenceAt, streamOf, VISIBILITY_FLOOR } from './dependence.ts';
import type { History, PersonIndex } from './history.ts';
import { areasLandedAlone } from './stepped-in.ts';

/** Work nobody touched for longer is hardly in anybody's hands. */
export const FRESH_DAYS = 90;

/** Every branch that the heads do not hold, the last worked on first. */
export function readOpenWork(query: Query): Promise<Row<'open_work'>[]> {
  return query('SELECT * FROM open_work ORDER BY worked_at DESC NULLS LAST, repository, branch, tip');
}

/**
 * Which open branches have had no other way than one person, by what landed before `moment` (seconds): branches of teammates
 * whose changes all but only the person landed (weight 1 in {@link dependenceAt}), or, of authors of whom nothing landed in
 * 56 days, those all of whose areas nobody else landed in (13 weeks); and the person's own. Lines, and what seems to have landed in
 * another form, are left out. `away`, by `people.person`, is everybody whom the history takes for the one person.
 *
 * It says through whom such work has passed, never that it will wait. A request whose branch is not in the clone is not
 * seen; where landing is hidden nothing is concluded. The branches are those of the last scan: one that has landed or
 * was deleted since `moment` is missing, so that it is no evidence about the past.
 */
export function waitsOnlyFor(
  history: History,
  person: PersonIndex,
  moment: number,
  openWork: readonly Row<'open_work'>[],
  away: readonly string[] = [history.people[person]?.person ?? ''],
): OpenWork {
  const dependence = dependenceAt(history, person, moment);
  const { changes, visible, visibility } = dependence;
  const isVisible = visibility !== null && visibility >= VISIBILITY_FLOOR;
  const branches = openWork.filter(
    (row) => !row.is_line && !row.is_landed_elsewhere && row.authors.length > 0 && (row.began_at ?? 0) < moment,
  );
  const isFresh = ({ worked_at }: Row<'open_work'>) => (worked_at ?? 0) >= moment - FRESH_DAYS * DAY;
  const fresh = branches.filter(isFresh);
  const isOwn = ({ authors }: Row<'open_work'>) => authors.some((author) => away.includes(author));
  const teammates = fresh.filter((row) => !isOwn(row));
  const names = new Map(history.people.map(({ person: id, name }) => [id, name]));
  const reasonOf = reasons(history, person, moment, dependence);
  return {
    person: history.people[person]?.name ?? '',
    moment,
    freshDays: FRESH_DAYS,
    changes,
    visible,
    isVisible,
    teammates: teammates.length,
    waits: teammates.flatMap((row) => {
      const because = isVisible ? reasonOf(row) : null;
      return because === null ? [] : [{ ...branchOf(names, row), because }];
    }),
    own: fresh.filter(isOwn).map((row) => branchOf(names, row)),
    older: branches.length - fresh.length,
  };
}

type Reason = OpenWork['waits'][number]['because'];

function reasons(
  history: History,
  person: PersonIndex,
  moment: number,
  { work }: Dependence,
): (row: Row<'open_work'>) => Reason | null {
  const weights = new Map(work.map(({ change, weight }) => [history.people[streamOf(change)]?.person, weight]));
  const isAlone = landsAlone(history, person, moment);
  return ({ repository, authors, areas }) => {
    const known = authors.flatMap((author) => weights.get(author) ?? []);
    if (known.length > 0) return known.every((weight) => weight === 1) ? 'authors' : null;
    return areas.length > 0 && areas.every((area) => isAlone(repository, area)) ? 'areas' : null;
  };
}

/** Whether nobody but the person was seen landing in an area in the 13 weeks before a moment. */
export function landsAlone(
  history: History,
  person: PersonIndex,
  moment: number,
): (repository: string, area: string) => boolean {
  const alone = new Set(
    [...areasLandedAlone(history, person, moment)].flatMap((index) => {
      const area = index === null ? undefined : history.areas[index];
      return area === undefined ? [] : [`${area.repository}\n${area.area}`];
    }),
  );
  return (repository, area) => alone.has(`${repository}\n${area}`);
}

function branchOf(names: ReadonlyMap<string, string>, row: Row<'open_work'>): OpenBranch {
  const { repository, branch, tip, number, areas, began_at, worked_at } = row;
  return {
    repository,
    branch,
    tip,
    number,
    authors: people(row.authors.flatMap((author) => names.get(author) ?? [])),
    areas: [...areas],
    beganAt: began_at,
    workedAt: worked_at,
  };
}
