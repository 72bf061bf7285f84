import { type CommitObject, CommitReader } from './commit-object.ts';
import { CommitRecords } from './commit-records.ts';
import { ObjectStream } from './object-stream.ts';
import { GitFailure, type SafeGit } from './safe-git.ts';

const LIST = ['rev-list', '--parents', '--header', '--encoding=none', '--no-expand-tabs', '--stdin'];

/** Which commits: all that `tips` reach, or all they reach and `excluded` do not, or the `tips` alone. */
export interface CommitQuery {
  readonly tips: readonly string[];
  readonly excluded?: readonly string[];
  readonly isWalk?: boolean;
}

/** What reading a history came upon besides its commits. */
export interface HistoryDamage {
  /** Commits that are named as a parent or tip and are not there, or cannot be read. */
  missing: number;
}

/**
 * Reads commits in batches, newest first. Where git gives up on a missing or damaged object, the rest is read commit by
 * commit, and what is not there is counted in `damage`: nothing is left out silently. Each commit comes once.
 */
export async function* readCommits(
  git: SafeGit,
  query: CommitQuery,
  isKnown: (id: string) => boolean,
  damage: HistoryDamage,
): AsyncGenerator<CommitObject[]> {
  if (query.tips.length === 0) return;
  try {
    yield* listCommits(git, query);
  } catch (error) {
    if (!(error instanceof GitFailure) || query.excluded !== undefined) throw error;
    yield* walkCommits(git, query, isKnown, damage);
  }
}

/** Reads commits by `git rev-list`; throws a {@link GitFailure} when some object is missing or damaged. */
export async function* listCommits(git: SafeGit, query: CommitQuery): AsyncGenerator<CommitObject[]> {
  const process = git.start(query.isWalk === false ? [...LIST, '--no-walk=unsorted'] : LIST);
  try {
    send(process, query);
    const records = new CommitRecords(git.hexLength);
    for await (const chunk of process.output) {
      const commits = records.push(chunk);
      if (commits.length > 0) yield commits;
    }
    await process.finish();
    records.end();
  } finally {
    process.kill();
  }
}

/** Ids alone, of commits that `tips` reach and `excluded` do not. Throws a {@link GitFailure} as above. */
export async function listIds(git: SafeGit, tips: readonly string[], excluded: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of eachId(git, tips, excluded)) for (const id of batch) ids.push(id);
  return ids;
}

/** As {@link listIds}, in batches, for when there may be very many. */
export async function* eachId(
  git: SafeGit,
  tips: readonly string[],
  excluded: readonly string[],
): AsyncGenerator<string[]> {
  if (tips.length === 0) return;
  const process = git.start(['rev-list', '--stdin']);
  try {
    send(process, { tips, excluded });
    let rest = '';
    for await (const chunk of process.output) {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      yield lines;
    }
    await process.finish();
  } finally {
    process.kill();
  }
}

function send(process: { write(text: string): unknown; end(): void }, query: CommitQuery): void {
  process.write(query.tips.map((id) => `${id}\n`).join(''));
  process.write((query.excluded ?? []).map((id) => `^${id}\n`).join(''));
  process.end();
}

/** Walks the history itself, one object at a time, around what is missing. */
async function* walkCommits(
  git: SafeGit,
  query: CommitQuery,
  isKnown: (id: string) => boolean,
  damage: HistoryDamage,
): AsyncGenerator<CommitObject[]> {
  const reader = new CommitReader();
  const asked = new Set(query.tips);
  const stream = new ObjectStream(git, 1 << 20);
  let open = asked.size;
  stream.request([...asked]);
  if (query.isWalk === false) stream.end();
  for await (const answer of stream.answers()) {
    open--;
    if (answer.type === 'commit') {
      // Git takes a commit to end at its first NUL.
      const nul = answer.content.indexOf(0);
      const end = nul === -1 ? answer.content.length : nul;
      const edge = git.shallow.has(answer.id) ? [] : null;
      const commit = reader.read(answer.id, edge, answer.content, 0, end, false);
      if (query.isWalk !== false) {
        const parents = commit.parents.filter((id) => !asked.has(id) && isObjectId(id, git.hexLength));
        for (const id of parents) asked.add(id);
        open += new Set(parents).size;
        stream.request([...new Set(parents)]);
      }
      if (!isKnown(answer.id)) yield [commit];
    } else damage.missing++;
    if (open === 0 && query.isWalk !== false) stream.end();
  }
}

function isObjectId(id: string, hexLength: number): boolean {
  return id.length === hexLength && /^[0-9a-f]+$/.test(id);
}
