import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Session } from './session.ts';

let session: Session;
beforeEach(async () => {
  session = await Session.open({ threads: 1, memoryMiB: 256 });
});
afterEach(() => session.close());

describe('a session', () => {
  it('gives back every text as it was put in', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        "'; DROP TABLE people; --",
        '"',
        '\\',
        '\\u0000',
        '\u001b[31m',
        '\u202e',
        '$name',
        '?1',
        '%_',
        '\n\t\r',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 1, maxLength: 20 }), async (texts) => {
        await session.run('DROP TABLE IF EXISTS texts');
        await session.scratch(
          'texts',
          { place: 'integer', value: 'text' },
          texts.map((text, i) => [i, text]),
        );
        const rows = await session.query<{ value: string }>('SELECT value FROM texts ORDER BY place');
        expect(rows.map(({ value }) => value)).toEqual(texts);
        const [text = ''] = texts;
        expect(await session.query('SELECT $text AS same', { text })).toEqual([{ same: text }]);
      }),
      { numRuns: 60 },
    );
  });

  it('holds texts of a megabyte, and many of them', async () => {
    const long = 'ü'.repeat(2 ** 20);
    const values = Array.from({ length: 12 }, (_, i) => [`${i}${long}`]);
    await session.scratch('texts', { value: 'text' }, values);
    expect(await session.query('SELECT count(*) AS n, min(length(value)) AS shortest FROM texts')).toEqual([
      { n: 12, shortest: 2 ** 20 + 1 },
    ]);
  });

  it('shows half a character as the sign for an unreadable one', async () => {
    expect(await session.query('SELECT $text AS text', { text: 'a\ud800b' })).toEqual([{ text: 'a\ufffdb' }]);
  });

  it('gives numbers of every width, moments, lists and structs as plain values', async () => {
    expect(
      await session.query(`SELECT 3::BIGINT AS big, sum(x) AS huge, 1.25 AS decimal, to_timestamp(7) AS moment,
                           [1::BIGINT, NULL] AS list, {a: 2::BIGINT} AS struct, NULL AS nothing, true AS yes
                           FROM (VALUES (4000000000), (4000000000)) AS t(x)`),
    ).toEqual([
      {
        big: 3,
        huge: 8_000_000_000,
        decimal: 1.25,
        moment: 7,
        list: [1, null],
        struct: { a: 2 },
        nothing: null,
        yes: true,
      },
    ]);
  });

  it('takes rows by column name, and stores what does not fit as unknown where it may be', async () => {
    await session.insert('releases', [
      { repository: 'r', name: 'v1', commit_id: 'c', released_at: 2 ** 60, releaser: null, is_prerelease: false },
    ]);
    expect(await session.query('SELECT name, released_at, is_prerelease FROM releases')).toEqual([
      { name: 'v1', released_at: null, is_prerelease: false },
    ]);
    await expect(
      session.insert('areas', [{ repository: 'r', area: 'a', source: 's', files: 2 ** 31 }]),
    ).rejects.toThrow(/files/);
  });

  it('says which parameter is missing', async () => {
    await expect(session.query('SELECT $until', { since: 1 })).rejects.toThrow('$until');
  });

  it('answers questions that are asked at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => session.query('SELECT $i + 1 AS next', { i })),
    );
    expect(answers).toEqual(Array.from({ length: 20 }, (_, i) => [{ next: i + 1 }]));
  });

  it('reaches no file outside its folders once confined, and cannot be let out', async () => {
    const folder = await mkdtemp(join(tmpdir(), "fortnight session [x] 'y' "));
    try {
      await writeFile(join(folder, 'in.csv'), 'a\n1\n');
      await session.confine([join(folder, 'inside')]);
      await expect(session.query(`SELECT * FROM read_text('/etc/hostname')`)).rejects.toThrow(/Permission Error/);
      await expect(session.query('SELECT * FROM read_text($file)', { file: join(folder, 'in.csv') })).rejects.toThrow(
        /Permission Error/,
      );
      await expect(session.run(`COPY (SELECT 1) TO '/tmp/fortnight-escaped.csv'`)).rejects.toThrow(/Permission Error/);
      await expect(session.run(`SET enable_external_access = true`)).rejects.toThrow();
      await expect(session.run('INSTALL httpfs')).rejects.toThrow();
      await expect(session.run('LOAD httpfs')).rejects.toThrow();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
