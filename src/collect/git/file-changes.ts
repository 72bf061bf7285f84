import type { RawRow } from '../../domain/tables.ts';
import { unexpectedOutput } from './git-output.ts';
import { type CommitDiff, RawDiff } from './raw-diff.ts';
import { GitFailure, type GitProcess, type SafeGit } from './safe-git.ts';

type FileChange = RawRow<'file_changes'>;

/**
 * Renames are searched among all deleted and added files of a commit, up to this many of each (their product is what
 * counts): beyond it, the search would compare tens of millions of pairs and take minutes for one commit.
 */
export const RENAME_LIMIT = 4000;

/**
 * Neighbours share folders, which git keeps at hand, so a run of them goes to the same git. Measured on 90,000 commits: runs of
 * 2048 cost a tenth less than runs of 512; longer ones gain little and leave a core idle at the end.
 */
const RUN_LENGTH = 2048;
/**
 * How many commits a git may have before it without having answered: the bound on memory. It is far more than a git keeps in its
 * buffers, and enough that no git runs dry while another one's queue is full.
 */
const MAX_WAITING = 3 * RUN_LENGTH;
const RESUME_AT = 2 * RUN_LENGTH;
/** Another git is worth starting when the others are this far behind. */
const BUSY = 1024;
const MAX_FAILURES = 100;

/** What was not found out, to be said. */
export interface ChangeDamage {
  /** Commits whose file changes could not be read: folders are missing or damaged. */
  unread: number;
  /** Commits whose renames were searched among identical files alone: contents are missing or damaged. */
  exactOnly: number;
  /** Commits that change more files than are kept, or more than git could hold. */
  tooLarge: number;
  /** Commits that added and deleted too many files to search them for renames. */
  unsearched: number;
}

/** Hands over the file changes of a commit, with what was given along with its id. */
export type OnChanges<T> = (payload: T, changes: readonly FileChange[]) => Promise<void> | undefined;

/**
 * Finds the file changes of commits against their first parents, with as many gits side by side as there are cores. Takes
 * commits as they come, hands each over once, in any order, and holds back whoever asks while too many wait.
 */
export class FileChanges<T> {
  readonly damage: ChangeDamage = { unread: 0, exactOnly: 0, tooLarge: 0, unsearched: 0 };
  readonly #git: SafeGit;
  readonly #deliver: OnChanges<T>;
  readonly #workers: Worker<T>[] = [];
  readonly #maxWorkers: number;
  #current: Worker<T> | undefined;
  #run = 0;

  constructor(git: SafeGit, maxWorkers: number, deliver: OnChanges<T>) {
    this.#git = git;
    this.#maxWorkers = maxWorkers;
    this.#deliver = deliver;
  }

  /** Asks for one commit's changes. Await what it returns before the next. */
  add(id: string, payload: T): Promise<void> | undefined {
    if (this.#current === undefined || this.#run >= RUN_LENGTH) {
      this.#current?.flush();
      this.#current = this.#leastBusy();
      this.#run = 0;
    }
    this.#run++;
    return this.#current.add(id, payload);
  }

