import { EXIT, FortnightError } from '../domain/errors.ts';
import { NO_SCAN } from '../domain/no-scan.ts';
import type { ScanState } from '../domain/scan-state.ts';
import type { ScanSummary } from '../domain/scan-summary.ts';
import { scanSaid } from '../report/scan-said.ts';
import type { Place } from './open.ts';
import { problemOf } from './problem.ts';

/** Telling more often only costs time. */
const EVERY_MS = 100;

/** What a scan is made of, for whoever runs it. */
export interface ScanWork {
  /** Reads; told where to report to and what may stop it. */
  read(listening: Pick<Place, 'onProgress' | 'signal'>): Promise<ScanSummary>;
  /** Opens what was read; the summary tells whether anything is new. */
  open(summary: ScanSummary): Promise<void>;
  /** Commits of the facts of before. */
  readonly before: number;
}

/** At most one scan at a time, its state told to whoever listens, and stopped when asked to. */
export class ScanJob {
  readonly #now: () => number;
  readonly #listeners = new Set<(state: ScanState) => void>();
  #state: ScanState = NO_SCAN;
  #running: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(now: () => number) {
    this.#now = now;
  }

  get state(): ScanState {
    return this.#state;
  }

  /** The listener is told at once how it stands, then whenever that changes. Returns how to stop listening. */
  listen(listener: (state: ScanState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#state);
    return () => this.#listeners.delete(listener);
  }

  /** Starts a scan unless one runs. */
  start(work: ScanWork): ScanState {
    if (this.#running !== null) return this.#state;
    const stop = new AbortController();
    this.#tell({ ...NO_SCAN, state: 'running', startedAt: this.#now() });
    const ended = this.#run(work, stop.signal).finally(() => {
      this.#running = null;
    });
    this.#running = { stop, ended };
    return this.#state;
  }

  /** Stops the scan that runs, if there is one, and waits until it has ended. */
  async cancel(): Promise<ScanState> {
    this.#running?.stop.abort();
    await this.#running?.ended;
    return this.#state;
  }

  /** Resolves when no scan runs. */
  async idle(): Promise<void> {
    await this.#running?.ended;
  }

  async #run({ read, open, before }: ScanWork, signal: AbortSignal): Promise<void> {
    const began = performance.now();
    try {
      const summary = await read({
        signal,
        onProgress: (repository, progress) => {
          if (progress === 'done') return;
          const { phase, commits, total } = progress;
          this.#tellSometimes({ ...this.#state, repository, phase, commits, total });
        },
      });
      if (signal.aborted) throw interrupted();
      this.#tell({ ...this.#state, repository: null, phase: 'answers' });
      await open(summary);
      const said = scanSaid(summary, before, (performance.now() - began) / 1000);
      this.#tell({ ...this.#state, state: 'done', phase: null, finishedAt: this.#now(), summary, said });
    } catch (error) {
      const ended = { ...this.#state, repository: null, phase: null, finishedAt: this.#now() };
      if (signal.aborted) this.#tell({ ...ended, state: 'cancelled' });
      else this.#tell({ ...ended, state: 'failed', error: problemOf(error) });
    }
  }

  #tellSometimes(state: ScanState): void {
    const isNews = state.phase !== this.#state.phase || state.repository !== this.#state.repository;
    this.#state = state;
    if (!isNews && performance.now() - this.#toldAt < EVERY_MS) return;
    this.#tell(state);
  }

  #tell(state: ScanState): void {
    this.#state = state;
    this.#toldAt = performance.now();
    for (const listener of this.#listeners) listener(state);
  }
}

const interrupted = () => new FortnightError('interrupted', 'The scan was stopped.', { exitCode: EXIT.interrupted });
