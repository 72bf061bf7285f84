import type { CommitFacts, FactSink, PreviousScan, ScanOutcome, SnapshotTable } from '../src/domain/sink.ts';
import type { RawRow } from '../src/domain/tables.ts';

type LandingRow = RawRow<'landings'> & { readonly time: number | null };

/** Facts held in memory, as the store would hold them: takes scans one after another and is strict about the contract. */
export class MemoryFacts {
  #commits = new Map<string, CommitFacts>();
  #landings = new Map<string, LandingRow>();
  #snapshots = new Map<SnapshotTable, readonly object[]>();
  #outcome: ScanOutcome | null = null;

  /** Runs a scan on top of what is here and takes its outcome over, as the store does. */
  async take(scan: (previous: PreviousScan | null, sink: FactSink) => Promise<ScanOutcome>): Promise<ScanOutcome> {
    const commits = new Map<string, CommitFacts>();
    const landings = new Map<string, LandingRow>();
    const sink: FactSink = {
      commit(facts) {
        if (commits.has(facts.commit.id)) throw new Error(`${facts.commit.id} was given twice`);
        commits.set(facts.commit.id, facts);
        // Now and then the sink is full, and whoever fills it has to wait.
        return commits.size % 7 === 0 ? new Promise((resolve) => setImmediate(resolve)) : undefined;
      },
      landing(row, time) {
        if (landings.has(row.commit_id)) throw new Error(`${row.commit_id} landed twice`);
        landings.set(row.commit_id, { ...row, time });
        return landings.size % 5 === 0 ? Promise.resolve() : undefined;
      },
      snapshot: async (table, rows) => {
        this.#snapshots.set(table, [...rows]);
      },
    };
    const outcome = await scan(this.previous(), sink);
    this.#apply(outcome, commits, landings);
    return outcome;
  }

  #apply(outcome: ScanOutcome, commits: Map<string, CommitFacts>, landings: Map<string, LandingRow>): void {
    if (outcome.mode === 'full') this.#commits = new Map();
    if (outcome.mode === 'unchanged' && (commits.size > 0 || landings.size > 0))
      throw new Error('rows without a change');
    for (const id of outcome.removed) {
      if (!this.#commits.delete(id)) throw new Error(`${id} was removed but is not here`);
    }
    for (const [id, facts] of commits) {
      if (this.#commits.has(id)) throw new Error(`${id} is here already`);
      this.#commits.set(id, facts);
    }
    if (outcome.landings === 'replaced') this.#landings = new Map();
    for (const [id, row] of landings) {
      if (this.#landings.has(id)) throw new Error(`${id} had landed already`);
      this.#landings.set(id, row);
    }
    this.#outcome = outcome;
  }

  /** What a collector is told of these facts. */
  previous(): PreviousScan | null {
    const outcome = this.#outcome;
    if (outcome === null) return null;
    const { tips, head, headPosition, isShallow, isPartial } = outcome;
    return {
      tips,
      head,
      headPosition,
      isShallow,
      isPartial,
      known: async (table, ids) => {
        const rows = table === 'commits' ? this.#commits : this.#landings;
        return new Set(ids.filter((id) => rows.has(id)));
      },
      contents: async () => new Map(this.rows('head_files').map((row) => [row.path, row])),
    };
  }

  commits(): CommitFacts[] {
    return [...this.#commits.values()].sort((a, b) => (a.commit.id < b.commit.id ? -1 : 1));
  }

  /** Facts of one commit, by its id or its subject. */
  commit(idOrSubject: string): CommitFacts {
    const found = this.commits().find(({ commit }) => commit.id === idOrSubject || commit.subject === idOrSubject);
    if (found === undefined) throw new Error(`no commit ${idOrSubject}`);
    return found;
  }

  landings(): LandingRow[] {
    return [...this.#landings.values()].sort((a, b) => (a.commit_id < b.commit_id ? -1 : 1));
  }

  rows<T extends SnapshotTable>(table: T): RawRow<T>[] {
    return [...(this.#snapshots.get(table) ?? [])] as RawRow<T>[];
  }

  /** Everything, in an order of its own: equal facts give equal values. */
  everything(): unknown {
    return {
      commits: this.commits().map((facts) => ({
        ...facts,
        fileChanges: [...facts.fileChanges].sort((a, b) => (a.path + a.status < b.path + b.status ? -1 : 1)),
      })),
      landings: this.landings(),
      refs: this.rows('refs'),
      headFiles: this.rows('head_files'),
      documents: this.rows('documents'),
      decisionFiles: this.rows('decision_files'),
      headPosition: this.#outcome?.headPosition,
      head: this.#outcome?.head,
      tips: this.#outcome?.tips,
    };
  }
}
