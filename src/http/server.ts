import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Places } from '../app/places.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import { createApp } from './app.ts';
import { Door } from './door.ts';
import { headersFor } from './headers.ts';
import { type Refusal, refusal, refusalJson } from './refusal.ts';

export interface ServerOptions {
  readonly places: Places;
  /** The port that is wanted; 0: any. */
  readonly port: number;
  /** How many ports after it are tried when it is taken. */
  readonly others?: number;
  /** Seconds since 1970. */
  readonly now: () => number;
  /** Folder of the built page, with a slash at its end; where the package keeps it unless given. */
  readonly assets?: string;
}

export interface Served {
  readonly port: number;
  /** Without a token: opens a page that says how to be let in. */
  readonly address: string;
  /** An address that lets in whoever opens it first. */
  link(): string;
  /** Lets nobody in any more and hangs up on everybody; at once. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
/** Bytes of a request's head; an address may name fifty people. */
const LARGEST_HEAD = 64 * 1024;
/** Open at once; a browser opens six. What is left of the files this process may open is for reading repositories. */
const MOST_CONNECTIONS = 500;
/** Milliseconds in which somebody who is hung up on can read why. */
const LAST_WORDS = 500;

/** Serves the page and its questions on this machine alone. */
export async function startServer({ places, port, others = 0, now, assets }: ServerOptions): Promise<Served> {
  const door = new Door(now);
  let bound = port;
  const app = createApp({ places, door, port: () => bound, assets });
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler: () => inWords(refusal(400, 'bad-request', 'The request cannot be understood.')),
  });
  const server = createServer(
    {
      maxHeaderSize: LARGEST_HEAD,
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      connectionsCheckingInterval: 5000,
      requireHostHeader: false,
    },
    listener,
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => hangUp(error, socket as Socket));
  bound = await listen(server, port, others);
  const address = `http://${HOST}:${bound}/`;
  return {
    port: bound,
    address,
    link: () => `${address}#token=${door.invite()}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Listens on the first of some ports that is free; says which. */
async function listen(server: Server, first: number, others: number): Promise<number> {
  for (let port = first; ; port += 1) {
    try {
      return await new Promise<number>((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, host: HOST, exclusive: true }, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isLast = first === 0 || port >= Math.min(first + others, 65_535);
      if (code === 'EADDRINUSE' && !isLast) continue;
      throw cannotListen(code, first, port, error);
    }
  }
}

function cannotListen(code: string | undefined, first: number, last: number, cause: unknown): FortnightError {
  const ports = first === last ? `Port ${first}` : `Every port from ${first} to ${last}`;
  const why =
    code === 'EADDRINUSE' ? 'is taken' : code === 'EACCES' ? 'may not be used by you' : `cannot be used (${code})`;
  return new FortnightError('no-port', `${ports} ${why}.`, {
    hint: 'Give another one with --port, or --port 0 for any.',
    exitCode: EXIT.failure,
    cause,
  });
}

function inWords(no: Refusal): Response {
  return new Response(refusalJson(no), {
    status: no.status,
    headers: {
      ...headersFor('/api', no.status),
      'content-type': 'application/json; charset=utf-8',
      connection: 'close',
    },
  });
}

/** What is no HTTP, or far too much of it, is told so before it is hung up on. */
function hangUp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const no = whyHungUp(error.code);
  const body = refusalJson(no);
  const headers = {
    ...headersFor('/api', no.status),
    'content-type': 'application/json; charset=utf-8',
    connection: 'close',
  };
  const lines = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)) });
  socket.end(
    `HTTP/1.1 ${no.status} ${STATUS_CODES[no.status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
  // Its own end of the line may be held open for ever.
  setTimeout(() => socket.destroy(), LAST_WORDS).unref();
}

function whyHungUp(code: string | undefined): Refusal {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return refusal(431, 'large-head', 'The address or the headers are too long.', 'Name fewer people.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return refusal(408, 'late-request', 'The request did not arrive in time.', 'Ask again.');
    default:
      return refusal(400, 'bad-request', 'The request cannot be understood.');
  }
}
