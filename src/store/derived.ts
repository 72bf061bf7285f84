import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DERIVATION_VERSION, DERIVED_TABLES, type DerivedTable, FACTS_VERSION } from '../domain/tables.ts';
import { columnList } from './columns.ts';
import { type DerivedInput, fileOf, fillDerived, TABLES } from './derive-tables.ts';
import { clearAbandonedStaging, DERIVED, makeStaging, prepareDirectory } from './directory.ts';
import { isOutOfMemory } from './duckdb.ts';
import {
  type CrashPoint,
  isCode,
  makePrivateDirectory,
  noCrash,
  removeQuietly,
  sha256,
  sha256OfFile,
  syncDirectory,
  syncFile,
} from './durable.ts';
import { areAllPartsWhole, formatManifest } from './manifest.ts';
import { parquetSource } from './parquet.ts';
import { Session } from './session.ts';

const INDEX = 'index.json';
/** Derived tables of how many states are kept: going back and forth between two branches or settings stays quick. */
const KEPT = 4;
/** Younger ones are never pruned: somebody may be reading them. */
const GRACE_MS = 600_000;
/** Enough for histories of some hundred thousand commits, spilling; a larger one may take what the machine has. */
const MEMORY_MIB = 160;

const indexSchema = z.strictObject({
  notes: z.array(z.string()),
  files: z.record(
    z.enum(TABLES as [DerivedTable, ...DerivedTable[]]),
    z.strictObject({ bytes: z.int().min(1), sha256: z.string() }),
  ),
});
type Index = z.infer<typeof indexSchema>;

export interface DerivedRequest extends DerivedInput {
  /** The folder whose `derived/` keeps them: the repository's, or one for several together. */
  readonly directory: string;
  /** Of the program: another one may derive otherwise, even when nobody thought of {@link DERIVATION_VERSION}. */
  readonly version?: string;
  readonly crash?: CrashPoint;
}

export interface DerivedSession {
  readonly session: Session;
  /** The folder in which the tables rest. */
  readonly place: string;
  /** What the derivations said: what the configuration changed and by how much. */
  readonly notes: readonly string[];
  /**
   * Takes the tables into memory, a third as large again as their files, and lets two queries run at once: for whoever asks
   * much. What is asked meanwhile is answered from the files.
   */
  keepAtHand(): Promise<void>;
  /** Makes what is in memory small: a fifth of what it was. */
  compact(): Promise<void>;
  /**
   * After a query failed: whether a file is not what was written. Then all of them are removed, and the next session
   * makes them anew.
   */
  discardIfDamaged(): Promise<boolean>;
}

/**
 * Opens a session over the derived tables, which are made if these facts and this configuration were never looked at
 * together before. Made tables are complete or not there: they appear under their name by one rename.
 */
export async function openDerived(request: DerivedRequest): Promise<DerivedSession> {
  const key = derivedKey(request);
  const parent = join(request.directory, DERIVED);
  const place = join(parent, key);
  let index = await readIndex(place);
  if (index === null) {
    index = await makeDerived(request, place);
    await prune(parent, key);
  } else {
    // A process killed between making these tables and clearing up left something that nothing else would come by.
    await clearAbandonedStaging(request.directory);
    const now = new Date();
    await utimes(place, now, now).catch(() => undefined);
  }
  const { notes, files } = index;
  const session = await openDerivedTables(place);
  return {
    session,
    place,
    notes,
    keepAtHand: () => keepAtHand(session),
    compact: () => session.compact(),
    async discardIfDamaged() {
      if (await areWhole(place, files)) return false;
      await removeQuietly(place);
      return true;
    },
  };
}

async function keepAtHand(session: Session): Promise<void> {
  for (const table of TABLES) {
    await session.query(`CREATE OR REPLACE TABLE kept_${table} AS SELECT * FROM ${table}`);
    await session.query(`CREATE OR REPLACE VIEW ${table} AS SELECT * FROM kept_${table}`);
  }
  await session.compact();
  await session.widen();
}

async function areWhole(place: string, files: Index['files']): Promise<boolean> {
  for (const table of TABLES) {
    const found = await sha256OfFile(fileOf(place, table)).catch(() => null);
    if (found?.sha256 !== files[table].sha256) return false;
  }
  return true;
}

