import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, lstat, open, rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Effects } from '../domain/effects.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import { isCode, makePrivateDirectory, syncDirectory } from '../store/durable.ts';
import { usingFolder } from './data-directory.ts';
import { isInside, realPlace } from './real-place.ts';

const HINT = 'Say where private records are to lie: set FORTNIGHT_PRIVATE_DIR.';

/**
 * Where a person's own records lie: `$FORTNIGHT_PRIVATE_DIR`, else `$XDG_DATA_HOME/fortnight/private`, else
 * `~/.local/share/fortnight/private`. Never inside a repository that is looked at.
 */
export function privateDirectory({ env, cwd }: Pick<Effects, 'env' | 'cwd'>): string {
  const chosen = env.FORTNIGHT_PRIVATE_DIR ?? '';
  if (chosen !== '') return resolve(cwd, chosen);
  // The XDG specification: a relative path there is to be ignored.
  const data = env.XDG_DATA_HOME ?? '';
  const home = env.HOME ?? '';
  const base = isAbsolute(data) ? data : join(isAbsolute(home) ? home : userInfo().homedir, '.local', 'share');
  return join(base, 'fortnight', 'private');
}

/**
 * The folder of one kind of private record, with every link on the way followed. Refuses one that lies in a repository
 * looked at or in any other, and one that is itself a link: what stands there could be anybody's.
 */
export async function privateFolder(
  kind: string,
  effects: Pick<Effects, 'env' | 'cwd'>,
  locations: readonly RepositoryLocation[],
): Promise<string> {
  const chosen = privateDirectory(effects);
  const folder = join(await usingFolder(chosen, () => realPlace(chosen)), kind);
  for (const { name, gitDir, commonDir, workTree } of locations) {
    if (![gitDir, commonDir, ...(workTree === null ? [] : [workTree])].some((one) => isInside(folder, one))) continue;
    throw new FortnightError(
      'inside-repository',
      `Private records would lie inside the repository ${name}: ${folder}.`,
      {
        hint: HINT,
        exitCode: EXIT.usage,
      },
    );
  }
  // Also one that nobody looks at now: whoever commits there next would take them along.
  const around = repositoryAround(dirname(folder));
  if (around !== null) {
    throw new FortnightError(
      'inside-repository',
      `Private records would lie inside a repository, ${around}: ${folder}.`,
      {
        hint: HINT,
        exitCode: EXIT.usage,
      },
    );
  }
  const there = await lstat(folder).catch((error: unknown) => {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  });
  if (there === null || there.isDirectory()) return folder;
  throw new FortnightError('unsafe-path', `${folder} is not a folder, so nothing is read or written there.`, {
    hint: HINT,
    exitCode: EXIT.usage,
  });
}

/** The repository whose files a folder is among; null where there is none. The folder may be a repository itself: its owner made it one. */
function repositoryAround(folder: string): string | null {
  for (let at = dirname(folder); dirname(at) !== at; at = dirname(at)) if (existsSync(join(at, '.git'))) return at;
  return null;
}

/**
 * Writes a new record whole and gives its path: `name.md`, or `name-2.md`, … where that is taken. The text is flushed to
 * the disk under another name first and then gets its own, which fails where one of that name exists: nothing is ever
 * overwritten, and nobody sees half a record.
 */
export async function writeNewRecord(folder: string, name: string, text: string): Promise<string> {
  return await usingFolder(folder, async () => {
    await makePrivateDirectory(folder);
    const temporary = join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      const path = await giveName(temporary, folder, name);
      await syncDirectory(folder);
      return path;
    } finally {
      await rm(temporary, { force: true });
    }
  });
}

/** More records of one day and one name are a mistake of ours. */
const MOST_OF_A_NAME = 1000;

async function giveName(temporary: string, folder: string, name: string): Promise<string> {
  for (let number = 1; number <= MOST_OF_A_NAME; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.md`);
    try {
      // A rename would replace what stands there; a second name for the same file never does.
      await link(temporary, path);
      return path;
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
  }
  throw new FortnightError('too-many-records', `${folder} holds ${MOST_OF_A_NAME} records called ${name}.`);
}
