import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  collect,
  headFilesOf,
  idOf,
  type LiteralCommit,
  type LiteralHistory,
  longHistory,
} from '../../test/literal-facts.ts';
import { FACTS_VERSION } from '../domain/tables.ts';
import { CRASH_STEPS } from './durable.ts';
import type { Manifest } from './manifest.ts';
import { VanishedParts } from './merge.ts';
import { PreviousFacts, readFacts } from './previous.ts';
import { openWorkbench } from './raw.ts';
import { ScanWriter } from './scan-writer.ts';

const folders: string[] = [];
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'fortnight-store-'));
  folders.push(path);
  return path;
}
afterEach(async () => {
  for (const path of folders.splice(0)) await rm(path, { recursive: true, force: true });
});

/** Scans a history; `before` is what the scan before it saw. */
async function scan(
  directory: string,
  history: LiteralHistory,
  before: LiteralHistory | null = null,
  backwards = false,
): Promise<Manifest> {
  const writer = await ScanWriter.open(directory, await readFacts(directory));
  try {
    return await writer.finish(await collect(history, writer, { before, backwards }));
  } finally {
    await writer.close();
  }
}

/** The manifest's bytes; as it names parts by their content, equal manifests are equal facts. */
function facts(directory: string): Promise<string> {
  return readFile(join(directory, 'manifest.json'), 'utf8');
}

async function rows(directory: string, manifest: Manifest, sql: string): Promise<object[]> {
  const session = await openWorkbench([{ name: 'repo', directory, manifest }]);
  try {
    return await session.query(sql);
  } finally {
    session.close();
  }
}

const commit = (name: string, time: number | null, further: Partial<LiteralCommit> = {}): LiteralCommit => ({
  name,
  time,
  paths: [`${name}.ts`],
  ...further,
});
const Q1_2020 = 1_577_900_000;
const Q2_2020 = 1_586_000_000;
const Q3_2020 = 1_594_000_000;

