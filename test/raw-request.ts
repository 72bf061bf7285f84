import { connect } from 'node:net';

/** What came back over the wire. */
export interface RawAnswer {
  readonly status: number;
  /** Names in small letters; a name that stands twice has its values joined by a comma. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export interface RawRequest {
  readonly method?: string;
  /** As it stands in the first line: a path, an absolute address, anything. */
  readonly target?: string;
  readonly version?: '1.0' | '1.1';
  /** As they stand, in order: none is added but `Connection: close` and the length of a body. */
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  /** The body so far, once it contains this, is all that is waited for: a stream has no end. */
  readonly until?: string;
}

/** Sends bytes to a port of this machine and reads the answer: what `fetch` refuses to say (`Host`) can be said. */
export async function rawRequest(port: number, request: RawRequest): Promise<RawAnswer> {
  const { method = 'GET', target = '/', version = '1.1', headers = [], body = '', until } = request;
  const lines = [
    `${method} ${target} HTTP/${version}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    'Connection: close',
  ];
  return await new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`));
    const finish = () => {
      socket.destroy();
      try {
        resolve(parse(Buffer.concat(pieces).toString('latin1')));
      } catch (error) {
        reject(error);
      }
    };
    socket.setTimeout(15_000, () => reject(new Error(`no answer to ${lines[0]}`)));
    socket.on('data', (piece) => {
      pieces.push(piece);
      if (until !== undefined && Buffer.concat(pieces).includes(until)) finish();
    });
    socket.on('error', reject);
    socket.on('end', finish);
  });
}

function parse(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1]);
  if (!Number.isInteger(status)) throw new Error(`no answer of HTTP: ${text.slice(0, 80)}`);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
  }
  return { status, headers, body: rest.join('\r\n\r\n') };
}
