import { type Decision, readDecisions } from '../../documents/read-decision.ts';
import type { Row } from '../../domain/tables.ts';
import type { Derivation, Workbench } from '../../domain/workbench.ts';
import { AUTHOR_TOKENS, sqlList } from '../tokens.ts';
import { pathsIn } from './mentions.ts';

/** Makes `decisions`: what the decision records at the heads say of themselves, and who wrote them when. */
export const deriveDecisions: Derivation = {
  makes: ['decisions'],
  async derive(bench) {
    const files = await bench.query<FileRow>(FILES);
    const decisions = readDecisions(files.map((file) => ({ ...file, near: file.proposed_at })));
    const records = files.flatMap((file, i) => {
      const decision = decisions[i];
      return decision === undefined ? [] : [{ file, decision }];
    });
    const areas = records.length === 0 ? new Map<string, string[]>() : await readAreas(bench, records);
    await bench.insert(
      'decisions',
      records.map(({ file, decision }): Row<'decisions'> => {
        const { repository, path, proposed_at, last_changed_at, written_by } = file;
        const { title, status, date, deciders } = decision;
        return {
          repository,
          path,
          title,
          status,
          date,
          deciders,
          proposed_at,
          last_changed_at,
          written_by: written_by ?? [],
          areas: areas.get(keyOf(file)) ?? [],
        };
      }),
    );
    return [];
  },
};

interface FileRow {
  readonly repository: string;
  readonly path: string;
  readonly content: string;
  readonly proposed_at: number | null;
  readonly last_changed_at: number | null;
  readonly written_by: readonly string[] | null;
}

/** A record with everybody who committed it, under this name or one it was renamed from. */
const FILES = `
  WITH touched AS (
    SELECT DISTINCT d.repository, d.path, k.rowid AS n, k.committer_time, k.author
    FROM raw_decision_files d
    JOIN file_lineage l ON l.repository = d.repository AND l.path = d.path
    JOIN known_paths p ON p.repository = l.repository AND p.path = l.ancestor
    JOIN known_changes f ON f.path = p.number
    JOIN known_commits k ON k.rowid = f.n AND k.position IS NOT NULL
  ),
  times AS (
    SELECT repository, path, min(committer_time) AS proposed_at, max(committer_time) AS last_changed_at
    FROM touched GROUP BY ALL
  ),
  hands AS (
    SELECT repository, path, author AS person FROM touched
    UNION
    SELECT u.repository, u.path, t.person
    FROM touched u JOIN known_trailers t ON t.n = u.n
    WHERE t.token IN (${sqlList(AUTHOR_TOKENS)}) AND t.person IS NOT NULL
  ),
  writers AS (
    SELECT h.repository, h.path, list(h.person ORDER BY h.person) AS written_by
    FROM hands h SEMI JOIN (SELECT person FROM people WHERE kind = 'human') p ON p.person = h.person
    GROUP BY ALL
  )
  SELECT d.repository, d.path, d.content, t.proposed_at, t.last_changed_at, w.written_by
  FROM raw_decision_files d
  LEFT JOIN times t ON t.repository = d.repository AND t.path = d.path
  LEFT JOIN writers w ON w.repository = d.repository AND w.path = d.path
  ORDER BY d.repository, d.path`;

/**
 * Areas of what a record names: a product file at the head, a folder all of whose product files are of one area, a folder
 * that is an area; and in \`affects\` the name of any area.
 */
const AREAS = `
  WITH folders AS (
    SELECT repository, parse_dirpath(path, 'forward_slash') AS name, min(area) AS area
    FROM files WHERE is_product AND area IS NOT NULL
    GROUP BY ALL HAVING count(DISTINCT area) = 1
  ),
  named AS (
    SELECT repository, path AS name, area FROM files WHERE is_product AND area IS NOT NULL
    UNION ALL SELECT * FROM folders
    UNION ALL SELECT repository, area, area FROM areas WHERE source <> 'configuration'
  ),
  found AS (
    SELECT m.repository, m.path, n.area FROM mentions m JOIN named n ON n.repository = m.repository AND n.name = m.name
    UNION
    SELECT m.repository, m.path, a.area
    FROM mentions m JOIN areas a ON a.repository = m.repository AND lower(a.area) = lower(m.name)
    WHERE m.is_affected
  )
  SELECT repository, path, list(area ORDER BY area) AS areas FROM found GROUP BY ALL`;

interface DecisionFile {
  readonly file: FileRow;
  readonly decision: Decision;
}

async function readAreas(bench: Workbench, records: readonly DecisionFile[]) {
  await bench.scratch(
    'mentions',
    { repository: 'text', path: 'text', name: 'text', is_affected: 'boolean' },
    records.flatMap(({ file, decision }) => [
      ...[...pathsIn(decision.body, file.path)].map((name) => [file.repository, file.path, name, false]),
      ...decision.affects.map((name) => [file.repository, file.path, folderOf(name), true]),
    ]),
  );
  const rows = await bench.query<{ repository: string; path: string; areas: string[] }>(AREAS);
  await bench.run('DROP TABLE mentions');
  return new Map(rows.map((row) => [keyOf(row), row.areas]));
}

/** `src/store`, `src/store/` and `src/store/**` name the same folder. */
const folderOf = (name: string): string => name.trim().replace(/^\.?\/+|(?:\/\*{0,2})+$/g, '');

const keyOf = ({ repository, path }: { readonly repository: string; readonly path: string }) =>
  `${repository}\n${path}`;
