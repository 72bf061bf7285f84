import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FortnightError } from '../../domain/errors.ts';
import type { RepositoryLocation } from '../../domain/repository.ts';
import { isAtLeast } from './git-program.ts';
import { isRefName, type Ref, type Refs, readRefFiles } from './refs.ts';
import { readRepositoryConfig } from './repository-config.ts';
import type { SafeGit } from './safe-git.ts';
import { readSmallFile } from './small-file.ts';

const TABLE_LIMIT = 1 << 29;

/** Reads HEAD, branches, remote branches and tags, however the repository stores its refs. */
export async function readRefs(git: SafeGit, location: RepositoryLocation): Promise<Refs> {
  if (readRepositoryConfig(location.commonDir).refStorage === 'files') return readRefFiles(location, git.hexLength);
  if (!isAtLeast(git.program, 2, 45)) {
    throw new FortnightError(
      'git-too-old',
      `This repository keeps its refs in a reftable, which git ${git.program.major}.${git.program.minor} cannot read.`,
      { hint: 'Install git 2.45 or newer, or run "git refs migrate --ref-format=files" where it was made.' },
    );
  }
  return await readReftable(git, location);
}

const READ = ['refs/heads', 'refs/remotes', 'refs/tags'];
const FORMAT = '--format=%(objectname) %(refname)';

/**
 * Lists a reftable through a git directory of our own that holds a copy of it: git then reads the format it knows best, and
 * still nothing of the repository's configuration. A linked worktree has a table of its own, for its HEAD.
 */
async function readReftable(git: SafeGit, location: RepositoryLocation): Promise<Refs> {
  const shared = join(git.gitDir, 'reftable-copy');
  copyReftable(location.commonDir, shared);
  const format = git.hexLength === 64 ? 'objectFormat = sha256\n' : '';
  mkdirSync(join(shared, 'objects'));
  writeFileSync(
    join(shared, 'config'),
    `[core]\nbare = true\nrepositoryFormatVersion = 1\n[extensions]\nrefStorage = reftable\n${format}`,
  );
  let own = shared;
  if (location.gitDir !== location.commonDir) {
    own = join(shared, 'worktrees', 'own');
    copyReftable(location.gitDir, own);
    writeFileSync(join(own, 'commondir'), '../..\n');
    writeFileSync(join(own, 'gitdir'), `${join(git.gitDir, 'nowhere', '.git')}\n`);
  }
  const refs = await list(git, shared, READ);
  const root = await list(git, own, ['--include-root-refs']);
  return {
    head: root.find(({ name }) => name === 'HEAD')?.id ?? null,
    refs: refs.filter(({ name }) => isRefName(name)),
    warnings: [],
  };
}

function copyReftable(from: string, to: string): void {
  const source = join(from, 'reftable');
  const target = join(to, 'reftable');
  mkdirSync(target, { recursive: true });
  mkdirSync(join(to, 'refs'));
  writeFileSync(join(to, 'refs', 'heads'), 'this repository uses the reftable format\n');
  writeFileSync(join(to, 'HEAD'), 'ref: refs/heads/.invalid\n');
  for (const file of readdirSync(source)) {
    if (!/^(tables\.list|[\w-]+\.ref)$/.test(file)) continue;
    const content = readSmallFile(join(source, file), TABLE_LIMIT, [from]);
    if (content !== null) writeFileSync(join(target, file), content);
  }
}

async function list(git: SafeGit, gitDir: string, which: readonly string[]): Promise<Ref[]> {
  const lines = await run(git, gitDir, ['for-each-ref', FORMAT, ...which]);
  return lines.flatMap((line) => {
    const id = line.slice(0, git.hexLength);
    const name = line.slice(git.hexLength + 1);
    return /^[0-9a-f]+$/.test(id) && !/^0+$/.test(id) ? [{ name, id }] : [];
  });
}

async function run(git: SafeGit, gitDir: string, args: readonly string[]): Promise<string[]> {
  const process = git.start([`--git-dir=${gitDir}`, ...args]);
  try {
    const pieces: Buffer[] = [];
    process.end();
    for await (const chunk of process.output) pieces.push(chunk);
    await process.finish();
    return Buffer.concat(pieces)
      .toString('latin1')
      .split('\n')
      .filter((line) => line !== '');
  } finally {
    process.kill();
  }
}
