import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { RepositoryLocation } from '../../domain/repository.ts';
import { readSmallFile } from './small-file.ts';

/**
 * Finds the repository a path belongs to: a work tree (from any folder in it), a linked worktree, a submodule, a bare
 * repository, or a folder inside one. Reads a few small files itself; git is not run and no configuration is loaded.
 * Throws a {@link FortnightError}: `path-missing`, `path-unreadable`, `not-a-repository`, `broken-repository`.
 */
export async function locateRepository(path: string): Promise<RepositoryLocation> {
  const start = realFolder(resolve(path), path);
  for (let folder = start; ; folder = dirname(folder)) {
    const found = repositoryAt(folder);
    if (found !== null) return found;
    if (dirname(folder) === folder) break;
  }
  throw new FortnightError('not-a-repository', `There is no git repository at ${path}, nor in a folder above it.`, {
    hint: 'Name the folder of a clone, or go into one first.',
    exitCode: EXIT.usage,
  });
}

function realFolder(path: string, asGiven: string): string {
  try {
    const real = realpathSync(path);
    const folder = statSync(real).isDirectory() ? real : dirname(real);
    accessSync(folder, constants.R_OK | constants.X_OK);
    return folder;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EACCES' || code === 'EPERM') {
      throw new FortnightError('path-unreadable', `${asGiven} cannot be read.`, {
        hint: 'Ask for the right to read it, or run as the user who owns the clone.',
        exitCode: EXIT.usage,
      });
    }
    throw new FortnightError('path-missing', `There is no ${asGiven}.`, {
      hint: 'Check the spelling; a path is taken from the folder you are in.',
      exitCode: EXIT.usage,
    });
  }
}

function repositoryAt(folder: string): RepositoryLocation | null {
  const dotGit = join(folder, '.git');
  const stat = statSync(dotGit, { throwIfNoEntry: false });
  if (stat?.isDirectory() && isGitDir(dotGit)) return location(dotGit, folder);
  if (stat?.isFile()) return location(gitDirNamedBy(dotGit, folder), folder);
  if (!isGitDir(folder)) return null;
  // Started inside a `.git` folder: it is the repository of the folder around it.
  return location(folder, basename(folder) === '.git' ? dirname(folder) : null);
}

/** A `.git` file says `gitdir: path`: linked worktrees, submodules and `--separate-git-dir` have one. */
function gitDirNamedBy(dotGit: string, folder: string): string {
  const named = /^gitdir: (.+?)\r?\n*$/s.exec(readSmallFile(dotGit, 8192)?.toString('utf8') ?? '')?.[1];
  const gitDir = named === undefined ? undefined : isAbsolute(named) ? named : resolve(folder, named);
  if (gitDir !== undefined && isGitDir(gitDir)) return gitDir;
  throw new FortnightError('broken-repository', `${dotGit} does not lead to a git repository.`, {
    hint: 'A moved worktree is mended by "git worktree repair", a submodule by "git submodule update --init".',
  });
}

function location(gitDir: string, workTree: string | null): RepositoryLocation {
  const real = realpathSync(gitDir);
  const commonDir = commonDirOf(real);
  const tree = workTree === null ? null : realpathSync(workTree);
  return { name: nameOf(real, commonDir, tree), gitDir: real, commonDir, workTree: tree };
}

function nameOf(gitDir: string, commonDir: string, workTree: string | null): string {
  const owner = basename(commonDir) === '.git' ? dirname(commonDir) : commonDir;
  const folder = gitDir === commonDir && workTree !== null ? workTree : owner;
  return basename(folder).replace(/\.git$/, '') || 'repository';
}

/**
 * `commondir` of a linked worktree names the directory that holds objects and refs. The worktree's own directory always lies
 * within that one; a `commondir` that leads anywhere else would show another repository as this one, and is not followed.
 */
function commonDirOf(gitDir: string): string {
  const named = readSmallFile(join(gitDir, 'commondir'), 8192)
    ?.toString('utf8')
    .replace(/\r?\n$/, '');
  if (named === undefined || named === '') return gitDir;
  const path = resolve(gitDir, named);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return gitDir;
  const common = realpathSync(path);
  return dirname(realpathSync(gitDir)) === join(common, 'worktrees') ? common : gitDir;
}

/** What git itself asks of a git directory: HEAD, and objects and refs in it or in its common directory. */
function isGitDir(path: string): boolean {
  try {
    if (statSync(join(path, 'HEAD'), { throwIfNoEntry: false }) === undefined) return false;
    const common = commonDirOf(path);
    return statSync(join(common, 'objects')).isDirectory() && statSync(join(common, 'refs')).isDirectory();
  } catch {
    return false;
  }
}
