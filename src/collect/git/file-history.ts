import type { RepositoryLocation } from '../../domain/repository.ts';
import { unexpectedOutput } from './git-output.ts';
import { readObjects } from './object-stream.ts';
import { readRefs } from './read-refs.ts';
import { openSafeGit, type SafeGit } from './safe-git.ts';
import { followRefs } from './tips.ts';

/** One version of a file, as a commit left it. */
export interface FileVersion {
  readonly commit: string;
  /** Seconds since 1970, of the committer. */
  readonly at: number;
  readonly author: string;
  /** Null where the commit took the file away, or its content cannot be read. */
  readonly text: string | null;
}

/** Nobody edits a record more often; the newest count. */
const MOST_VERSIONS = 500;
const MOST_BYTES = 1 << 20;

/** The versions of a file at the head of a repository, newest first; renames are not followed. The path is taken letter by letter. */
export async function fileHistory(location: RepositoryLocation, path: string): Promise<FileVersion[]> {
  await using git = await openSafeGit(location);
  const { head } = await followRefs(git, await readRefs(git, location));
  if (head === null) return [];
  const versions = await listVersions(git, head, path);
  const texts = new Map<string, string>();
  const blobs = [...new Set(versions.map(({ blob }) => blob).filter((blob) => !/^0+$/.test(blob)))];
  for await (const { id, type, size, content } of readObjects(git, blobs, MOST_BYTES)) {
    if (type === 'blob' && size <= MOST_BYTES) texts.set(id, content.toString('utf8'));
  }
  return versions.map(({ commit, at, author, blob }) => ({ commit, at, author, text: texts.get(blob) ?? null }));
}

async function listVersions(git: SafeGit, head: string, path: string) {
  const process = git.start([
    'log',
    '-z',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '--no-show-signature',
    '--first-parent',
    '-m',
    `--max-count=${MOST_VERSIONS}`,
    '--format=%H%x00%ct%x00%an',
    '--end-of-options',
    head,
    '--',
    `:(top,literal)${path}`,
  ]);
  try {
    process.end();
    const chunks: Buffer[] = [];
    for await (const chunk of process.output) chunks.push(chunk);
    await process.finish();
    return parsed(Buffer.concat(chunks).toString('utf8').split('\0'), git.hexLength);
  } finally {
    process.kill();
  }
}

/** Of each commit: its id, time and author, then `:modes ids status` and the path. */
function parsed(tokens: readonly string[], hexLength: number) {
  const versions: { commit: string; at: number; author: string; blob: string }[] = [];
  for (let at = 0; at + 4 < tokens.length; at += 5) {
    const [commit = '', time = '', author = '', change = ''] = tokens.slice(at, at + 5);
    const blob = change.trim().split(' ')[3] ?? '';
    if (commit.length !== hexLength || blob.length !== hexLength) throw unexpectedOutput('a version of a file');
    versions.push({ commit, at: Number(time), author, blob });
  }
  return versions;
}
