import { performance } from 'node:perf_hooks';
import { type OpenServer, openServer } from '../browser/open-server.ts';
import type { Figure } from './table.ts';

/** Different days to ask about, so that no answer is one that was kept. */
const ROUNDS = 7;
const PROMISE = 0.3;

/** How long the server takes for every question there is, each about another day, then the same again. */
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
    return await timeAll(server);
  } finally {
    await server.close();
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
  for (const [path, { get }] of Object.entries(description.paths)) {
    if (get === undefined || !path.startsWith('/api/{place}/') || path.endsWith('/progress')) continue;
    const needed = (get.parameters ?? []).filter(({ in: where, required }) => where === 'query' && required === true);
    const query = needed.map(({ name = '' }) => `&${name}=${encodeURIComponent(examples.get(name) ?? '')}`).join('');
    const address = (day: number) => `${path.replace('{place}', 'here')}?until=2024-12-${10 + day}${query}`;
    const what = `asking ${path.replace('/api/{place}/', '')}`;
    try {
      const fresh: number[] = [];
      const kept: number[] = [];
      for (let day = 0; day < ROUNDS; day += 1) fresh.push((await ask(address(day))).seconds);
      for (let day = 0; day < ROUNDS; day += 1) kept.push((await ask(address(ROUNDS - 1))).seconds);
      const detail = `median of ${ROUNDS} days; 95th percentile ${ms(percentile(fresh, 0.95))}; again ${ms(percentile(kept, 0.5))}`;
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
