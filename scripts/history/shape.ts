import {
  type CommitCommand,
  commitCommand,
  type Edit,
  type Signature,
  tagCommand,
} from '../../src/absence/simulation/fast-import.ts';
import { type Random, seeded } from '../../src/absence/simulation/random.ts';
import { Work } from './edits.ts';
import { ASSISTANT, FORGE, type Member, Team, UPDATER } from './team.ts';
import { content, Tree, type TreeFile } from './tree.ts';

export interface HistoryOptions {
  /** Commits when it is complete; growth of team and tree is scaled to it. */
  readonly commits: number;
  readonly seed: number;
}

/** Text for `git fast-import`, or the wish to be told the object id of a mark (the answer of `next`). */
export type HistoryStep = string | { readonly idOf: number };

const MAIN = 'refs/heads/main';
const TOPIC = 'refs/heads/topic';
const DAY = 86_400;
const START = Date.UTC(2013, 0, 7, 8) / 1000;
/** The history spans twelve years, however many commits it has. */
const SPAN = 12 * 365 * DAY;
const VERBS = ['Add', 'Extract', 'Simplify', 'Move', 'Cache', 'Validate', 'Document', 'Support', 'Drop', 'Speed up'];

/**
 * A made-up but likely history: topic branches merged by pull request, squashes with their number, direct commits,
 * mailed patches, an updating bot, reverts, reformattings and releases. About three file changes per commit.
 */
export class History {
  readonly #options: HistoryOptions;
  readonly #random: Random;
  readonly #team: Team;
  readonly #tree: Tree;
  readonly #mainline: { mark: number; time: number }[] = [];
  readonly #revertible: { mark: number; subject: string; undo: { file: TreeFile; version: number }[] }[] = [];
  #time = START;
  #mark = 0;
  #fileChanges = 0;
  #number = 0;
  #releases = 0;

  constructor(options: HistoryOptions) {
    this.#options = options;
    this.#random = seeded(options.seed);
    this.#team = new Team(this.#random);
    this.#tree = new Tree(this.#random);
  }

  /** Everything from where it stands to commit number `limit`, exactly. */
  *until(limit: number): Generator<HistoryStep, void, string> {
    while (this.#mark < limit) {
      const progress = Math.min(1, this.#mark / this.#options.commits);
      this.#team.settle(this.#mainline.length, progress, this.#tree.modules.length);
      this.#tree.settle(progress);
      yield* this.#unit(limit - this.#mark);
    }
  }

  *#unit(room: number): Generator<HistoryStep, void, string> {
    const random = this.#random;
    const fresh = this.#tree.takeFresh();
    if (fresh.length > 0) return yield* this.#found(fresh);
    const author = this.#team.worker();
    const roll = random.next();
    if (roll < 0.18 && room >= 3) yield* this.#pull(author, Math.min(room - 1, 1 + Math.floor(7 * random.next() ** 2)));
    else if (roll < 0.58) yield* this.#squash(author);
    else if (roll < 0.63) yield* this.#update();
    else if (roll < 0.7) yield* this.#patch(author);
    else if (roll < 0.71) yield* this.#revert(author);
    else if (roll < 0.7102) yield* this.#reformat(author);
    else yield* this.#direct(author);
    if (random.chance(150 / this.#options.commits)) yield this.#release();
  }

  *#found(files: readonly TreeFile[]): Generator<HistoryStep, void, string> {
    for (const file of files) file.touched = this.#mainline.length;
    const edits = files.map((file): Edit => ({ kind: 'write', path: file.path, content: content(file) }));
    const author = this.#sign(this.#team.worker(), this.#now());
    yield this.#land({ author, committer: author, message: 'Start a module\n', edits });
  }

  *#pull(author: Member, commits: number): Generator<HistoryStep, void, string> {
    const random = this.#random;
    const base = Math.max(0, this.#mainline.length - 1 - Math.floor(60 * random.next() ** 2));
    const from = this.#mainline[base] ?? { mark: 0, time: START };
    for (let i = 0; i < commits; i += 1) this.#now();
    const landed = this.#now();
    const work = new Work(this.#tree, random, base, this.#mainline.length);
    const title = this.#subject();
    let parent = from.mark;
    for (let i = 0; i < commits; i += 1) {
      const edits = work.commit(author, this.#size());
      const signed = this.#sign(author, from.time + ((landed - from.time) * (i + 1)) / (commits + 2));
      const message = `${i === 0 ? title : this.#subject()}\n${this.#body()}`;
      yield this.#write({ ref: TOPIC, parents: [parent], author: signed, committer: signed, message, edits });
      parent = this.#mark;
    }
    this.#number += random.between(1, 3);
    const branch = title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
    yield this.#land({
      author: this.#sign(this.#team.lander(author), landed),
      committer: { ...FORGE, time: landed, zone: '+0000' },
      message: `Merge pull request #${this.#number} from ${author.login}/${branch}\n\n${title}\n`,
      merges: parent,
      edits: work.edits,
    });
  }

  *#squash(author: Member): Generator<HistoryStep, void, string> {
    this.#number += this.#random.between(1, 3);
    const title = this.#subject();
    const trailers: string[] = [];
    if (this.#random.chance(0.12)) {
      const helper = this.#team.lander(author);
      trailers.push(`Co-authored-by: ${helper.name} <${helper.email}>`);
    }
    if (this.#time > START + SPAN * 0.85 && this.#random.chance(0.15)) trailers.push(ASSISTANT);
    const work = this.#work();
    const edits = work.commit(author, this.#size() + 1);
    const time = this.#now();
    yield this.#land({
      author: this.#sign(author, time - this.#random.between(0, 3 * DAY)),
      committer: { ...FORGE, time, zone: '+0000' },
      message: `${title} (#${this.#number})\n${this.#body()}${trailers.length > 0 ? `\n${trailers.join('\n')}\n` : ''}`,
      edits,
    });
    this.#revertible.push({ mark: this.#mark, subject: `${title} (#${this.#number})`, undo: work.undo });
  }

