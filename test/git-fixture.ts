import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Tiny scripted repositories for tests: fixed names, fixed dates, so that the same script gives the same commit ids on
 * every machine. Folders live under the system's temporary directory and go away with the process.
 */

/** Seconds since 1970 of the first commit of a fixture, 2024-01-01T00:00:00Z; each further one is an hour later. */
export const FIXTURE_START = 1_704_067_200;
export const ALICE = 'Alice Arch <alice@example.com>';
export const BOB = 'Bob Bridge <bob@example.com>';
export const CAROL = 'Carol Cove <carol@example.com>';

export interface CommitScript {
  readonly message: string | Uint8Array;
  /** `Name <email>`; default {@link ALICE}. */
  readonly author?: string;
  /** Default: the author. */
  readonly committer?: string;
  /** Seconds since 1970; default: an hour after the last. */
  readonly at?: number;
  /** Author time where it differs from `at`. */
  readonly authoredAt?: number;
  /** `+0200`; default `+0000`. */
  readonly zone?: string;
  /** Branch it goes to; default `main`. */
  readonly branch?: string;
  /** Parents as commit ids or names of earlier scripts; default: the branch as it stands, or none if it is new. */
  readonly parents?: readonly string[];
  /** Name for later `parents`. */
  readonly name?: string;
  /** Path to content; null deletes; `{ renameFrom }` moves; `{ mode }` sets one. Paths are given as they are. */
  readonly files?: Readonly<Record<string, FileScript>>;
}
export type FileScript =
  | string
  | Uint8Array
  | null
  | { readonly renameFrom: string }
  | { readonly mode: '100755' | '120000'; readonly content: string };

export interface FixtureRepository {
  /** Real path of the work tree, or of the repository itself when bare. */
  readonly path: string;
  /** Real path of the git directory. */
  readonly gitDir: string;
  /** Runs git here and gives its output without the last newline. */
  git(...args: string[]): string;
  /** As `git`, with standard input. */
  gitWith(input: string | Uint8Array, ...args: string[]): string;
  /** Adds commits in one go (`git fast-import`) and gives their ids. The work tree is left alone: see `checkout`. */
  commits(scripts: readonly CommitScript[]): string[];
  /** Adds one commit and gives its id. */
  commit(script: CommitScript): string;
  /** Makes the work tree what HEAD says. */
  checkout(): void;
}

const made: string[] = [];
process.on('exit', () => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** A fresh folder, real path, removed when the process ends. */
export function temporaryFolder(label = 'fixture'): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `fortnight-${label}-`)));
  made.push(path);
  return path;
}

/** Environment in which the fixture's own git runs: nothing of the machine's configuration. */
export function fixtureEnvironment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    // Git 3 keeps refs in a reftable unless told otherwise.
    GIT_DEFAULT_REF_FORMAT: 'files',
    GIT_AUTHOR_NAME: 'Alice Arch',
    GIT_AUTHOR_EMAIL: 'alice@example.com',
    GIT_AUTHOR_DATE: `${FIXTURE_START} +0000`,
    GIT_COMMITTER_NAME: 'Alice Arch',
    GIT_COMMITTER_EMAIL: 'alice@example.com',
    GIT_COMMITTER_DATE: `${FIXTURE_START} +0000`,
  };
}

/** Makes an empty repository with an unborn `main`. */
export function fixtureRepository(
  options: {
    readonly bare?: boolean;
    readonly objectFormat?: 'sha1' | 'sha256';
    /** A reftable needs git 2.45. */
    readonly refFormat?: 'files' | 'reftable';
    readonly path?: string;
    readonly name?: string;
  } = {},
): FixtureRepository {
  const path =
    options.path ?? join(temporaryFolder('repo'), options.name ?? (options.bare ? 'project.git' : 'project'));
  mkdirSync(path, { recursive: true });
  runGit(path, [
    'init',
    '-q',
    '-b',
    'main',
    `--object-format=${options.objectFormat ?? 'sha1'}`,
    ...(options.refFormat === 'reftable' ? ['--ref-format=reftable'] : []),
    ...(options.bare ? ['--bare'] : []),
    '.',
  ]);
  return openFixture(path);
}

