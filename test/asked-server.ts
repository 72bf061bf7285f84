import { readdirSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { type OpenServer, openServer } from '../scripts/browser/open-server.ts';
import { cookieName } from '../src/http/guard.ts';
import { builtPage } from './built-page.ts';
import { TEAM_NOW, teamRepository } from './team-repository.ts';

/** Stands in every answer that tells of the repository, and in nothing else. */
export const NAME = 'engine';

export type Headers = Readonly<Record<string, string | null>>;
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A server of a small team, and somebody who asks it whatever they like. */
export interface AskedServer {
  readonly server: OpenServer;
  /** A script of the page. */
  readonly asset: string;
  /** What who was let in was given. */
  readonly cookie: string;
  /** The headers of who was let in. */
  own(): { readonly host: string; readonly cookie: string };
  /** A request whose every header is as given; `null` leaves one out. The body of a stream is read until its first event. */
  send(method: string, path: string, headers: Headers, body?: string): Promise<Answer>;
  close(): Promise<void>;
}

export async function askedServer(): Promise<AskedServer> {
  const assets = await builtPage();
  const server = await openServer({ paths: [teamRepository()], now: TEAM_NOW, assets });
  await server.ready();
  const cookie = await server.letIn();
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    server,
    cookie,
    asset: `/assets/${readdirSync(`${assets}assets`).find((name) => name.endsWith('.js'))}`,
    own: () => ({ host: `127.0.0.1:${server.port}`, cookie: `${cookieName(server.port)}=${cookie}` }),
    send: (method, path, headers, body = '') =>
      new Promise((resolve, reject) => {
        const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
        const to = { host: '127.0.0.1', port: server.port, method, path, agent, setHost: false };
        const outgoing = httpRequest({ ...to, headers: Object.fromEntries(given) }, (incoming) => {
          let text = '';
          const done = () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text });
          incoming.setEncoding('utf8');
          incoming.on('data', (piece: string) => {
            text += piece;
            if (!isStream(incoming.headers['content-type'])) return;
            done();
            incoming.destroy();
          });
          incoming.on('end', done);
        });
        outgoing.on('error', reject);
        outgoing.end(body);
      }),
    async close() {
      agent.destroy();
      await server.close();
    },
  };
}

export const isStream = (type: string | undefined): boolean => type?.startsWith('text/event-stream') === true;