/** Everything derived tables depend on. */
function derivedKey({ repositories, configs, version = '' }: DerivedRequest): string {
  const facts = [...repositories]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, manifest }) => [name, sha256(formatManifest(manifest)), configs.get(name) ?? null]);
  return sha256(JSON.stringify([FACTS_VERSION, DERIVATION_VERSION, version, facts])).slice(0, 32);
}

async function readIndex(place: string): Promise<Index | null> {
  const content = await readFile(join(place, INDEX), 'utf8').catch(() => null);
  if (content === null) return null;
  const index = indexSchema.safeParse(parseJson(content));
  if (!index.success) return null;
  // One bit that fell over would be a wrong figure that nothing else notices: 25 ms for a hundred thousand commits.
  return (await areWhole(place, index.data.files)) ? index.data : null;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

/** A session over derived tables that were made; it may write to the folders named. */
export async function openDerivedTables(
  place: string,
  options: { readonly threads?: number; readonly writable?: readonly string[] } = {},
): Promise<Session> {
  const session = await Session.open({ threads: options.threads ?? 2, compress: true });
  try {
    const views = TABLES.map(
      (table) =>
        `CREATE VIEW ${table} AS SELECT ${columnList(DERIVED_TABLES[table].columns)} FROM ${parquetSource([fileOf(place, table)])}`,
    );
    await session.run(views.join(';\n'));
    await session.confine([place, ...(options.writable ?? [])]);
    return session;
  } catch (error) {
    session.close();
    throw error;
  }
}

async function makeDerived(request: DerivedRequest, place: string): Promise<Index> {
  const { directory, repositories, crash = noCrash } = request;
  for (const facts of repositories) {
    if (!(await areAllPartsWhole(facts.directory, facts.manifest)))
      throw new Error(`facts of ${facts.name} are damaged`);
  }
  await prepareDirectory(directory);
  await clearAbandonedStaging(directory);
  const staging = await makeStaging(directory);
  try {
    const made = join(staging, 'derived');
    const spill = join(staging, 'spill');
    for (const path of [made, spill]) await makePrivateDirectory(path);
    const options = { temporaryDirectory: spill, writable: [made] };
    let notes: string[];
    try {
      notes = await fillDerived(request, made, { ...options, memoryMiB: MEMORY_MIB });
    } catch (error) {
      if (!isOutOfMemory(error)) throw error;
      // Not every step can spill.
      notes = await fillDerived(request, made, options);
    }
    const index = await writeIndex(made, notes);
    crash('derived-sync');
    await Promise.all([INDEX, ...TABLES.map((table) => `${table}.parquet`)].map((name) => syncFile(join(made, name))));
    await publish(made, place, staging, crash);
    return index;
  } finally {
    await removeQuietly(staging);
  }
}

async function writeIndex(made: string, notes: string[]): Promise<Index> {
  const files: Partial<Index['files']> = {};
  for (const table of TABLES) files[table] = await sha256OfFile(fileOf(made, table));
  const index: Index = { notes, files: files as Index['files'] };
  await writeFile(join(made, INDEX), `${JSON.stringify(index, null, 1)}\n`, { mode: 0o600 });
  return index;
}

/** Another process may have made the same tables meanwhile: then either will do. */
async function publish(made: string, place: string, staging: string, crash: CrashPoint): Promise<void> {
  const parent = join(place, '..');
  await makePrivateDirectory(parent);
  for (let attempt = 0; ; attempt++) {
    crash('derived-rename');
    try {
      await rename(made, place);
      break;
    } catch (error) {
      if (!isCode(error, 'ENOTEMPTY', 'EEXIST') || attempt === 3) throw error;
      if ((await readIndex(place)) !== null) return;
      // What stands there is damaged.
      await rename(place, join(staging, `damaged-${randomBytes(4).toString('hex')}`)).catch(() => undefined);
    }
  }
  crash('derived-directory-sync');
  await syncDirectory(parent);
}

/** Removes the derived tables that were used least recently. */
async function prune(parent: string, key: string): Promise<void> {
  const names = (await readdir(parent)).filter((name) => name !== key);
  const found = await Promise.all(
    names.map(async (name) => ({
      path: join(parent, name),
      used: (await stat(join(parent, name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  );
  const old = found.sort((a, b) => b.used - a.used).slice(KEPT - 1);
  for (const { path, used } of old) if (Date.now() - used > GRACE_MS) await removeQuietly(path);
}
