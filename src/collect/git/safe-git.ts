import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { RepositoryLocation } from '../../domain/repository.ts';
import { findGit, type GitProgram, NOWHERE } from './git-program.ts';
import { checkObjectStore } from './object-store.ts';
import { readRepositoryConfig } from './repository-config.ts';
import { readShallow } from './shallow.ts';
import { harmlessLine } from './text.ts';

/** Git ended with an error. What it said is kept for messages, made harmless. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
}

/** One running git, told what to do by its fixed arguments and by object ids on its input. */
export interface GitProcess {
  /** Its output. Reading slowly slows git down: nothing piles up. */
  readonly output: AsyncIterable<Buffer>;
  /** Puts object ids on its input. What git has not taken yet waits in memory, so the caller bounds it. */
  write(text: string): void;
  /** There is no more input. */
  end(): void;
  /** Waits for its end; throws a {@link GitFailure} unless it went well. */
  finish(): Promise<void>;
  kill(): void;
}

/** Git on the objects of one repository, and on nothing else of it. Close it when done. */
export interface SafeGit extends AsyncDisposable {
  readonly program: GitProgram;
  /** Hex digits of an object id: 40, or 64 in a SHA-256 repository. */
  readonly hexLength: 40 | 64;
  /** Commits at the edge of a shallow clone; their parents are not there. */
  readonly shallow: ReadonlySet<string>;
  /** A filtered clone: objects are missing on purpose. */
  readonly isPromisor: boolean;
  readonly warnings: readonly string[];
  /** Our own git directory, for what else must be put there. */
  readonly gitDir: string;
  start(args: readonly string[]): GitProcess;
}

const STDERR_LIMIT = 8192;

/**
 * The only place that starts git on a repository. Git gets an empty environment, an empty git directory of our own, and
 * of the repository only the folder of its objects; so no configuration, hook, attribute, replacement, graft or ref of the
 * repository is ever loaded. The shallow file is a checked copy. Throws when git is missing or the store is not sound.
 */
export async function openSafeGit(
  location: RepositoryLocation,
  options: { readonly signal?: AbortSignal | undefined; readonly searchPath?: string } = {},
): Promise<SafeGit> {
  const strangers = [location.workTree, location.gitDir, location.commonDir].filter((folder) => folder !== null);
  const program = await findGit(options.searchPath, strangers);
  const config = readRepositoryConfig(location.commonDir);
  const hexLength = config.objectFormat === 'sha256' ? 64 : 40;
  const objects = join(location.commonDir, 'objects');
  const store = checkObjectStore(objects);
  const shallow = readShallow(location.commonDir, hexLength);
  const gitDir = makeGitDir(config.objectFormat, shallow.commits);
  const environment = environmentFor(program, gitDir, objects);
  const running = new Set<ChildProcessWithoutNullStreams>();
  const killAll = () => {
    for (const child of running) child.kill('SIGKILL');
  };
  options.signal?.addEventListener('abort', killAll);

  return {
    program,
    hexLength,
    shallow: shallow.commits,
    isPromisor: config.isPromisor || store.hasPromisorPacks,
    warnings: [...store.warnings, ...shallow.warnings],
    gitDir,
    start(args) {
      throwIfAborted(options.signal);
      const child = spawnGit(program, args, environment);
      running.add(child);
      child.on('close', () => running.delete(child));
      return processOf(child, options.signal);
    },
    async [Symbol.asyncDispose]() {
      options.signal?.removeEventListener('abort', killAll);
      killAll();
      rmSync(gitDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/**
 * Git on a new, empty bare repository of our own, under the same profile: nothing of whoever runs it is inherited. `gitDir` is
 * its folder, by absolute path.
 */
export function startOwnGit(
  program: GitProgram,
  args: readonly string[],
  gitDir: string,
  signal?: AbortSignal,
): ChildProcessWithoutNullStreams & { finish(): Promise<void> } {
  throwIfAborted(signal);
  const child = spawnGit(program, args, environmentFor(program, gitDir, join(gitDir, 'objects')));
  const { finish, kill } = processOf(child, signal);
  signal?.addEventListener('abort', kill);
  child.on('close', () => signal?.removeEventListener('abort', kill));
  return Object.assign(child, { finish });
}

function spawnGit(program: GitProgram, args: readonly string[], environment: Record<string, string>) {
  const [file, ...words] = bounded([program.path, ...args]);
  return spawn(file, words, { cwd: environment.GIT_DIR, env: environment, stdio: 'pipe', windowsHide: true });
}

/** How much memory one git may take, in KiB: a few objects can unfold to a tree of any size, which git holds whole. */
const MEMORY_KIB = Math.min(2 ** 21, Math.max(2 ** 19, Math.floor(totalmem() / 4096)));

/** The command that runs another with its memory bounded. Only a system with a POSIX shell has a way to. */
function bounded(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  if (process.platform === 'win32') return command;
  return ['/bin/sh', '-c', `ulimit -d ${MEMORY_KIB} 2>/dev/null; exec "$0" "$@"`, ...command];
}

/** Throws the error of an interrupted scan once the signal fired. */
function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new FortnightError('interrupted', 'Interrupted.', {
      hint: 'The facts of the last complete scan are untouched.',
      exitCode: EXIT.interrupted,
    });
  }
}

/** Everything git is told through its environment; nothing is inherited. */
function environmentFor(program: GitProgram, gitDir: string, objects: string): Record<string, string> {
  return {
    PATH: dirname(program.path),
    LC_ALL: 'C',
    HOME: NOWHERE,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_DIR: gitDir,
    GIT_OBJECT_DIRECTORY: objects,
    GIT_SHALLOW_FILE: join(gitDir, 'shallow'),
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    // Without it git writes after every commit: measured 13 to 25 % slower.
    GIT_FLUSH: '0',
    ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot ?? 'C:\\Windows' } : {}),
  };
}

