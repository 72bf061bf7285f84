import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPlaces, type Places } from '../../src/app/places.ts';
import { DEFAULT_REQUEST } from '../../src/app/request.ts';
import type { Effects } from '../../src/domain/effects.ts';
import { type Served, startServer } from '../../src/http/server.ts';

export interface ServerOptions {
  /** Repositories; a folder without one: nothing to look at but the demonstration. */
  readonly paths: readonly string[];
  /** Folder of the built page, with a slash at its end. */
  readonly assets: string;
  /** Seconds since 1970 by which it goes; the real clock unless given. */
  readonly now?: number;
  /** Where facts rest, unless in the server's own folder, which goes when it is closed. */
  readonly dataDirectory?: string;
}

export interface OpenServer extends Pick<Served, 'port' | 'address' | 'link'> {
  readonly places: Places;
  /** A fresh token. */
  invite(): string;
  /** Spends one, and gives the value of the cookie. */
  letIn(): Promise<string>;
  /** Moves its clock on by so many seconds. */
  wait(seconds: number): void;
  /** Until what it was started on, or the demonstration, has been read. */
  ready(place?: 'here' | 'demo'): Promise<void>;
  close(): Promise<void>;
}

/** The server as `fortnight serve` starts it, in this process, on a free port, saying nothing. */
export async function openServer({ paths, assets, now, dataDirectory }: ServerOptions): Promise<OpenServer> {
  const own = mkdtempSync(join(tmpdir(), 'fortnight-served-'));
  let waited = 0;
  const clock = () => (now ?? Math.floor(Date.now() / 1000)) + waited;
  const silent = { write: () => undefined, isTerminal: false, columns: 80 };
  // Records of a person are never those of whoever runs this.
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', FORTNIGHT_PRIVATE_DIR: join(own, 'private') };
  const effects: Effects = { now: clock, env, cwd: own, stdout: silent, stderr: silent };
  const request = { ...DEFAULT_REQUEST, paths, dataDirectory: dataDirectory ?? own };
  const places = openPlaces({ effects, request });
  const served = await startServer({ places, port: 0, now: clock, assets });
  const { port, address } = served;
  const invite = () => served.link().split('token=')[1] ?? '';
  return {
    port,
    address,
    places,
    link: () => served.link(),
    invite,
    async letIn() {
      const answer = await fetch(`${address}api/enter`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: invite() }),
      });
      return /=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
    },
    wait: (seconds) => {
      waited += seconds;
    },
    async ready(place = 'here') {
      const session = place === 'here' ? places.here : await places.demo();
      while (session.state !== 'ready') {
        if (['failed', 'no-repository'].includes(session.state)) throw new Error(session.error?.message);
        await pause(20);
      }
    },
    async close() {
      await served.close();
      await places.close();
      rmSync(own, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
