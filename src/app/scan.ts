import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FortnightError } from '../domain/errors.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import type { FactSink, PreviousScan, ScanOutcome } from '../domain/sink.ts';
import { repositoryDirectory, SEEN } from '../store/directory.ts';
import { isOutOfMemory } from '../store/duckdb.ts';
import type { CrashPoint } from '../store/durable.ts';
import { removeQuietly, sha256 } from '../store/durable.ts';
import { formatManifest, type Manifest } from '../store/manifest.ts';
import { VanishedParts } from '../store/merge.ts';
import { PreviousFacts, readFacts } from '../store/previous.ts';
import { ScanWriter } from '../store/scan-writer.ts';
import { crashPointOf } from './crash-point.ts';
import { usingDataDirectory } from './data-directory.ts';
import { refuseForeign, refuseInside } from './own-facts.ts';

/** What a scan needs of a source: how to read it, and how to tell quickly whether it looks as it did. */
export interface Collector {
  scan(location: RepositoryLocation, previous: PreviousScan | null, sink: FactSink): Promise<ScanOutcome>;
  /** Equal when the repository gives the same facts; costs next to nothing. Taken before a scan. */
  fingerprint(location: RepositoryLocation): Promise<string>;
}

export interface ScanOptions {
  readonly dataDir: string;
  readonly collector: Collector;
  /** when-needed: nothing is read if the repository looks as it did. full: as if it were scanned for the first time. */
  readonly scan?: 'when-needed' | 'full' | 'never';
  /** Null forbids what the environment variable allows. */
  readonly crash?: CrashPoint;
}

/** A repository with complete facts. */
export interface ScannedRepository {
  readonly location: RepositoryLocation;
  /** Its folder in the data directory. */
  readonly directory: string;
  readonly manifest: Manifest;
  /** skipped: the repository looked as it did. Otherwise what the collector did. */
  readonly mode: 'skipped' | ScanOutcome['mode'];
}

/**
 * Brings the facts of a repository up to date. Facts that are damaged, of another version, or in part gone are rebuilt
 * without a word: they are disposable. The facts of before stay complete and readable until the moment of the switch.
 */
export async function scanRepository(location: RepositoryLocation, options: ScanOptions): Promise<ScannedRepository> {
  const { dataDir, collector, scan = 'when-needed' } = options;
  const directory = repositoryDirectory(dataDir, location);
  return await usingDataDirectory(dataDir, async () => {
    await refuseInside(dataDir, location);
    await refuseForeign(directory);
    const previous = await readFacts(directory);
    if (scan === 'never') return { location, directory, manifest: previous ?? neverScanned(location), mode: 'skipped' };
    const fingerprint = await collector.fingerprint(location);
    if (scan === 'when-needed' && previous !== null && (await wasSeen(directory, fingerprint, previous))) {
      return { location, directory, manifest: previous, mode: 'skipped' };
    }
    const crash = options.crash ?? crashPointOf(process.env);
    const done = await scanAnyway(location, directory, scan === 'full' ? null : previous, collector, crash);
    await remember(directory, fingerprint, done.manifest);
    return { location, directory, ...done };
  });
}

type Done = Pick<ScannedRepository, 'manifest' | 'mode'>;

async function scanAnyway(
  location: RepositoryLocation,
  directory: string,
  previous: Manifest | null,
  collector: Collector,
  crash: CrashPoint,
): Promise<Done> {
  try {
    return await scanOnce(location, directory, previous, collector, crash);
  } catch (error) {
    if (isOutOfMemory(error)) return await scanOnce(location, directory, previous, collector, crash, true);
    if (!(error instanceof VanishedParts) || previous === null) throw error;
    return await scanOnce(location, directory, null, collector, crash);
  }
}

async function scanOnce(
  location: RepositoryLocation,
  directory: string,
  manifest: Manifest | null,
  collector: Collector,
  crash: CrashPoint,
  isRoomy = false,
): Promise<Done> {
  const previous = manifest === null ? null : new PreviousFacts(directory, manifest);
  const writer = await ScanWriter.open(directory, manifest, crash, isRoomy);
  try {
    const outcome = await collector.scan(location, previous, writer);
    return { manifest: await writer.finish(outcome), mode: outcome.mode };
  } finally {
    await previous?.close();
    await writer.close();
  }
}

function neverScanned(location: RepositoryLocation): never {
  throw new FortnightError('not-scanned', `${location.name} has not been scanned yet.`, {
    hint: 'Run it again without --no-scan.',
  });
}

/**
 * Whether a scan would find other facts than these: the repository looks different from when they were read, or somebody
 * else has read it anew. Costs a few small files. False where nobody knows how it looked, or how it looks now cannot be
 * read: a scan says why.
 */
export async function hasMovedOn(
  { location, directory, manifest }: ScannedRepository,
  { fingerprint }: Pick<Collector, 'fingerprint'>,
): Promise<boolean> {
  const seen = await readSeen(directory);
  if (seen === null) return false;
  const now = await fingerprint(location).catch(() => null);
  return now !== null && seen !== formatSeen(now, manifest);
}

async function wasSeen(directory: string, fingerprint: string, manifest: Manifest): Promise<boolean> {
  return (await readSeen(directory)) === formatSeen(fingerprint, manifest);
}

/** Beside the manifest, not in it: how a repository looks is no fact of its history. */
async function readSeen(directory: string): Promise<string | null> {
  return await readFile(join(directory, SEEN), 'utf8').catch(() => null);
}

async function remember(directory: string, fingerprint: string, manifest: Manifest): Promise<void> {
  // No more than a hint: lost or torn, it costs a scan that finds nothing new.
  const path = join(directory, SEEN);
  await writeFile(path, formatSeen(fingerprint, manifest), { mode: 0o600 }).catch(() => removeQuietly(path));
}

function formatSeen(fingerprint: string, manifest: Manifest): string {
  return `${JSON.stringify({ fingerprint, manifest: sha256(formatManifest(manifest)) })}\n`;
}
