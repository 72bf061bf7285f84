import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import { makePrivateDirectory, sha256 } from '../store/durable.ts';
import { describeExport, EXPORTED_FILES } from '../store/export.ts';
import { usingFolder } from './data-directory.ts';
import { isInside, realPlace } from './real-place.ts';
import type { Facts } from './workspace.ts';

/** Says which files of a folder are an export, by their SHA-256: whatever else stands there is somebody's own. */
const LIST = 'fortnight-export.json';
const README = 'README.md';
/** How the folder begins in which an export is made ready. */
const STAGING = '.fortnight-';

export interface ExportOptions {
  /** An absolute path; made when it is missing. */
  readonly directory: string;
  readonly locations: readonly RepositoryLocation[];
  /** The export may stand inside a work tree (never inside a repository's own folder). */
  readonly insideRepository?: boolean;
}

/** What was written, relative to the folder. */
export interface Exported {
  readonly directory: string;
  readonly files: readonly string[];
}

/**
 * Hands the facts to any other engine: every raw and derived table as one Parquet file, and a README that says what they
 * hold. A first export takes an empty folder. An earlier export is replaced; a file that is not part of one, or was changed
 * since, never.
 */
export async function exportParquet(facts: Pick<Facts, 'exportTo'>, options: ExportOptions): Promise<Exported> {
  const { directory } = options;
  return await usingFolder(directory, async () => {
    const target = await realPlace(directory);
    refuseRepositories(target, options);
    await makePrivateDirectory(target);
    await refuseForeign(target);
    const staging = join(target, `${STAGING}${randomBytes(6).toString('hex')}`);
    await mkdir(staging);
    try {
      await facts.exportTo(staging);
      await writeFile(join(staging, README), describeExport());
      const files = [README, ...EXPORTED_FILES];
      const written: Record<string, string[]> = {};
      for (const name of files) written[name] = [sha256(await readFile(join(staging, name)))];
      // While files are being replaced, those of the export before are still known as ours: it can be repeated.
      const before = (await readList(join(target, LIST))) ?? {};
      const both = files.map((name) => [name, [...(before[name] ?? []), ...(written[name] ?? [])]]);
      await writeList(target, staging, Object.fromEntries(both));
      for (const name of files) await rename(join(staging, name), join(target, name));
      await writeList(target, staging, written);
      return { directory, files: [LIST, ...files] };
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  });
}

function refuseRepositories(target: string, { locations, insideRepository = false, directory }: ExportOptions): void {
  for (const { name, gitDir, commonDir, workTree } of locations) {
    if (isInside(target, gitDir) || isInside(target, commonDir)) {
      throw new FortnightError('inside-repository', `${directory} lies in the folder where git keeps ${name}.`, {
        hint: 'Choose another folder.',
        exitCode: EXIT.usage,
      });
    }
    if (workTree !== null && isInside(target, workTree) && !insideRepository) {
      throw new FortnightError('inside-repository', `${directory} lies inside the repository ${name}.`, {
        hint: 'Choose a folder outside of it, or add --inside-repository.',
        exitCode: EXIT.usage,
      });
    }
  }
}

async function refuseForeign(target: string): Promise<void> {
  const present = new Set(await readdir(target));
  const written = await readList(join(target, LIST));
  // What an export that was killed left behind is nobody's.
  const others = [...present].filter((name) => !name.startsWith(STAGING));
  if (others.length > 0 && !present.has(LIST)) {
    throw new FortnightError('folder-not-empty', `${target} holds other things than an export.`, {
      hint: 'Choose an empty folder, or the folder of an earlier export.',
      exitCode: EXIT.usage,
    });
  }
  for (const name of [LIST, README, ...EXPORTED_FILES]) {
    if (!present.has(name)) continue;
    const path = join(target, name);
    const isFile = (await lstat(path)).isFile();
    const isOurs =
      name === LIST ? written !== null : isFile && written?.[name]?.includes(sha256(await readFile(path))) === true;
    if (isFile && isOurs) continue;
    throw new FortnightError('foreign-file', `${path} was not written by an export, or was changed since.`, {
      hint: 'Move it away, or choose another folder.',
      exitCode: EXIT.usage,
    });
  }
}

const listSchema = z.record(z.string(), z.array(z.string()));
type List = z.infer<typeof listSchema>;

async function readList(path: string): Promise<List | null> {
  try {
    return listSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

async function writeList(target: string, staging: string, list: List): Promise<void> {
  await writeFile(join(staging, LIST), `${JSON.stringify(list, null, 1)}\n`);
  await rename(join(staging, LIST), join(target, LIST));
}
