import { performance } from 'node:perf_hooks';
import { type OpenServer, openServer } from '../browser/open-server.ts';
import type { Figure } from './table.ts';

/** Windows asked about, each by one question alone: what another question computed for its window is of no help. */
const ROUNDS = 7;
/** The last day a window ends on; each question goes on where the one before it stopped. */
const LAST_DAY = Date.UTC(2024, 11, 16);
const PROMISE = 0.3;
const DAY_MS = 86_400_000;

/**
 * How long the server takes for every question there is: about windows that nobody asked about before, then about the last of
 * them again. What the server prepares when it starts is over by then.
 */
export async function answerTimes(
  history: string,
  dataDirectory: string,
  now: number,
  assets: string,
): Promise<Figure[]> {
  const server = await openServer({ paths: [history], assets, dataDirectory, now });
  try {
    await server.ready();
    while (server.places.here.scan.state === 'running') await new Promise((done) => setTimeout(done, 100));
    await idle();
    return await timeAll(server);
  } finally {
    await server.close();
  }
}

/** Until this process, which the server is in, has little to do. */
async function idle(): Promise<void> {
  for (let busy = Number.POSITIVE_INFINITY; busy > 50_000; ) {
    const before = process.cpuUsage();
    await new Promise((done) => setTimeout(done, 500));
    const { user, system } = process.cpuUsage(before);
    busy = user + system;
  }
}

async function timeAll(server: OpenServer): Promise<Figure[]> {
  const cookie = `fortnight-${server.port}=${await server.letIn()}`;
  const ask = async (path: string): Promise<{ seconds: number; body: unknown }> => {
    const start = performance.now();
    const answer = await fetch(`${server.address}${path.slice(1)}`, { headers: { cookie } });
    const body: unknown = await answer.json();
    if (!answer.ok) throw new Error(JSON.stringify(body).slice(0, 160));
    return { seconds: (performance.now() - start) / 1000, body };
  };
  const description = (await ask('/api/openapi.json')).body as Description;
  const examples = await examplesOf(async (path) => (await ask(`/api/here/${path}`)).body);
  const figures: Figure[] = [];
  let daysBack = 0;
  for (const [path, { get }] of Object.entries(description.paths)) {
    if (get === undefined || !path.startsWith('/api/{place}/') || path.endsWith('/progress')) continue;
    const needed = (get.parameters ?? []).filter(({ in: where, required }) => where === 'query' && required === true);
    const query = needed.map(({ name = '' }) => `&${name}=${encodeURIComponent(examples.get(name) ?? '')}`).join('');
    const address = (day: number) => {
      const until = new Date(LAST_DAY - day * DAY_MS).toISOString().slice(0, 10);
      return `${path.replace('{place}', 'here')}?until=${until}${query}`;
    };
    const what = `asking ${path.replace('/api/{place}/', '')}`;
    try {
      const fresh: number[] = [];
      const kept: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) fresh.push((await ask(address(daysBack++))).seconds);
      for (let round = 0; round < ROUNDS; round += 1) kept.push((await ask(address(daysBack - 1))).seconds);
      const detail = `median of ${ROUNDS} windows never asked; slowest ${ms(Math.max(...fresh))}; asked again ${ms(percentile(kept, 0.5))}`;
      figures.push({ what, value: percentile(fresh, 0.5), unit: 's', under: PROMISE, detail });
    } catch (error) {
      const detail = `failed: ${error instanceof Error ? error.message.replaceAll('|', '/') : error}`;
      figures.push({ what, value: Number.NaN, unit: 's', under: PROMISE, detail });
    }
  }
  return figures;
}

interface Description {
  readonly paths: Readonly<
    Record<
      string,
      { readonly get?: { readonly parameters?: readonly { name?: string; in?: string; required?: boolean }[] } }
    >
  >;
}

/** Something to ask about for each parameter a question cannot do without, taken from other answers. */
async function examplesOf(ask: (path: string) => Promise<unknown>): Promise<ReadonlyMap<string, string>> {
  const gate = JSON.stringify(await ask('measure/gate'));
  const said = (name: string) => new RegExp(`"${name}":"(?!\\(no area\\))([^"]+)"`).exec(gate)?.[1] ?? '';
  const change = /"kind":"change","repository":"([^"]+)","id":"([^"]+)"/.exec(gate);
  const [repository = said('repository'), id = said('id')] = change?.slice(1) ?? [];
  return new Map([
    ['repository', repository],
    ['id', id],
    ['change', id],
    ['area', said('area')],
    ['piece', `change:${repository}:${id}`],
    ['from', '2025-01-06'],
    ['persons', ''],
    ['person', ''],
  ]);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const ms = (seconds: number): string => `${Math.round(seconds * 1000)} ms`;
