import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell, Columns } from './columns.ts';
import { parquetSource } from './parquet.ts';
import { Run } from './run.ts';
import { Session } from './session.ts';

const COLUMNS = {
  text: { type: 'text', doc: '' },
  maybe_text: { type: 'text', nullable: true, doc: '' },
  integer: { type: 'integer', doc: '' },
  maybe_integer: { type: 'integer', nullable: true, doc: '' },
  maybe_bigint: { type: 'bigint', nullable: true, doc: '' },
  double: { type: 'double', doc: '' },
  boolean: { type: 'boolean', doc: '' },
  maybe_boolean: { type: 'boolean', nullable: true, doc: '' },
  texts: { type: 'text[]', doc: '' },
} as const satisfies Columns;

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const integer = fc.integer();
const row = fc.record({
  text,
  maybe_text: fc.option(text),
  integer,
  maybe_integer: fc.option(integer),
  maybe_bigint: fc.option(fc.maxSafeInteger()),
  double: fc.double({ noNaN: true }),
  boolean: fc.boolean(),
  maybe_boolean: fc.option(fc.boolean()),
  texts: fc.array(text, { maxLength: 4 }),
});

let folder: string;
let session: Session;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fortnight-run-'));
  session = await Session.open();
});
afterAll(async () => {
  session.close();
  await rm(folder, { recursive: true, force: true });
});

async function readBack(rows: readonly Readonly<Record<string, Cell>>[], columns: Columns = COLUMNS) {
  const run = new Run(columns);
  for (const one of rows) run.add(one);
  // Under a new name each time: the engine remembers files.
  const file = join(folder, `run-${count++}.parquet`);
  await writeFile(file, run.encode());
  return await session.query<Record<string, unknown>>(`SELECT * FROM ${parquetSource([file])}`);
}

describe('a run', () => {
  it('is read by the engine as it was filled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        expect(await readBack(rows)).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps texts that repeat and texts that do not', async () => {
    const columns = { often: COLUMNS.text, once: COLUMNS.text, seldom: COLUMNS.text } as const;
    const rows = Array.from({ length: 16_384 }, (_, n) => ({
      often: `${n % 3}`,
      once: `${n} ∞`,
      seldom: `${n - (n % 100 === 0 ? 1 : 0)}`,
    }));
    expect(await readBack(rows, columns)).toEqual(rows);
  });

  it('is full by its rows or by its texts', () => {
    const columns = { text: COLUMNS.text } as const;
    const filled = (value: string) => {
      const run = new Run(columns);
      while (!run.isFull) run.add({ text: value });
      return run.rows;
    };
    expect(filled('a')).toBe(16_384);
    expect(filled('a'.repeat(2 ** 20))).toBe(9);
  });

  it('refuses what a column cannot hold', () => {
    const add = (cells: Record<string, Cell>) => () => new Run({ n: COLUMNS.integer, t: COLUMNS.text }).add(cells);
    expect(add({ n: 1.5, t: '' })).toThrow(/1.5 is no integer for column n/);
    expect(add({ n: 1, t: null })).toThrow(/null is no text for column t/);
  });
});
