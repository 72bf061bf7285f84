import { useSyncExternalStore } from 'react';
import { NO_SCAN, type ScanState } from '../../domain/scan-state.ts';
import { doDeed } from './do-deed.ts';
import { queries } from './queries.ts';
import { useAsked } from './use-asked.ts';

/** One scan as the page sees it, and what can be done about it. */
export interface Scan {
  readonly state: ScanState;
  /** The server tells how it stands; false while the connection is being made anew. */
  readonly isHeard: boolean;
  /** Reads what is new, or everything again. Throws when the server refuses. */
  start(scan: 'when-needed' | 'full'): Promise<void>;
  /** Ends the scan that runs; the facts stay those of before. */
  cancel(): Promise<void>;
}

type Heard = Pick<Scan, 'state' | 'isHeard'>;
const SILENCE: Heard = { state: NO_SCAN, isHeard: false };

/** One stream of events for each place, shared by all who look at it and closed when nobody does. */
class ScanStream {
  readonly #place: string;
  readonly #lookers = new Set<() => void>();
  #source: EventSource | null = null;
  heard: Heard = SILENCE;

  constructor(place: string) {
    this.#place = place;
  }

  readonly look = (looker: () => void): (() => void) => {
    this.#lookers.add(looker);
    this.#source ??= this.#listen();
    return () => {
      this.#lookers.delete(looker);
      if (this.#lookers.size > 0) return;
      this.#source?.close();
      this.#source = null;
    };
  };

  readonly tell = (state: ScanState, isHeard = true): void => {
    const ended = this.heard.state.state === 'running' && state.state !== 'running';
    this.heard = { state, isHeard };
    for (const looker of this.#lookers) looker();
    // What was answered before may have another answer now.
    if (ended) void queries.invalidateQueries();
  };

  #listen(): EventSource {
    const source = new EventSource(`/api/${this.#place}/scan/progress`);
    const hear = (event: MessageEvent<string>) => this.tell(JSON.parse(event.data) as ScanState);
    source.addEventListener('message', hear);
    source.addEventListener('scan', hear);
    // The browser tries again by itself.
    source.addEventListener('error', () => this.tell(this.heard.state, false));
    return source;
  }
}

const streams = new Map<string, ScanStream>();

function streamOf(place: string): ScanStream {
  const known = streams.get(place) ?? new ScanStream(place);
  streams.set(place, known);
  return known;
}

/** The scan of the repository that is looked at, live. */
export function useScan(): Scan {
  const { place } = useAsked();
  const stream = streamOf(place);
  const heard = useSyncExternalStore(
    stream.look,
    () => stream.heard,
    () => SILENCE,
  );
  return {
    ...heard,
    start: async (scan) => stream.tell(await doDeed(place, 'scan/start', { scan })),
    cancel: async () => stream.tell(await doDeed(place, 'scan/cancel', {})),
  };
}
