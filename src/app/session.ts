import type { Effects } from '../domain/effects.ts';
import { FortnightError } from '../domain/errors.ts';
import type { ScanState } from '../domain/scan-state.ts';
import type { ScanSummary } from '../domain/scan-summary.ts';
import type { SessionState } from '../domain/session.ts';
import { DAY } from '../domain/window.ts';
import { AnswerCache } from './answer-cache.ts';
import {
  hasAnyMovedOn,
  locate,
  type Opened,
  type OpenFacts,
  openScanned,
  type Place,
  scanPlace,
  summaryOf,
} from './open.ts';
import { problemOf } from './problem.ts';
import type { Request } from './request.ts';
import { ScanJob } from './scan-job.ts';
import { warmUp } from './warm-up.ts';
import type { Workspace } from './workspace.ts';

/** What a question may say of its stretch of time and lead; absent: as the session was started. */
export interface SessionAsked {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly lead?: string | undefined;
  /** First day of an absence that is asked about: see {@link Request.before}. */
  readonly from?: string | undefined;
}

export interface SessionOptions {
  readonly name: 'here' | 'demo';
  readonly place: Place;
  /** Told in the answer to `session`: a generated team can be looked at instead. */
  readonly canOpenDemo?: boolean;
  /** Facts can be read again; not those of the demo. */
  readonly canScan?: boolean;
}

/** Facts that were opened together: closed when newer ones took their place and the last question about them is answered. */
interface Generation {
  readonly held: OpenFacts;
  readonly workspace: Workspace;
  askers: number;
  isOver: boolean;
}

/**
 * A place held open for many questions. It is there at once: facts of before are opened first, a scan brings them up to
 * date meanwhile, and what is asked while it runs is answered from what there is. Close it.
 *
 * Its clock stands still while facts are open (for a day at most), so that the same question has the same answer.
 */
export class Session {
  readonly name: 'here' | 'demo';
  readonly canOpenDemo: boolean;
  readonly canScan: boolean;
  readonly effects: Effects;
  readonly request: Request;
  readonly #place: Place;
  readonly #clock: () => number;
  readonly #cache = new AnswerCache();
  readonly #job: ScanJob;
  #generation: Generation | null = null;
  #number = 0;
  #now: number;
  #error: FortnightError | null = null;
  #isOpening: Promise<void> | null = null;
  #isClosed = false;

