import { execFile } from 'node:child_process';
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { FortnightError } from '../../domain/errors.ts';

/** The git that is installed: where it is, by absolute path, and its version. */
export interface GitProgram {
  readonly path: string;
  readonly major: number;
  readonly minor: number;
}

/** 2.32 (June 2021) is the first that can be told to load no global configuration. */
const OLDEST = { major: 2, minor: 32 };

const found = new Map<string, Promise<GitProgram>>();

/**
 * Finds git once. Only absolute folders of PATH count, and of those none that lies in `strangers` or is a project's
 * `node_modules/.bin`, which `npx` and `npm run` put first: a program that lies in a repository must not pose as git.
 * Throws `git-missing` or `git-too-old`.
 */
export function findGit(
  searchPath: string = process.env.PATH ?? '',
  strangers: readonly string[] = [],
): Promise<GitProgram> {
  const path = pathOfGit(searchPath, strangers);
  let program = found.get(path ?? '');
  if (program === undefined) {
    program = versionOf(path);
    found.set(path ?? '', program);
    program.catch(() => found.delete(path ?? ''));
  }
  return program;
}

/** Whether this git is at least so new. */
export function isAtLeast(git: GitProgram, major: number, minor: number): boolean {
  return git.major > major || (git.major === major && git.minor >= minor);
}

async function versionOf(path: string | null): Promise<GitProgram> {
  if (path === null) {
    throw new FortnightError('git-missing', 'Git was not found.', {
      hint: `Install git ${OLDEST.major}.${OLDEST.minor} or newer, or add its folder to PATH.`,
    });
  }
  const text = await new Promise<string>((resolve) => {
    const environment = { PATH: dirname(path), LC_ALL: 'C', HOME: NOWHERE, GIT_CONFIG_NOSYSTEM: '1' };
    execFile(path, ['version'], { env: environment, cwd: dirname(path), timeout: 10_000 }, (_error, stdout) => {
      resolve(stdout);
    });
  });
  const version = /git version (\d+)\.(\d+)/.exec(text);
  const program = { path, major: Number(version?.[1] ?? 0), minor: Number(version?.[2] ?? 0) };
  if (version === null || !isAtLeast(program, OLDEST.major, OLDEST.minor)) {
    const said = version === null ? `${path} does not say its version` : `Git ${version[1]}.${version[2]} is too old`;
    throw new FortnightError('git-too-old', `${said}.`, {
      hint: `Install git ${OLDEST.major}.${OLDEST.minor} or newer.`,
    });
  }
  return program;
}

/** A home that does not exist, so that nothing can be read from it. */
export const NOWHERE = process.platform === 'win32' ? 'C:\\nowhere' : '/nonexistent';

function pathOfGit(searchPath: string, strangers: readonly string[]): string | null {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const separator = process.platform === 'win32' ? ';' : ':';
  for (const folder of searchPath.split(separator)) {
    if (!isAbsolute(folder)) continue;
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      if (statSync(path).isFile() && !isOfAProject(folder, path, strangers)) return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** By its place or by that of what it links to. */
function isOfAProject(folder: string, path: string, strangers: readonly string[]): boolean {
  const places = [realpathSync(folder), realpathSync(path)].map((place) => place + sep);
  const isBin = [folder + sep, ...places].some((place) => /[\\/]node_modules[\\/]\.bin[\\/]/.test(place));
  return isBin || strangers.some((stranger) => places.some((place) => place.startsWith(stranger + sep)));
}
