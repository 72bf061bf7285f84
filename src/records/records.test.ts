import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryFolder } from '../../test/memory-folder.ts';
import { decisionKind } from '../domain/records/decision.ts';
import { delegationKind } from '../domain/records/delegation.ts';
import { journalKind } from '../domain/records/journal.ts';
import { checkRecord, isPrivateRecord } from './check.ts';
import { dueDays } from './due.ts';
import { printRecord, readRecord } from './record-file.ts';
import { recordName, slugOf } from './record-name.ts';
import { openRecords } from './records.ts';

const today = '2026-02-28';
const journal = (texts: Readonly<Record<string, string>> = {}) =>
  openRecords(journalKind, memoryFolder(texts), { today, pathOf: (name) => `journal/${name}` });
const entry = (fields: string, body = '# Asked why\n') => `---\nfortnight: journal\n${fields}---\n\n${body}`;

describe('records', () => {
  it('are written by name and day, found by the beginning of either, listed newest first', async () => {
    const records = journal({ '20250101-older.md': entry('status: held\n') });
    const made = await records.create({ title: 'Asked why: it saved a week', fields: { claim: 'it holds', sure: 70 } });
    expect(made).toMatchObject({
      id: '20260228-asked-why-it-saved-a-week',
      status: 'open',
      isOpen: true,
      problems: [],
    });
    expect(made.text).toBe(
      '---\nfortnight: journal\nstatus: open\nclaim: it holds\nsure: 70\n---\n\n# Asked why: it saved a week\n',
    );
    expect((await records.list()).map(({ id }) => id)).toEqual([made.id, '20250101-older']);
    for (const name of [made.id, `${made.id}.md`, '2026', 'asked', '20260228-ASKED']) {
      expect((await records.get(name)).id, name).toBe(made.id);
    }
    await expect(records.get('20')).rejects.toMatchObject({ code: 'ambiguous-record', exitCode: 2 });
    for (const name of ['none', '', '../20250101-older', 'journal/20250101-older']) {
      await expect(records.get(name), name).rejects.toMatchObject({ code: 'no-such-record', exitCode: 2 });
    }
  });

  it('keep on a change what nobody asked to change', async () => {
    const text = entry('status: open   # for now\nmine: kept\nsure: 70\n', '# Asked why\n\nprose\n\n## Mine\n\nkept\n');
    const records = journal({ '20250101-a.md': text });
    const after = await records.save(await records.get('2025'), {
      fields: { status: 'held', sure: null },
      sections: { 'What happened': 'It held.' },
    });
    expect(after.text).toBe(
      '---\nfortnight: journal\nstatus: held   # for now\nmine: kept\n---\n\n# Asked why\n\nprose\n\n## Mine\n\nkept\n\n## What happened\n\nIt held.\n',
    );
  });

  it('are not written when they say the same already, nor over what was saved meanwhile', async () => {
    const records = journal({ '20250101-a.md': entry('status: open\n') });
    const read = await records.get('2025');
    const same = await records.save(read, { fields: { status: 'open' }, title: 'Asked why' });
    expect(same).toEqual(read);
    await records.save(read, { title: 'Other' });
    await expect(records.save(read, { title: 'Third' })).rejects.toMatchObject({ code: 'record-changed' });
    await expect(records.save(read, {})).rejects.toMatchObject({ code: 'record-changed' });
    expect((await records.get('2025')).title).toBe('Other');
  });

  it('say which key is wrong and what may stand there', async () => {
    const records = journal();
    const wrong = { code: 'invalid-record', exitCode: 2 };
    const create = (fields: object) => records.create({ title: 'A', fields });
    await expect(create({ sure: 100 })).rejects.toMatchObject({ ...wrong, message: expect.stringContaining('sure') });
    await expect(create({ status: 'gone' })).rejects.toMatchObject({ hint: expect.stringContaining('unknowable') });
    await expect(create({ 'check-on': 'soon' })).rejects.toMatchObject(wrong);
    await expect(create({ other: 'x' })).rejects.toMatchObject({ ...wrong, hint: expect.stringContaining('claim') });
    await expect(create({ __proto__: null, constructor: 'x' })).rejects.toMatchObject(wrong);
    await expect(records.create({ title: ' \n', fields: {} })).rejects.toMatchObject(wrong);
    expect(await records.list()).toEqual([]);
  });

  it('come back as they were given, whatever was typed', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((one) => one.trim() === one && !/[\n\r]/.test(one));
    const day = fc.constantFrom('2026-02-28', '2024-12-31');
    const fields = fc.record(
      {
        to: text,
        due: day,
        level: fc.constantFrom('tell', 'delegate'),
        paths: fc.array(text, { maxLength: 4 }),
        'check-ins': fc.array(fc.record({ on: day, held: day, note: text }, { requiredKeys: ['on'] }), {
          maxLength: 4,
        }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(text, fields, fc.constantFrom('active', 'done'), (title, given, status) => {
        const printed = printRecord(delegationKind, { title, fields: { ...given, status } });
        const read = readRecord(delegationKind, { name: 'a.md', text: printed, version: '1' }, (name) => name);
        expect(read.problems).toEqual([]);
        expect(read.fields).toEqual({ ...given, status });
      }),
    );
  });

  it('written by hand are read as they were meant, and told where they cannot be', () => {
    const read = (text: string) =>
      readRecord(journalKind, { name: '20250101-a.md', text, version: '1' }, (name) => name);
    expect(read(entry('status: held\nrepository: 0012\nevidence: src/a.ts\nbeneficiary:\n')).fields).toEqual({
      status: 'held',
      repository: '0012',
      evidence: ['src/a.ts'],
    });
    const bad = read('---\nstatus: won\nsure: often\nother: x\n---\ntext\n');
    expect(bad).toMatchObject({ title: '20250101-a', status: null, isOpen: false, fields: {} });
    expect(checkRecord(journalKind, bad).map(({ line, key }) => [line, key])).toEqual([
      [1, 'fortnight'],
      [2, 'status'],
      [3, 'sure'],
    ]);
    expect(read('no front matter').problems).toEqual([
      { line: 1, key: 'status', message: expect.stringContaining('held, failed') },
    ]);
    expect(isPrivateRecord(entry(''), [journalKind])).toBe(true);
    expect(isPrivateRecord('# A\n\nfortnight: journal\n', [journalKind])).toBe(false);
  });

  it('of a team are read in the dialect they are written in', () => {
    const text = '# 7. Use Parquet\n\nDate: 2024-05-06\n\n## Status\n\nAccepted\n\n## Context\n\nBecause.\n';
    const read = readRecord(decisionKind, { name: '0007-use-parquet.md', text, version: '1' }, (name) => `adr/${name}`);
    expect(read).toMatchObject({
      title: 'Use Parquet',
      status: 'accepted',
      isOpen: false,
      path: 'adr/0007-use-parquet.md',
      problems: [],
    });
    expect(read.fields).toMatchObject({ status: 'accepted', date: '2024-05-06' });
  });
});

describe('the name of a new record', () => {
  it('is its day and its words, or the next number where the folder counts', () => {
    const name = (names: readonly string[], taken: readonly number[] = []) =>
      recordName('Use Ünïcode!', { today, names, taken });
    expect(name([])).toBe('20260228-use-unicode');
    expect(name(['20250101-a.md', '20250102-b.md'])).toBe('20260228-use-unicode');
    expect(name(['0001-a.md', '0007-b.md', 'notes.md'])).toBe('0008-use-unicode');
    expect(name(['0001-a.md'], [4, 12])).toBe('0013-use-unicode');
    expect(name(['adr-007-a.md', 'adr-003-b.md'])).toBe('adr-008-use-unicode');
  });

  it('is a name on every system, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const slug = slugOf(title);
        expect(slug).toMatch(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u);
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe('a day of a record', () => {
  it('is due from that day on, while the record is open', async () => {
    const records = journal({
      '20250101-a.md': entry('status: open\ncheck-on: 2026-02-28\n'),
      '20250102-b.md': entry('status: open\ncheck-on: 2026-03-01\n'),
      '20250103-c.md': entry('status: held\ncheck-on: 2026-01-01\n'),
      '20250104-d.md': entry('status: open\ncheck-on: 2026-01-01\n'),
    });
    const due = dueDays(journalKind, await records.list(), today);
    expect(due.map(({ entry: { id }, day, asks }) => [id, day, asks])).toEqual([
      ['20250104-d', '2026-01-01', journalKind.days[0]?.asks],
      ['20250101-a', '2026-02-28', journalKind.days[0]?.asks],
    ]);
  });
});