/** Wraps a repository made in another way (a clone, a worktree). */
export function openFixture(path: string): FixtureRepository {
  const root = realpathSync(path);
  const gitDir = realpathSync(runGit(root, ['rev-parse', '--absolute-git-dir']));
  let clock = FIXTURE_START;
  const names = new Map<string, string>();
  const repository: FixtureRepository = {
    path: root,
    gitDir,
    git: (...args) => runGit(root, args),
    gitWith: (input, ...args) => runGit(root, args, input),
    commit: (script) => repository.commits([script])[0] ?? '',
    commits(scripts) {
      const stream: Uint8Array[] = [];
      const started = new Set<string>();
      scripts.forEach((script, index) => {
        clock = script.at ?? clock + 3600;
        const branch = `refs/heads/${script.branch ?? 'main'}`;
        const author = script.author ?? ALICE;
        const zone = script.zone ?? '+0000';
        const message = bytes(script.message);
        const parents = script.parents?.map((parent) => names.get(parent) ?? parent) ?? tipOf(root, branch, started);
        // A commit whose parents are given starts its branch anew; fast-import would otherwise take the old tip.
        if (script.parents) stream.push(bytes(`reset ${branch}\n\n`));
        stream.push(
          bytes(
            `commit ${branch}\nmark :${index + 1}\nauthor ${author} ${script.authoredAt ?? clock} ${zone}\n` +
              `committer ${script.committer ?? author} ${clock} ${zone}\ndata ${message.length}\n`,
          ),
          message,
          bytes('\n'),
        );
        parents.forEach((parent, place) => {
          stream.push(bytes(`${place === 0 ? 'from' : 'merge'} ${parent}\n`));
        });
        for (const [file, content] of Object.entries(script.files ?? {})) stream.push(...fileCommand(file, content));
        stream.push(bytes('\n'));
        started.add(branch);
        if (script.name) names.set(script.name, `:${index + 1}`);
      });
      const marks = join(temporaryFolder('marks'), 'marks');
      runGit(
        root,
        ['fast-import', '--quiet', '--force', '--date-format=raw-permissive', `--export-marks=${marks}`],
        Buffer.concat(stream),
      );
      const ids = marksIn(marks, scripts.length);
      scripts.forEach((script, index) => {
        if (script.name) names.set(script.name, ids[index] ?? '');
      });
      return ids;
    },
    checkout: () => {
      runGit(root, ['reset', '-q', '--hard']);
    },
  };
  return repository;
}

function tipOf(root: string, branch: string, started: ReadonlySet<string>): string[] {
  if (started.has(branch)) return [];
  const id = runGit(root, ['for-each-ref', '--format=%(objectname)', branch]);
  return id === '' ? [] : [id];
}

function marksIn(file: string, count: number): string[] {
  const ids: string[] = new Array(count).fill('');
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [mark, id] = line.split(' ');
    if (mark && id) ids[Number(mark.slice(1)) - 1] = id;
  }
  return ids;
}

function fileCommand(path: string, content: FileScript): Uint8Array[] {
  if (content === null) return [bytes(`D ${quoted(path)}\n`)];
  if (typeof content === 'object' && 'renameFrom' in content) {
    return [bytes(`R ${quoted(content.renameFrom)} ${quoted(path)}\n`)];
  }
  const mode = typeof content === 'object' && 'mode' in content ? content.mode : '100644';
  const data = bytes(typeof content === 'object' && 'mode' in content ? content.content : content);
  return [bytes(`M ${mode} inline ${quoted(path)}\ndata ${data.length}\n`), data, bytes('\n')];
}

/** A path as fast-import reads it; one that begins with `"` is taken to be C-quoted already (for odd bytes). */
function quoted(path: string): string {
  if (path.startsWith('"')) return path;
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
}

function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

function runGit(cwd: string, args: readonly string[], input?: string | Uint8Array): string {
  return execFileSync('git', args, {
    cwd,
    env: fixtureEnvironment(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(input === undefined ? {} : { input }),
  }).replace(/\n$/, '');
}

/** Writes a file below the folder, making directories on the way. */
export function writeInto(folder: string, path: string, content: string | Uint8Array): void {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
}
