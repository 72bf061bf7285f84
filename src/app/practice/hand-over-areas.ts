import type { Evidence } from '../../domain/report.ts';
import { areaName } from '../../measures/grounds.ts';
import type { Opened } from '../open.ts';

type Asked = Pick<Opened, 'facts'>;

/** An area with what lies in it. */
export interface Area {
  readonly repository: string;
  readonly area: string;
  /** Product files at the head. */
  readonly paths: readonly string[];
}

/** Areas that changes touched, with those of them that did. */
export async function areasOf(
  { facts }: Asked,
  changes: readonly Evidence[],
  several: boolean,
): Promise<Map<string, Evidence[]>> {
  const rows = await facts.query<{ repository: string; area: string; change: string }>(
    `SELECT repository, area, change FROM change_areas SEMI JOIN (SELECT unnest(string_split($ids, ' ')) AS change) USING (change)
     ORDER BY repository, area`,
    { ids: changes.map(({ id }) => id).join(' ') },
  );
  const byArea = new Map<string, Evidence[]>();
  const order = new Map(changes.map(({ id }, i) => [id, i]));
  for (const { repository, area, change } of rows) {
    const name = called({ repository, area }, several);
    const there = byArea.get(name) ?? [];
    byArea.set(name, there);
    there.push({ kind: 'change', repository, id: change });
  }
  const newest = (a: Evidence, b: Evidence) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0);
  return new Map([...byArea].map(([name, there]) => [name, there.sort(newest)]));
}

/** Every area by its name in reports of measures. */
export async function areasByName({ facts }: Asked, several: boolean): Promise<Map<string, Area>> {
  const rows = await facts.query<Area>(
    `SELECT repository, area, list(path ORDER BY path) AS paths FROM files WHERE is_product AND area IS NOT NULL
     GROUP BY repository, area ORDER BY repository, area`,
  );
  return new Map(rows.map((row) => [called(row, several), row]));
}

/** Product files of a repository that lie in any area. */
export const filesOf = (areas: ReadonlyMap<string, Area>, repository: string): string[] =>
  [...areas.values()].filter((one) => one.repository === repository).flatMap(({ paths }) => paths);

const called = (area: { repository: string; area: string }, several: boolean): string =>
  areaName(area, { repositories: several ? 2 : 1, shallow: 0, partial: 0 });
