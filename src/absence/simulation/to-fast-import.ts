import { commitCommand, type Edit, type Signature, tagCommand } from './fast-import.ts';
import { type BotChange, isBot, type Landing } from './mainline.ts';
import type { SimulatedPerson } from './names.ts';
import { filesOf, fillerOf } from './product.ts';
import type { Simulated } from './simulate.ts';
import { branchOf, commitsOf, FOUNDING_TITLE, founded, titleOn } from './to-history.ts';
import type { WorkItem } from './work.ts';

const FORGE = { name: 'GitHub', email: 'noreply@github.com' };
const UPDATER = { name: 'dependabot[bot]', email: '49699333+dependabot[bot]@users.noreply.github.com' };
const MAIN = 'refs/heads/main';
const README = 'A made-up product of a made-up team. Nobody in this history exists.\n';
const TOPIC = 'refs/heads/topic';
const GONE = '0'.repeat(40);

/**
 * The past as a repository: text for `git fast-import`, in pieces. The mainline is `main`; what never landed lies on open
 * branches, signs of life on one branch of drafts for each member; releases are annotated tags.
 */
export function* toFastImport(simulated: Simulated): Generator<string> {
  yield* new Writer(simulated).write();
}

class Writer {
  readonly #simulated: Simulated;
  readonly #mainline: { mark: number; at: number }[] = [];
  #mark = 0;
  #version = 0;

  constructor(simulated: Simulated) {
    this.#simulated = simulated;
  }

