import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FortnightError } from '../../domain/errors.ts';
import type { RepositoryLocation } from '../../domain/repository.ts';
import { isAtLeast } from './git-program.ts';
import { isRefName, type Ref, type Refs, readRefFiles } from './refs.ts';
import { readRepositoryConfig } from './repository-config.ts';
import type { SafeGit } from './safe-git.ts';
import { readSmallFile } from './small-file.ts';

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
  const shared = await listReftable(git, location.commonDir, 'shared');
  if (location.gitDir === location.commonDir) return shared;
  const own = await listReftable(git, location.gitDir, 'own');
  return { ...shared, head: own.head ?? headOfWorktree(own.symbolic, shared.refs) };
}

interface ReftableRefs extends Refs {
  readonly symbolic: string | null;
}

/**
 * Lists a reftable through a git directory of our own that holds a copy of it: git then reads the format it knows best, and
 * still nothing of the repository's configuration.
 */
async function listReftable(git: SafeGit, from: string, name: string): Promise<ReftableRefs> {
  const gitDir = join(git.gitDir, `reftable-${name}`);
  const tables = join(gitDir, 'reftable');
  mkdirSync(tables, { recursive: true });
  mkdirSync(join(gitDir, 'refs'));
  mkdirSync(join(gitDir, 'objects'));
  writeFileSync(join(gitDir, 'refs', 'heads'), 'this repository uses the reftable format\n');
  writeFileSync(join(gitDir, 'HEAD'), 'ref: refs/heads/.invalid\n');
  const format = git.hexLength === 64 ? 'objectFormat = sha256\n' : '';
  writeFileSync(
    join(gitDir, 'config'),
    `[core]\nbare = true\nrepositoryFormatVersion = 1\n[extensions]\nrefStorage = reftable\n${format}`,
  );
  const source = join(from, 'reftable');
  for (const file of readdirSync(source)) {
    if (!/^(tables\.list|[\w-]+\.ref)$/.test(file)) continue;
    if (readSmallFile(join(source, file), 1 << 30, [from]) !== null)
      copyFileSync(join(source, file), join(tables, file));
  }
  const lines = await run(git, gitDir, ['for-each-ref', '--format=%(objectname) %(refname)', ...READ]);
  const refs = lines.flatMap((line): Ref[] => {
    const id = line.slice(0, git.hexLength);
    const ref = line.slice(git.hexLength + 1);
    return /^[0-9a-f]+$/.test(id) && isRefName(ref) ? [{ name: ref, id }] : [];
  });
  const head = await run(git, gitDir, [
    'for-each-ref',
    '--include-root-refs',
    '--format=%(objectname) %(symref) %(refname)',
  ]);
  const found = head.map((line) => line.split(' ')).find((parts) => parts.at(-1) === 'HEAD');
  const id = found?.[0] ?? '';
  return {
    head: id.length === git.hexLength && !/^0+$/.test(id) ? id : null,
    symbolic: found?.[1] || null,
    refs,
    warnings: [],
  };
}

const READ = ['refs/heads', 'refs/remotes', 'refs/tags'];

function headOfWorktree(symbolic: string | null, refs: readonly Ref[]): string | null {
  return refs.find((ref) => ref.name === symbolic)?.id ?? null;
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