describe('scanned facts', () => {
  it('are what the collector gave', async () => {
    const directory = await folder();
    const history = {
      commits: [
        commit('first', Q1_2020, { subject: 'Begin', trailers: [['reviewed-by', 'Grace <grace@example.org>']] }),
        commit('second', null),
      ],
    };
    const manifest = await scan(directory, history);
    expect(await rows(directory, manifest, 'SELECT * FROM raw_trailers')).toEqual([
      {
        repository: 'repo',
        commit_id: idOf('first'),
        position: 0,
        token: 'reviewed-by',
        value: 'Grace <grace@example.org>',
      },
    ]);
    expect(
      await rows(directory, manifest, 'SELECT id, parents, subject, committer_time FROM raw_commits ORDER BY subject'),
    ).toEqual([
      { id: idOf('first'), parents: [], subject: 'Begin', committer_time: Q1_2020 },
      { id: idOf('second'), parents: [], subject: 'Subject of second', committer_time: null },
    ]);
    expect(await rows(directory, manifest, 'SELECT path FROM raw_head_files ORDER BY path')).toEqual([
      { path: 'first.ts' },
      { path: 'second.ts' },
    ]);
    expect(await rows(directory, manifest, 'SELECT * FROM raw_documents')).toEqual([]);
  });

  it('of an empty repository are empty tables', async () => {
    const directory = await folder();
    const manifest = await scan(directory, { commits: [] });
    for (const table of ['commits', 'trailers', 'file_changes', 'landings', 'head_files', 'documents']) {
      expect(await rows(directory, manifest, `SELECT * FROM raw_${table}`)).toEqual([]);
    }
    expect(manifest.head).toBeNull();
  });

  it('rest by quarter, with places of their own for absurd and unknown times', async () => {
    const directory = await folder();
    const times = [Q1_2020, Q2_2020, -5, 631_151_999, 4_102_444_800, null];
    const manifest = await scan(directory, { commits: times.map((time, i) => commit(`c${i}`, time)) });
    const partitions = manifest.parts.commits.map(({ partition, rows }) => [partition, rows]);
    expect(partitions.sort()).toEqual([
      ['2020q1', 1],
      ['2020q2', 1],
      ['after-2100', 1],
      ['before-1990', 2],
      ['unknown', 1],
    ]);
  });

  it('of a later scan share the parts of untouched quarters', async () => {
    const directory = await folder();
    const before = { commits: [commit('a', Q1_2020), commit('b', Q2_2020)] };
    const first = await scan(directory, before);
    const second = await scan(directory, { commits: [...before.commits, commit('c', Q2_2020 + 60)] }, before);
    const part = (manifest: Manifest, partition: string) =>
      manifest.parts.file_changes.find((candidate) => candidate.partition === partition)?.file;
    expect(part(second, '2020q1')).toBe(part(first, '2020q1'));
    expect(part(second, '2020q2')).not.toBe(part(first, '2020q2'));
  });

  it('do not depend on the order in which rows came', async () => {
    const [one, other] = [await folder(), await folder()];
    const history = longHistory(500);
    await scan(one, history);
    await scan(other, history, null, true);
    expect(await facts(other)).toBe(await facts(one));
  });

  it('are the same bytes when there are too many rows for memory', async () => {
    const [atOnce, inSteps] = [await folder(), await folder()];
    const history = longHistory(40_000, 3_000);
    const before = { commits: history.commits.slice(0, 20_000) };
    await scan(atOnce, history, null, true);
    await scan(inSteps, before);
    const manifest = await scan(inSteps, history, before);
    expect(await facts(inSteps)).toBe(await facts(atOnce));
    expect(await rows(inSteps, manifest, 'SELECT count(*) AS n FROM raw_file_changes')).toEqual([{ n: 80_000 }]);
  });

  it('by increments are byte for byte those of a full scan, whatever happened in between', async () => {
    const time = fc.oneof(
      fc.integer({ min: Q1_2020, max: Q3_2020 }),
      fc.constantFrom(null, -1, 2 ** 33, Q1_2020, Q2_2020),
    );
    const commits = fc.uniqueArray(
      fc.record({
        name: fc.integer({ min: 0, max: 40 }).map((n) => `commit ${n}`),
        time: fc.constant(null),
        paths: fc.uniqueArray(fc.constantFrom('a.ts', 'b.ts', 'ä "quoted"', "it's"), { maxLength: 3 }),
      }),
      { selector: ({ name }) => name, maxLength: 12 },
    );
    // The same name is the same commit, with one time in every history.
    const times = fc.array(time, { minLength: 41, maxLength: 41 });
    await fc.assert(
      fc.asyncProperty(fc.array(commits, { minLength: 1, maxLength: 4 }), times, async (states, clock) => {
        const seen = new Map<string, LiteralCommit>();
        const histories = states.map((state) => ({
          commits: state.map((given): LiteralCommit => {
            const known = seen.get(given.name) ?? { ...given, time: clock[Number(given.name.slice(7))] ?? null };
            seen.set(given.name, known);
            return known;
          }),
        }));
        const [full, stepwise] = [await folder(), await folder()];
        let before: LiteralHistory | null = null;
        for (const history of histories) {
          await scan(stepwise, history, before);
          before = history;
        }
        await scan(full, histories.at(-1) as LiteralHistory);
        expect(await facts(stepwise)).toBe(await facts(full));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a later scan', () => {
  const before = { commits: [commit('a', Q1_2020), commit('b', Q2_2020), commit('c', Q3_2020)] };
  const after = { commits: [...before.commits, commit('d', Q3_2020 + 60)] };

  it('is told of the last one what it needs', async () => {
    const directory = await folder();
    const previous = new PreviousFacts(directory, await scan(directory, before));
    expect(previous.head).toBe(idOf('c'));
    expect(previous.headPosition).toBe(2);
    expect(await previous.known('commits', [idOf('a'), idOf('z')])).toEqual(new Set([idOf('a')]));
    expect(await previous.known('landings', [idOf('b')])).toEqual(new Set([idOf('b')]));
    expect(await previous.known('landings', [])).toEqual(new Set());
    expect([...(await previous.contents())].sort()).toEqual(
      headFilesOf(before).map(({ path, kind: _, ...content }) => [path, content]),
    );
    await previous.close();
  });

  it('refuses to build upon a part whose bytes have changed', async () => {
    const directory = await folder();
    const manifest = await scan(directory, before);
    const part = manifest.parts.commits.find(({ partition }) => partition === '2020q3');
    const path = join(directory, 'parts', part?.file ?? '');
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    await writeFile(path, bytes);
    await expect(scan(directory, after, before)).rejects.toThrow(VanishedParts);
  });

  it('finds no facts where a part is cut short or gone', async () => {
    for (const harm of [(path: string) => truncate(path, 10), (path: string) => rm(path)]) {
      const directory = await folder();
      const manifest = await scan(directory, before);
      await harm(join(directory, 'parts', manifest.parts.landings[0]?.file ?? ''));
      expect(await readFacts(directory)).toBeNull();
    }
  });

  it('finds no facts where the manifest is damaged, foreign or of another version', async () => {
    const directory = await folder();
    await scan(directory, before);
    const good = await facts(directory);
    const escaping = good.replace(/commits-2020q1/, '../../commits-2020q1');
    for (const bad of [
      '',
      '{',
      'null',
      '[]',
      good.slice(0, 200),
      good.replace(`"version": ${FACTS_VERSION}`, '"version": 0'),
      escaping,
    ]) {
      await writeFile(join(directory, 'manifest.json'), bad);
      expect(await readFacts(directory)).toBeNull();
    }
    await writeFile(join(directory, 'manifest.json'), good);
    expect(await readFacts(directory)).not.toBeNull();
  });

  it('leaves old parts to those who still read them, and removes them after a time of grace', async () => {
    const directory = await folder();
    const first = await scan(directory, before);
    await scan(directory, after, before);
    expect(await rows(directory, first, 'SELECT count(*) AS n FROM raw_commits')).toEqual([{ n: 3 }]);
    const old = new Date(Date.now() - 2 * 3600 * 1000);
    const parts = join(directory, 'parts');
    for (const name of await readdir(parts)) await utimes(join(parts, name), old, old);
    const third = await scan(directory, after, after);
    const named = Object.values(third.parts).flatMap((list) => list.map(({ file }) => file));
    expect((await readdir(parts)).sort()).toEqual(named.sort());
  });

  it('clears away what killed scans left, and nothing of those at work', async () => {
    const directory = await folder();
    const atWork = await ScanWriter.open(directory, null);
    const staging = join(directory, 'staging');
    const [mine = ''] = await readdir(staging);
    const [machine, pid] = mine.split('-');
    // No process has so large an id.
    const killed = join(staging, `${machine}-4194999-1-000000000000`);
    // The id of the killed one was given to another process, which was started at another time.
    const followed = join(staging, `${machine}-${pid}-1-000000000000`);
    const elsewhere = join(staging, '000000000000-1-1-000000000000');
    for (const path of [killed, followed, elsewhere]) await writeFile(path, '');
    await scan(directory, before);
    expect((await readdir(staging)).sort()).toEqual(['000000000000-1-1-000000000000', mine].sort());
    const long = new Date(Date.now() - 25 * 3600 * 1000);
    await utimes(elsewhere, long, long);
    await scan(directory, before);
    expect(await readdir(staging)).toEqual([mine]);
    await atWork.close();
    expect(await readdir(staging)).toEqual([]);
  });

  it('may run beside another: the last to finish is what is read, and it is complete', async () => {
    const directory = await folder();
    await scan(directory, before);
    const [one, other] = [await folder(), await folder()];
    await scan(one, after);
    await scan(other, before);
    const writers = [
      await ScanWriter.open(directory, await readFacts(directory)),
      await ScanWriter.open(directory, await readFacts(directory)),
    ] as const;
    const outcomes = [
      await collect(after, writers[0], { before }),
      await collect(before, writers[1], { before }),
    ] as const;
    await writers[0].finish(outcomes[0]);
    expect(await facts(directory)).toBe(await facts(one));
    await writers[1].finish(outcomes[1]);
    expect(await facts(directory)).toBe(await facts(other));
    expect(await readFacts(directory)).not.toBeNull();
    for (const writer of writers) await writer.close();
  });

  it('passes every point at which a test may kill it', async () => {
    const directory = await folder();
    const passed: string[] = [];
    const writer = await ScanWriter.open(directory, null, (step) => passed.push(step));
    await writer.finish(await collect(before, writer));
    await writer.close();
    expect([...new Set(passed)]).toEqual(CRASH_STEPS.filter((step) => !step.startsWith('derived')));
  });

  it('keeps everything to its owner', async () => {
    const directory = await folder();
    await scan(directory, before);
    for (const name of ['parts', 'staging']) expect((await stat(join(directory, name))).mode & 0o077).toBe(0);
    expect((await stat(join(directory, 'manifest.json'))).mode & 0o077).toBe(0);
  });
});
