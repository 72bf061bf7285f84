import { EMPTY_CONFIG } from '../../domain/config.ts';
import type { Derivation, DerivationContext, Workbench } from '../../domain/workbench.ts';
import { BULK_COMMITS } from './bulk.ts';
import { type Classes, classesOf } from './classes.ts';
import { IGNORE_REVS_PATH, readIgnoreRevs } from './ignore-revs.ts';
import { lineages, MOST_OF_A_FILE, type Rename } from './lineage.ts';
import { DOCUMENTS, KNOWN_CHANGES, PATHS, type PathRow, RENAMES, SEEN_PATHS } from './reading.ts';

/**
 * Makes `files`, `areas`, `file_lineage` and `file_changes` from the paths, the attributes, the owners and the
 * configuration, and the scratch tables `bulk_commits` (repository, commit_id), `known_changes` (file changes by numbers)
 * and `known_paths` (what is known of each path) for the steps that make `commits` and `changes`.
 */
const deriveFiles: Derivation = {
  makes: ['files', 'areas', 'file_lineage', 'file_changes'],
  async derive(bench, context) {
    await bench.run(SEEN_PATHS);
    await bench.run(KNOWN_CHANGES);
    const repositories = await read(bench, context);
    await bench.scratch(
      'classed_paths',
      { number: 'integer', class: 'text', language: 'text', area: 'text', is_counted: 'boolean' },
      each(repositories, ({ classes }) =>
        classes.paths.map((p) => [p.number, p.class, p.language, p.area, p.isCounted]),
      ),
    );
    await bench.run(KNOWN_PATHS);
    for (const table of ['seen_paths', 'classed_paths']) await bench.run(`DROP TABLE ${table}`);
    await bench.run(FILES);
    await bench.insert(
      'areas',
      each(repositories, ({ name, classes }) => classes.areas.map((area) => ({ repository: name, ...area }))),
    );
    await bench.scratch(
      'ancestors',
      { repository: 'text', path: 'text', ancestor: 'text' },
      each(repositories, ({ name, ancestors }) =>
        [...ancestors].flatMap(([path, before]) => before.map((ancestor) => [name, path, ancestor])),
      ),
    );
    await bench.run(FILE_LINEAGE);
    await bench.run(FILE_CHANGES);
    await bench.scratch(
      'ignored_revs',
      { repository: 'text', commit_id: 'text' },
      each(repositories, ({ name, documents }) =>
        [...readIgnoreRevs(documents.get(IGNORE_REVS_PATH) ?? '')].map((id) => [name, id]),
      ),
    );
    await bench.run(BULK_COMMITS);
    return repositories.flatMap(({ name, classes, isLineageCut }) => {
      const notes = [...classes.notes];
      if (isLineageCut)
        notes.push(
          `Some files were renamed more often than is followed (${MOST_OF_A_FILE} paths a file); their oldest authorship is missing.`,
        );
      return notes.map((note) => (repositories.length > 1 ? `${name}: ${note}` : note));
    });
  },
};

/** Steps in their order; they belong before the one that makes `commits`. */
export const fileDerivations: readonly Derivation[] = [deriveFiles];

/** A folder stands as its hash: two folders of one change with one hash are not to be expected in a million histories. */
const KNOWN_PATHS = `
  CREATE TABLE known_paths AS
  SELECT p.repository, p.path, hash(parse_dirpath(p.path, 'forward_slash')) AS directory, c.*,
    c.class IN ('source', 'test') AS is_product
  FROM seen_paths p JOIN classed_paths c ON c.number = p.rowid`;

/** Of `known_paths` only those at the head are counted or not. */
const FILES = `
  CREATE VIEW files AS
  SELECT p.repository, p.path, p.class, p.language, p.area, h.size, p.is_counted, p.is_product
  FROM known_paths p LEFT JOIN raw_head_files h ON h.repository = p.repository AND h.path = p.path
  WHERE p.is_counted IS NOT NULL`;

const FILE_LINEAGE = `
  CREATE VIEW file_lineage AS
  SELECT repository, path, path AS ancestor FROM files
  UNION ALL
  SELECT repository, path, ancestor FROM ancestors`;

const FILE_CHANGES = `
  CREATE VIEW file_changes AS
  SELECT k.repository, k.id AS commit_id, p.path, f.old_path, f.status, p.class, p.area
  FROM known_changes f
  JOIN known_commits k ON k.rowid = f.n
  JOIN known_paths p ON p.number = f.path`;

interface RepositoryFiles {
  readonly name: string;
  readonly documents: ReadonlyMap<string, string>;
  readonly classes: Classes;
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
  readonly isLineageCut: boolean;
}

async function read(bench: Workbench, { repositories, configs }: DerivationContext): Promise<RepositoryFiles[]> {
  const found: RepositoryFiles[] = [];
  for (const { repository: name } of repositories) {
    const paths = await bench.query<PathRow>(PATHS, { repository: name });
    const renames = await bench.query<Rename>(RENAMES, { repository: name });
    const texts = await bench.query<{ path: string; content: string }>(DOCUMENTS, { repository: name });
    const documents = new Map(texts.map(({ path, content }) => [path, content]));
    const atHead = paths.filter(({ kind }) => kind !== null).map(({ path }) => path);
    const { ancestors, isCut } = lineages(atHead, renames);
    const classes = classesOf({ paths, documents, config: configs.get(name) ?? EMPTY_CONFIG, ancestors });
    found.push({ name, documents, classes, ancestors, isLineageCut: isCut });
  }
  return found;
}

function* each<R>(repositories: readonly RepositoryFiles[], rows: (of: RepositoryFiles) => Iterable<R>): Iterable<R> {
  for (const repository of repositories) yield* rows(repository);
}