  *#update(): Generator<HistoryStep, void, string> {
    this.#number += 1;
    const time = this.#now();
    const message = `Bump ${this.#random.pick(['zod', 'vitest', 'yaml'])} to 4.${this.#random.between(0, 99)}.0 (#${this.#number})\n`;
    const author = { ...UPDATER, time, zone: '+0000' };
    yield this.#land({ author, committer: { ...FORGE, time, zone: '+0000' }, message, edits: this.#work().manifest() });
  }

  *#patch(author: Member): Generator<HistoryStep, void, string> {
    const lander = this.#team.lander(author);
    const reviewer = this.#team.lander(author);
    const time = this.#now();
    const trailers = [
      `Reviewed-by: ${reviewer.name} <${reviewer.email}>`,
      `Signed-off-by: ${lander.name} <${lander.email}>`,
    ];
    yield this.#land({
      author: this.#sign(author, time - this.#random.between(60, 6 * DAY)),
      committer: this.#sign(lander, time),
      message: `${this.#subject()}\n${this.#body()}\n${trailers.join('\n')}\n`,
      edits: this.#work().commit(author, this.#size()),
    });
  }

  *#revert(author: Member): Generator<HistoryStep, void, string> {
    const last = this.#revertible.at(-1 - this.#random.between(0, 20));
    const undo = last?.undo.filter(({ file, version }) => file.version === version + 1) ?? [];
    if (!last || undo.length === 0) return yield* this.#direct(author);
    const id = yield { idOf: last.mark };
    for (const { file, version } of undo) {
      file.version = version;
      file.touched = this.#mainline.length;
    }
    const edits = undo.map(({ file }): Edit => ({ kind: 'write', path: file.path, content: content(file) }));
    const signed = this.#sign(author, this.#now());
    const message = `Revert "${last.subject}"\n\nThis reverts commit ${id}.\n`;
    yield this.#land({ author: signed, committer: signed, message, edits });
  }

  *#reformat(author: Member): Generator<HistoryStep, void, string> {
    const edits = this.#work().reformat(400);
    const signed = this.#sign(author, this.#now());
    yield this.#land({ author: signed, committer: signed, message: 'Reformat with the new rules\n', edits });
  }

  *#direct(author: Member): Generator<HistoryStep, void, string> {
    const edits = this.#work().commit(author, this.#size());
    const signed = this.#sign(author, this.#now());
    yield this.#land({ author: signed, committer: signed, message: `${this.#subject()}\n${this.#body()}`, edits });
  }

  #release(): string {
    this.#releases += 1;
    const tagger = this.#sign(this.#team.members[0] ?? this.#team.worker(), this.#time);
    const name = `v${Math.floor(this.#releases / 20)}.${this.#releases % 20}.0${this.#random.chance(0.2) ? '-rc.1' : ''}`;
    return tagCommand(name, this.#mark, tagger);
  }

  #work(): Work {
    return new Work(this.#tree, this.#random, this.#mainline.length - 1, this.#mainline.length);
  }

  /** Lands a commit on the mainline; `merges` is the mark of a topic branch's tip. */
  #land(commit: Pick<CommitCommand, 'author' | 'committer' | 'message' | 'edits'> & { merges?: number }): string {
    const tip = this.#mainline.at(-1)?.mark;
    const parents = [tip, commit.merges].filter((mark) => mark !== undefined);
    const command = this.#write({ ...commit, ref: MAIN, parents }, commit.merges === undefined);
    this.#mainline.push({ mark: this.#mark, time: commit.committer.time });
    return command;
  }

  #write(commit: Omit<CommitCommand, 'mark'>, counts = true): string {
    this.#mark += 1;
    if (counts)
      this.#fileChanges += new Set(commit.edits.map((edit) => (edit.kind === 'rename' ? edit.to : edit.path))).size;
    return commitCommand({ ...commit, mark: this.#mark });
  }

  #now(): number {
    this.#time += -Math.log(1 - this.#random.next()) * (SPAN / this.#options.commits);
    return this.#time;
  }

  #sign({ name, email, zone }: Member, time: number): Signature {
    return { name, email, time, zone };
  }

  /** Most commits are small, a few large; held so that there are three file changes per commit on the whole. */
  #size(): number {
    const random = this.#random;
    const ahead = this.#fileChanges > 3 * this.#mark;
    const roll = random.next();
    if (roll < 0.4) return 1;
    if (roll < 0.62) return 2;
    if (roll < 0.76 || ahead) return 3;
    return roll < 0.9 ? random.between(4, 6) : random.between(7, 24);
  }

  #subject(): string {
    const random = this.#random;
    const thing = random.pick(this.#tree.modules).directories.at(-1)?.split('/').at(-1) ?? 'module';
    return random.chance(0.2)
      ? `Fix ${thing} under load`
      : `${random.pick(VERBS)} ${thing} for ${random.between(2, 99)} cases`;
  }

  #body(): string {
    if (this.#random.chance(0.5)) return '';
    return `\n${'What stood there held for the first cases only. '.repeat(this.#random.between(1, 5)).trim()}\n`;
  }
}