  /** Waits until all are handed over. */
  async finish(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.finish()));
  }

  /** Stops everything, e.g. after an error elsewhere. */
  kill(): void {
    for (const worker of this.#workers) worker.kill();
  }

  #leastBusy(): Worker<T> {
    const idlest = this.#workers.toSorted((a, b) => a.waiting - b.waiting)[0];
    if (idlest !== undefined && (idlest.waiting < BUSY || this.#workers.length >= this.#maxWorkers)) return idlest;
    const worker = new Worker(this.#git, this.damage, this.#deliver);
    this.#workers.push(worker);
    return worker;
  }
}

/** One git after another, until all its commits are done: a missing object ends a git, and the rest still counts. */
class Worker<T> {
  readonly #git: SafeGit;
  readonly #damage: ChangeDamage;
  readonly #deliver: OnChanges<T>;
  readonly #done: Promise<void>;
  #queue: { id: string; payload: T }[] = [];
  #next = 0;
  #unsent = '';
  #process: GitProcess | null = null;
  #isEnded = false;
  #error: unknown;
  #resume: (() => void) | undefined;
  #failures = 0;

  constructor(git: SafeGit, damage: ChangeDamage, deliver: OnChanges<T>) {
    this.#git = git;
    this.#damage = damage;
    this.#deliver = deliver;
    this.#done = this.#run().catch((error: unknown) => {
      this.#error = error ?? new Error('unknown error');
      this.#resume?.();
    });
  }

  get waiting(): number {
    return this.#queue.length - this.#next;
  }

  add(id: string, payload: T): Promise<void> | undefined {
    if (this.#error !== undefined) throw this.#error;
    this.#queue.push({ id, payload });
    this.#unsent += `${id}\n`;
    if (this.waiting < MAX_WAITING) {
      if (this.#unsent.length > 4096) this.flush();
      return undefined;
    }
    this.flush();
    return new Promise<void>((resolve) => {
      this.#resume = resolve;
    }).then(() => {
      this.#resume = undefined;
      if (this.#error !== undefined) throw this.#error;
    });
  }

  flush(): void {
    if (this.#unsent === '' || this.#process === null) return;
    this.#process.write(this.#unsent);
    this.#unsent = '';
  }

  async finish(): Promise<void> {
    this.#isEnded = true;
    this.flush();
    this.#process?.end();
    await this.#done;
    if (this.#error !== undefined) throw this.#error;
  }

  kill(): void {
    this.#error ??= new Error('stopped');
    this.#process?.kill();
  }

  async #run(): Promise<void> {
    do {
      try {
        await this.#stream();
      } catch (error) {
        if (!(error instanceof GitFailure) || this.#error !== undefined) throw error;
        await this.#single();
      }
    } while (!this.#isEnded || this.waiting > 0);
  }

  /** Answers from one git until its end. */
  async #stream(): Promise<void> {
    this.#unsent = '';
    for (let at = this.#next; at < this.#queue.length; at++) this.#unsent += `${this.#queue[at]?.id}\n`;
    const process = this.#start(this.#git.isPromisor);
    this.#process = process;
    try {
      this.flush();
      if (this.#isEnded) process.end();
      const diff = new RawDiff(this.#git.hexLength);
      for await (const chunk of process.output) for (const commit of diff.push(chunk)) await this.#take(commit);
      await process.finish();
      const last = diff.end();
      if (last !== null) await this.#take(last);
      if (this.waiting > 0) throw unexpectedOutput('file changes of some commits are missing');
    } finally {
      this.#process = null;
      process.kill();
    }
  }

  #start(isExact: boolean): GitProcess {
    const renames = isExact ? '-M100%' : '-M';
    const search = [renames, `-l${RENAME_LIMIT}`];
    return this.#git.start([
      'diff-tree',
      '--stdin',
      '-r',
      '--root',
      '-z',
      '--raw',
      '--always',
      '--no-abbrev',
      ...search,
    ]);
  }

  /** The commit at which git gave up, by itself: as usual, then without looking into contents, then without its changes. */
  async #single(): Promise<void> {
    const first = this.#queue[this.#next];
    if (first === undefined) return;
    this.#failures++;
    const attempts = this.#failures > MAX_FAILURES ? [] : this.#git.isPromisor ? [true] : [false, true];
    for (const isExact of attempts) {
      const commit = await this.#attempt(first.id, isExact);
      if (commit === 'too large') {
        await this.#take({ id: first.id, changes: [], isTooLarge: true });
        return;
      }
      if (commit === null) continue;
      if (isExact && !this.#git.isPromisor) this.#damage.exactOnly++;
      await this.#take(commit);
      return;
    }
    // So many failures mean that folders are missing throughout: the rest is given up rather than tried one by one.
    do {
      this.#damage.unread++;
      await this.#take({ id: this.#queue[this.#next]?.id ?? '', changes: [], isTooLarge: false });
    } while (this.#failures > MAX_FAILURES && this.waiting > 0);
  }

  async #attempt(id: string, isExact: boolean): Promise<CommitDiff | 'too large' | null> {
    const process = this.#start(isExact);
    try {
      process.write(`${id}\n`);
      process.end();
      const diff = new RawDiff(this.#git.hexLength);
      for await (const chunk of process.output) diff.push(chunk);
      await process.finish();
      return diff.end();
    } catch (error) {
      if (error instanceof GitFailure) return /out of memory|malloc failed/i.test(error.message) ? 'too large' : null;
      throw error;
    } finally {
      process.kill();
    }
  }

  #take(commit: CommitDiff): Promise<void> | undefined {
    const expected = this.#queue[this.#next];
    if (expected === undefined || expected.id !== commit.id) throw unexpectedOutput('file changes of another commit');
    this.#next++;
    if (this.#next >= RUN_LENGTH) {
      this.#queue.splice(0, this.#next);
      this.#next = 0;
    }
    if (this.waiting <= RESUME_AT) this.#resume?.();
    if (commit.isTooLarge) this.#damage.tooLarge++;
    else if (isUnsearched(commit.changes)) this.#damage.unsearched++;
    return this.#deliver(expected.payload, commit.changes);
  }
}

/** Had the search for renames taken place, git would have compared this many pairs; it does not beyond the limit. */
function isUnsearched(changes: readonly FileChange[]): boolean {
  if (changes.length <= RENAME_LIMIT) return false;
  let added = 0;
  let deleted = 0;
  for (const { status } of changes) {
    if (status === 'A') added++;
    else if (status === 'D') deleted++;
  }
  return added * deleted > RENAME_LIMIT * RENAME_LIMIT;
}