  constructor({ name, place, canOpenDemo = false, canScan = true }: SessionOptions) {
    this.name = name;
    this.canOpenDemo = canOpenDemo;
    this.canScan = canScan;
    this.request = place.request;
    this.#clock = place.effects.now;
    this.#now = place.effects.now();
    this.effects = { ...place.effects, now: () => this.#now };
    this.#place = { ...place, effects: this.effects };
    this.#job = new ScanJob(place.effects.now);
  }

  /** Opens the facts of before, if there are any, and starts to bring them up to date unless the request forbids it. */
  async start(): Promise<void> {
    this.#isOpening ??= this.#start();
    await this.#isOpening;
  }

  get state(): SessionState {
    if (this.#generation !== null) return 'ready';
    const { code } = this.#problem ?? { code: 'not-scanned' };
    if (NOWHERE.has(code)) return 'no-repository';
    if (this.#job.state.state === 'running') return 'scanning';
    return code === 'not-scanned' ? 'never-scanned' : 'failed';
  }

  /** Why there are no facts. */
  get error(): ScanState['error'] {
    return this.#generation === null ? this.#problem : null;
  }

  /** Raised whenever facts are opened anew. */
  get generation(): number {
    return this.#number;
  }

  get scan(): ScanState {
    return this.#job.state;
  }

  /** The listener is told at once how the scan stands, then whenever that changes. Returns how to stop listening. */
  onScan(listener: (state: ScanState) => void): () => void {
    return this.#job.listen(listener);
  }

  /** Asks facts, settled for what was asked. Throws a {@link FortnightError} while there are none. */
  async ask<T>(asked: SessionAsked, question: (opened: Opened) => Promise<T>): Promise<T> {
    await this.#isOpening;
    this.#wind();
    const generation = this.#generation;
    if (generation === null) throw this.#notReady();
    generation.askers += 1;
    try {
      return await generation.held.ask(this.#settled(asked), question);
    } finally {
      generation.askers -= 1;
      closeIfOver(generation);
    }
  }

  /** The same as text, computed once per `key` for as long as these facts and this clock hold. */
  async askOnce(key: string, asked: SessionAsked, question: (opened: Opened) => Promise<string>): Promise<string> {
    await this.#isOpening;
    this.#wind();
    return await this.#cache.get(`${this.#number} ${this.#now} ${key}`, () => this.ask(asked, question));
  }

  /** Whether the repositories look different from when the facts were read; false where a scan runs, or none can. */
  async hasMovedOn(): Promise<boolean> {
    const generation = this.#generation;
    if (generation === null || !this.canScan || this.#job.state.state === 'running') return false;
    return await hasAnyMovedOn(generation.workspace);
  }

  /** Reads what is new, or everything. While a scan runs another is not started. */
  startScan(scan: 'when-needed' | 'full' = 'when-needed'): ScanState {
    if (this.canScan) return this.#startScan(scan, true);
    throw new FortnightError('demo-is-fixed', 'The demo is generated: there is nothing to scan.', {
      hint: 'Open a repository of your own: fortnight serve PATH.',
    });
  }

  /** Ends the scan that runs; the facts stay those of the last complete one. */
  async cancelScan(): Promise<ScanState> {
    return await this.#job.cancel();
  }

  /** Opens the facts anew, without reading the repositories: what is configured has changed. */
  async reopen(): Promise<void> {
    await this.#open(await scanPlace({ ...this.#place, request: { ...this.request, scan: 'never' } }));
  }

  /** Stops a scan that runs and lets go of the facts. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#job.cancel();
    await this.#isOpening?.catch(() => undefined);
    this.#replace(null);
  }

  async #start(): Promise<void> {
    try {
      // A wrong path is said at once.
      await locate(this.#place);
      const { scan } = this.request;
      if (scan !== 'full') await this.reopen().catch((error) => this.#remember(error));
      if (scan !== 'never' && !this.#isClosed) this.#startScan(scan, false);
    } catch (error) {
      this.#remember(error);
    }
  }

  #startScan(scan: 'when-needed' | 'full', reopensAnyway: boolean): ScanState {
    const read: Workspace[] = [];
    return this.#job.start({
      before: this.#generation === null ? 0 : commitsOf(summaryOf(this.#generation.workspace)),
      read: async (listening) => {
        const workspace = await scanPlace({ ...this.#place, ...listening, request: { ...this.request, scan } });
        read.push(workspace);
        return summaryOf(workspace);
      },
      open: async ({ repositories }) => {
        const isSame = repositories.every(({ mode }) => mode === 'skipped' || mode === 'unchanged');
        // Somebody who asks for a scan may have changed what is configured as well.
        if (isSame && !reopensAnyway && this.#generation !== null) return;
        for (const workspace of read) await this.#open(workspace);
      },
    });
  }

  get #problem(): ScanState['error'] {
    const { error } = this.#job.state;
    return error ?? (this.#error === null ? null : problemOf(this.#error));
  }

  #remember(error: unknown): void {
    this.#error =
      error instanceof FortnightError
        ? error
        : new FortnightError('defect', problemOf(error).message, { cause: error });
  }

  /** The line of a question that cannot be answered yet. */
  #notReady(): FortnightError {
    const problem = this.#problem;
    if (this.state === 'scanning') {
      return new FortnightError('scanning', 'The history is being read for the first time.', {
        hint: 'Wait until the scan has ended.',
      });
    }
    const { code, message, hint } = problem ?? {
      code: 'not-scanned',
      message: 'Nothing has been scanned yet.',
      hint: 'Start a scan.',
    };
    return new FortnightError(code, message, hint === null ? {} : { hint });
  }

  #settled({ since, until, lead, from }: SessionAsked): Pick<Request, 'since' | 'until' | 'before' | 'lead'> {
    const { request } = this;
    return {
      since: since ?? request.since,
      until: until ?? request.until,
      lead: lead ?? request.lead,
      ...(from === undefined ? {} : { before: from }),
    };
  }

  async #open(workspace: Workspace): Promise<void> {
    const held = await openScanned(this.#place, workspace, true);
    if (this.#isClosed) {
      held.close();
      return;
    }
    const generation = { held, workspace, askers: 0, isOver: false };
    this.#replace(generation);
    // Nobody waits for it, and a failure of it is nobody's.
    this.ask({}, (opened) => warmUp(opened, this.effects, () => generation.isOver)).catch(() => undefined);
  }

  #replace(generation: Generation | null): void {
    const before = this.#generation;
    this.#generation = generation;
    this.#error = null;
    this.#number += 1;
    this.#now = this.#clock();
    this.#cache.clear();
    if (before === null) return;
    before.isOver = true;
    closeIfOver(before);
  }

  /** A server that runs for days does not go on saying that today is the day it was started. */
  #wind(): void {
    const now = this.#clock();
    if (Math.floor(now / DAY) === Math.floor(this.#now / DAY)) return;
    this.#now = now;
    this.#cache.clear();
  }
}

/** Where there is nothing that could be scanned. */
const NOWHERE = new Set(['not-a-repository', 'path-missing', 'path-unreadable', 'broken-repository']);

function commitsOf({ repositories }: ScanSummary): number {
  return repositories.reduce((sum, { commits }) => sum + commits, 0);
}

function closeIfOver({ held, askers, isOver }: Generation): void {
  if (isOver && askers === 0) held.close();
}