function makeTemporary(): string {
  // Git runs in another folder, where a relative path would lead elsewhere.
  const parent = resolve(tmpdir());
  try {
    return mkdtempSync(join(parent, 'fortnight-git-'));
  } catch (cause) {
    throw new FortnightError('no-temporary-folder', `Nothing can be written to the temporary folder ${parent}.`, {
      hint: 'Make room there, or name another one in the environment variable TMPDIR.',
      cause,
    });
  }
}

function makeGitDir(objectFormat: 'sha1' | 'sha256', shallow: ReadonlySet<string>): string {
  const gitDir = makeTemporary();
  fillGitDir(gitDir, 'none', objectFormat);
  if (shallow.size > 0) writeFileSync(join(gitDir, 'shallow'), `${[...shallow].sort().join('\n')}\n`);
  return gitDir;
}

/** Makes an empty folder a bare repository, as `git init` would, but the same with every git and for everybody. */
export function fillGitDir(gitDir: string, branch: string, objectFormat: 'sha1' | 'sha256'): void {
  mkdirSync(join(gitDir, 'refs'));
  mkdirSync(join(gitDir, 'objects'));
  writeFileSync(join(gitDir, 'HEAD'), `ref: refs/heads/${branch}\n`);
  // A commit-graph file is a second, unchecked account of the history: only the objects themselves count.
  const lines = ['[core]', 'bare = true', 'commitGraph = false', 'repositoryFormatVersion = 1'];
  if (objectFormat === 'sha256') lines.push('[extensions]', 'objectFormat = sha256');
  writeFileSync(join(gitDir, 'config'), `${lines.join('\n')}\n`);
}

function processOf(child: ChildProcessWithoutNullStreams, signal: AbortSignal | undefined): GitProcess {
  let said = '';
  child.stderr.setEncoding('latin1').on('data', (text: string) => {
    if (said.length < STDERR_LIMIT) said += text.slice(0, STDERR_LIMIT - said.length);
  });
  // A git that died closes its input: its exit code tells more than this error would.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code));
    child.on('error', (error) => {
      said += error.message;
      resolve(null);
    });
  });
  return {
    output: child.stdout,
    write(text) {
      child.stdin.write(text, 'latin1');
    },
    end: () => {
      child.stdin.end();
    },
    async finish() {
      const code = await ended;
      throwIfAborted(signal);
      if (code !== 0)
        throw new GitFailure(harmlessLine(said) || `git ended with ${code ?? child.signalCode ?? 'no'} exit code`);
    },
    kill: () => {
      child.kill('SIGKILL');
      child.stdout.destroy();
    },
  };
}
