import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HistoryOptions } from '../history/shape.ts';
import { makeHistory } from '../history.ts';

const SOURCES = new URL('../history/', import.meta.url);

/** The generated history with these options, made once and kept in `cache` under a name that its recipe decides. */
export async function keptHistory(
  cache: string,
  options: HistoryOptions,
  say: (text: string) => void,
): Promise<string> {
  const kept = join(cache, `${options.commits}-${options.seed}-${await recipe()}.git`);
  if (existsSync(kept)) return kept;
  say(`making a history of ${options.commits.toLocaleString('en')} commits in ${kept} …`);
  const making = `${kept}.${process.pid}`;
  await rm(making, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  await makeHistory(making, options);
  await rename(making, kept);
  return kept;
}

/** A copy that can be added to without touching the kept one. */
export async function copyOf(history: string, directory: string): Promise<string> {
  await cp(history, directory, { recursive: true });
  return directory;
}

/** Changes whenever the generator does, so that a history of an older one is not taken for its own. */
async function recipe(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(SOURCES)).sort()) hash.update(await readFile(new URL(name, SOURCES)));
  hash.update(await readFile(new URL('../history.ts', import.meta.url)));
  return hash.digest('hex').slice(0, 12);
}
