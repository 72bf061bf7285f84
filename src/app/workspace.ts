import { basename, dirname } from 'node:path';
import type { Config } from '../domain/config.ts';
import { FortnightError } from '../domain/errors.ts';
import type { Query } from '../domain/query.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import type { RawTable, Row } from '../domain/tables.ts';
import type { Derivation, Workbench } from '../domain/workbench.ts';
import { type DerivedSession, openDerived } from '../store/derived.ts';
import { togetherDirectory } from '../store/directory.ts';
import { exportTables } from '../store/export.ts';
import { areAllPartsWhole } from '../store/manifest.ts';
import { type FactsOfRepository, openWorkbench } from '../store/raw.ts';
import { crashPointOf } from './crash-point.ts';
import { usingDataDirectory } from './data-directory.ts';
import { refuseForeign } from './own-facts.ts';
import { type ScannedRepository, type ScanOptions, scanRepository } from './scan.ts';
import { VERSION } from './version.ts';

/** Facts ready to be asked. Close them when the answer is there. */
export interface Facts {
  /** Over the derived tables. */
  readonly query: Query;
  readonly repositories: readonly Row<'repositories'>[];
  /** What the configuration changed, and by how much: shown beside every figure. */
  readonly notes: readonly string[];
  /** What the scans could not see, each naming its repository where there are several. */
  readonly warnings: readonly string[];
  /** Takes the tables into memory: for whoever asks much. May be left out, and may be asked while it happens. */
  keepAtHand(): Promise<void>;
  /** Makes what is in memory small. */
  compact(): Promise<void>;
  /** Writes every table, raw and derived, into an empty folder. */
  exportTo(directory: string): Promise<void>;
  close(): void;
}

/** Repositories looked at together, with complete facts, not yet derived. */
export interface Workspace {
  readonly repositories: readonly NamedRepository[];
  /** How it was opened, should facts turn out to be damaged. */
  readonly options: ScanOptions;
}

export interface NamedRepository extends ScannedRepository {
  /** `repositories.repository`: unique among those looked at together. */
  readonly name: string;
}

/** Scans each repository as far as it must be. */
export async function openWorkspace(
  locations: readonly RepositoryLocation[],
  options: ScanOptions,
): Promise<Workspace> {
  const different = [...new Map(locations.map((location) => [location.commonDir, location])).values()];
  const names = uniqueNames(different);
  const repositories: NamedRepository[] = [];
  // One after the other: a scan uses all cores by itself.
  for (const [i, location] of different.entries()) {
    const scanned = await scanRepository(location, options);
    repositories.push({ ...scanned, name: names[i] as string });
  }
  return { repositories, options };
}

/**
 * Raw tables of a workspace, all of them unless named, for what is read before anything is derived: the configuration,
 * mailmaps, identities. The caller closes it.
 */
export async function openRaw(
  { repositories, options }: Workspace,
  tables?: readonly RawTable[],
): Promise<Workbench & { close(): void }> {
  const limits = tables === undefined ? {} : { tables };
  return await usingDataDirectory(options.dataDir, () => openWorkbench(repositories.map(factsOf), limits));
}

export interface FactsOptions {
  /** By name of the repository. */
  readonly configs: ReadonlyMap<string, Config>;
  readonly derivations: readonly Derivation[];
  /** Also look at every row that was derived; for tests. */
  readonly verify?: boolean;
}

/** Opens the derived tables of a workspace; they are computed when these facts and settings were never seen together. */
export async function openFacts(workspace: Workspace, options: FactsOptions): Promise<Facts> {
  const { dataDir } = workspace.options;
  return await usingDataDirectory(dataDir, async () => {
    const { derived, repositories } = await deriveOrRebuild(workspace, options);
    try {
      return {
        query: explainingDamage(derived, dataDir),
        repositories: await derived.session.query<Row<'repositories'>>(
          'SELECT * FROM repositories ORDER BY repository',
        ),
        notes: derived.notes,
        warnings: repositories.flatMap(({ name, manifest }) =>
          manifest.warnings.map((warning) => (repositories.length > 1 ? `${name}: ${warning}` : warning)),
        ),
        keepAtHand: () => derived.keepAtHand(),
        compact: () => derived.compact(),
        exportTo: (directory) => exportTables(repositories.map(factsOf), derived.place, directory),
        close: () => derived.session.close(),
      };
    } catch (error) {
      derived.session.close();
      throw error;
    }
  });
}

/** Facts that turn out to be damaged, or vanished under a very slow reader, are read from the repository again. */
async function deriveOrRebuild(workspace: Workspace, options: FactsOptions): Promise<Derived> {
  try {
    return await derive(workspace, options);
  } catch (error) {
    const wholes = workspace.repositories.map(({ directory, manifest }) => areAllPartsWhole(directory, manifest));
    if ((await Promise.all(wholes)).every(Boolean)) throw error;
    if (workspace.options.scan === 'never') {
      throw new FortnightError('damaged-facts', `Facts in ${workspace.options.dataDir} were damaged on the disk.`, {
        hint: 'Run it again without --no-scan: they are rebuilt from the repository.',
        cause: error,
      });
    }
    const locations = workspace.repositories.map(({ location }) => location);
    return await derive(await openWorkspace(locations, { ...workspace.options, scan: 'full' }), options);
  }
}

interface Derived {
  readonly derived: DerivedSession;
  readonly repositories: readonly NamedRepository[];
}

async function derive(workspace: Workspace, settings: FactsOptions): Promise<Derived> {
  const { repositories, options } = workspace;
  const [first] = repositories;
  const locations = repositories.map(({ location }) => location);
  const directory =
    first !== undefined && repositories.length === 1 ? first.directory : togetherDirectory(options.dataDir, locations);
  await refuseForeign(directory);
  const crash = options.crash ?? crashPointOf(process.env);
  const facts = repositories.map(factsOf);
  return {
    derived: await openDerived({ ...settings, repositories: facts, directory, version: VERSION, crash }),
    repositories,
  };
}

/** A query that fails because a file was damaged says so; the next command finds the tables gone and makes them anew. */
function explainingDamage({ session, discardIfDamaged }: DerivedSession, dataDir: string): Query {
  return async (sql, parameters) => {
    try {
      return await session.query(sql, parameters);
    } catch (error) {
      if (!(await discardIfDamaged())) throw error;
      throw new FortnightError('damaged-facts', `Facts in ${dataDir} were damaged on the disk.`, {
        hint: 'Run the same command again: they are rebuilt.',
        cause: error,
      });
    }
  };
}

function factsOf({ name, directory, manifest }: NamedRepository): FactsOfRepository {
  return { name, directory, manifest };
}

/** The folder's name; where two are called the same, with the folder it stands in, and then with a number. */
function uniqueNames(locations: readonly RepositoryLocation[]): string[] {
  const longer = locations.map((location) => {
    const isAlone = locations.filter(({ name }) => name === location.name).length === 1;
    const root = location.workTree ?? location.commonDir;
    return isAlone ? location.name : `${basename(dirname(root))}/${location.name}`;
  });
  return longer.map((name, i) => {
    const before = longer.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