  *write(): Generator<string> {
    const { mainline, releases, open, drafts } = this.#simulated;
    yield this.#found();
    const due = [...releases];
    for (const one of mainline) {
      while (due[0] !== undefined && due[0].at < one.landedAt) yield this.#release(due.shift());
      yield* isBot(one) ? [this.#update(one)] : this.#land(one);
    }
    while (due.length > 0) yield this.#release(due.shift());
    yield `reset ${TOPIC}\nfrom ${GONE}\n\n`;
    const taken = new Set<string>();
    for (const [i, item] of open.entries()) {
      const name = `${this.#person(item.author).login}/${branchOf(item.title)}`;
      const ref = `refs/heads/${name}${taken.has(name) ? `-${i}` : ''}`;
      taken.add(name);
      yield* this.#branch(ref, item, item.commits);
    }
    const tips = new Map<number, number>();
    for (const { person, at } of drafts) {
      const who = this.#person(person);
      yield this.#commit({
        ref: `refs/heads/drafts/${who.login}`,
        parents: [tips.get(person) ?? this.#tipAt(at)],
        author: sign(who, at),
        message: 'Draft\n',
        edits: [this.#edit(`notes/${who.login}.md`)],
      });
      tips.set(person, this.#mark);
    }
  }

  #found(): string {
    const { scenario } = this.#simulated;
    const at = founded(scenario.from);
    const manifests = scenario.areas.map((area) => write(`${area}/package.json`, `{ "name": "${area}" }\n`));
    const root = write('package.json', `${JSON.stringify({ private: true, workspaces: scenario.areas }, null, 2)}\n`);
    const files = scenario.areas.map((area) => this.#edit(filesOf(area)[0] ?? ''));
    const readme = write('README.md', README);
    const author = sign(this.#person(0), at);
    return this.#onMain(at, { author, message: `${FOUNDING_TITLE}\n`, edits: [readme, root, ...manifests, ...files] });
  }

  *#land(landing: Landing): Generator<string> {
    const { item, landedAt, lander, route, reviewer } = landing;
    const author = this.#person(item.author);
    const title = titleOn(landing, author.login);
    const trailers = [
      ...(item.coAuthor === null ? [] : [`Co-authored-by: ${identity(this.#person(item.coAuthor))}`]),
      ...(reviewer === null ? [] : [`Reviewed-by: ${identity(this.#person(reviewer))}`]),
    ];
    const message = `${title}\n${route === 'pull' ? `\n${item.title}\n` : ''}${trailers.length > 0 ? `\n${trailers.join('\n')}\n` : ''}`;
    if (route === 'pull') {
      const edits = yield* this.#branch(TOPIC, item, item.commits);
      const merges = this.#mark;
      yield this.#onMain(landedAt, {
        author: sign(this.#person(lander), landedAt),
        committer: sign(FORGE, landedAt),
        message,
        edits,
        merges,
      });
      return;
    }
    const times = commitsOf(landing);
    for (const [i, at] of times.entries()) {
      const isLast = i === times.length - 1;
      const committedAt = isLast ? landedAt : at;
      const committer = route === 'squash' ? FORGE : this.#person(lander);
      const coAuthored = item.coAuthor === null ? '' : `\n${trailers[0]}\n`;
      yield this.#onMain(committedAt, {
        author: sign(author, at),
        committer: sign(committer, committedAt),
        message: isLast ? message : `${item.title}, part ${i + 1}\n${coAuthored}`,
        edits: this.#part(item, i, times.length),
      });
    }
  }

  /** Commits of an item on a branch that leaves the mainline where it stood when the work began; gives all edits. */
  *#branch(ref: string, item: WorkItem, times: readonly number[]): Generator<string, readonly Edit[]> {
    const author = this.#person(item.author);
    const coAuthor = item.coAuthor === null ? '' : `\nCo-authored-by: ${identity(this.#person(item.coAuthor))}\n`;
    const edits = new Map<string, Edit>();
    let parent = this.#tipAt(times[0] ?? 0);
    for (const [i, at] of times.entries()) {
      const part = this.#part(item, i, times.length);
      for (const edit of part) edits.set(edit.path, edit);
      const message = `${i === times.length - 1 ? item.title : `${item.title}, part ${i + 1}`}\n${coAuthor}`;
      yield this.#commit({ ref, parents: [parent], author: sign(author, at), message, edits: part });
      parent = this.#mark;
    }
    return [...edits.values()];
  }

  /** Files go to the commits in turn; a commit with none left edits the first again. */
  #part({ files, text }: WorkItem, part: number, parts: number): Edit[] {
    const own = files.filter((_, i) => i % parts === part);
    return (own.length > 0 ? own : files.slice(0, 1)).map((path) =>
      text === undefined ? this.#edit(path) : write(path, text),
    );
  }

  #update({ landedAt, number }: BotChange): string {
    const message = `Bump the tools (#${number})\n`;
    const edits = [write('tools.lock', `${number}\n`)];
    return this.#onMain(landedAt, {
      author: sign(UPDATER, landedAt),
      committer: sign(FORGE, landedAt),
      message,
      edits,
    });
  }

  #release(release: Simulated['releases'][number] | undefined): string {
    if (release === undefined) return '';
    return tagCommand(release.name, this.#tipAt(release.at), sign(this.#person(release.releaser), release.at));
  }

  #onMain(at: number, commit: Omit<Draft, 'ref' | 'parents'> & { readonly merges?: number }): string {
    const tip = this.#mainline.at(-1)?.mark;
    const { merges, ...rest } = commit;
    const parents = [tip, merges].filter((mark) => mark !== undefined);
    const text = this.#commit({ ...rest, ref: MAIN, parents });
    this.#mainline.push({ mark: this.#mark, at });
    return text;
  }

  #commit(commit: Draft): string {
    this.#mark += 1;
    return commitCommand({ committer: commit.author, ...commit, mark: this.#mark });
  }

  /** The mainline as it stood before a moment. */
  #tipAt(at: number): number {
    let [low, high] = [0, this.#mainline.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#mainline[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return this.#mainline[Math.max(0, low - 1)]?.mark ?? 1;
  }

  #edit(path: string): Edit {
    this.#version += 1;
    return write(path, `export const version = ${this.#version};\n${fillerOf(path)}`);
  }

  #person(place: number): SimulatedPerson {
    return this.#simulated.people[place] ?? { name: 'Nobody', email: 'nobody@example.com', login: 'nobody' };
  }
}

interface Draft {
  readonly ref: string;
  readonly parents: readonly number[];
  readonly author: Signature;
  /** The author unless said. */
  readonly committer?: Signature;
  readonly message: string;
  readonly edits: readonly Edit[];
}

const write = (path: string, content: string): Edit => ({ kind: 'write', path, content });
const sign = ({ name, email }: { readonly name: string; readonly email: string }, time: number): Signature => ({
  name,
  email,
  time,
  zone: '+0000',
});
const identity = ({ name, email }: SimulatedPerson): string => `${name} <${email}>`;
