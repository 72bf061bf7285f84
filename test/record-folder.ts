import { describe, expect, it } from 'vitest';
import type { RecordFolder } from '../src/domain/records/record-folder.ts';

/** Names that lead elsewhere on one system or another, or are another file there. */
export const UNSAFE_NAMES = [
  ...[
    '../a.md',
    'a/../../b.md',
    '..',
    './a.md',
    '/etc/a.md',
    '//a/b.md',
    'a//b.md',
    'a/',
    '',
    '.md',
    '.hidden.md',
    'a/.git/b.md',
  ],
  ...[
    'C:\\a.md',
    'C:a.md',
    '\\\\server\\share\\a.md',
    'a\\..\\b.md',
    'a\\b.md',
    'a:stream.md',
    'a.md:stream',
    'a.md::$DATA',
  ],
  ...['CON.md', 'con.md', 'aux.md', 'NUL.tar.md', 'com1.md', 'LPT9.md', 'a/prn.md', 'conin$.md', 'com¹.md'],
  ...['a./b.md', 'a /b.md', ' a.md', 'a.md.', 'a.md ', 'a?.md', 'a*.md', 'a<b.md', 'a|b.md', 'a"b.md', 'a.txt', 'a'],
  ...[
    'a\u0000.md',
    'a\n.md',
    'a\u001b[31m.md',
    'a\u007f.md',
    'a\u202e.md',
    '\ud800.md',
    `${'a'.repeat(300)}.md`,
    `${'é'.repeat(120)}.md`,
  ],
  `${'a/'.repeat(20)}b.md`,
];

/** What every folder of records keeps, whatever it is made of. */
export function describeRecordFolder(what: string, make: () => Promise<RecordFolder>): void {
  describe(`records ${what}`, () => {
    it('come back as they were written, byte for byte, with a version of their own', async () => {
      const folder = await make();
      expect(await folder.list()).toEqual({ texts: [], unreadable: [] });
      const texts = ['', '\u{FEFF}# One\r\n', 'no newline', '日本 🙂\n', 'a\u0000b', '---\nstatus: open\n---\n'];
      const stored = await Promise.all(texts.map((text, at) => folder.create(`2026022${at}-one`, text)));
      const { texts: listed } = await folder.list();
      expect(listed.map(({ text }) => text)).toEqual(texts);
      expect(listed).toEqual(stored);
      expect(new Set(listed.map(({ version }) => version)).size).toBe(texts.length);
      for (const one of stored) expect(await folder.read(one.name)).toEqual(one);
      expect(await folder.read('none.md')).toBe(null);
    });

    it('never take the place of another: a taken name gets a number, whatever its case', async () => {
      const folder = await make();
      const names = await Promise.all(
        ['one', 'ONE', 'one', 'One'].map(async (stem) => (await folder.create(stem, stem)).name),
      );
      expect(names.map((name) => name.toLowerCase()).sort()).toEqual(['one-2.md', 'one-3.md', 'one-4.md', 'one.md']);
      expect((await folder.list()).texts.map(({ text }) => text).sort()).toEqual(['ONE', 'One', 'one', 'one']);
    });

    it('are replaced only where they say what was read', async () => {
      const folder = await make();
      const first = await folder.create('one', '1');
      const second = await folder.replace('one.md', '2', first.version);
      expect(second).toEqual(await folder.read('one.md'));
      await expect(folder.replace('one.md', '3', first.version)).rejects.toMatchObject({ code: 'record-changed' });
      await expect(folder.replace('none.md', '3', first.version)).rejects.toMatchObject({ code: 'record-changed' });
      expect((await folder.read('one.md'))?.text).toBe('2');
      const back = await folder.replace('one.md', '1', second.version);
      expect(back.version).toBe(first.version);
    });

    it('changed by many at once are changed by one of them', async () => {
      const folder = await make();
      const first = await folder.create('one', 'first');
      const tried = await Promise.allSettled(
        [1, 2, 3, 4, 5].map((at) => folder.replace('one.md', `by ${at}`, first.version)),
      );
      const done = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value.text] : []));
      expect(done).toHaveLength(1);
      expect((await folder.read('one.md'))?.text).toBe(done[0]);
    });

    it('lead nowhere else, whatever the name', async () => {
      const folder = await make();
      for (const name of UNSAFE_NAMES) {
        await expect(folder.read(name), name).rejects.toMatchObject({ code: 'unsafe-path' });
        await expect(folder.replace(name, 'x', ''), name).rejects.toMatchObject({ code: 'unsafe-path' });
        if (!/\.md$/i.test(name)) continue;
        await expect(folder.create(name.slice(0, -3), 'x'), name).rejects.toMatchObject({ code: 'unsafe-path' });
      }
      expect((await folder.list()).texts).toEqual([]);
    });
  });
}
