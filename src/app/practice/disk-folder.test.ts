import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/git-fixture.ts';
import { memoryFolder } from '../../../test/memory-folder.ts';
import { describeRecordFolder } from '../../../test/record-folder.ts';
import { diskFolder } from './disk-folder.ts';
import { withLock } from './folder-lock.ts';
import { ownerText, thisOwner } from './lock-owner.ts';

const own = (root: string) => diskFolder(root, { label: 'here', mode: 0o600 });

describeRecordFolder('in memory', async () => memoryFolder());
describeRecordFolder('on the disk', async () => own(join(temporaryFolder('records'), 'not', 'there yet')));
describeRecordFolder('in a work tree', async () => {
  const base = temporaryFolder('records');
  const lock = join(temporaryFolder('locks'), 'one.lock');
  return diskFolder(join(base, 'docs', 'decisions'), { label: 'docs', mode: 0o644, base, lock });
});

describe('a folder of records on the disk', () => {
  it('holds nothing but records: no lock, nothing unfinished', async () => {
    const root = temporaryFolder('records');
    const one = await own(root).create('one', '1');
    await own(root).replace('one.md', '2', one.version);
    await expect(own(root).replace('one.md', '3', one.version)).rejects.toThrow();
    expect(readdirSync(root)).toEqual(['.fortnight', 'one.md']);
    expect(readdirSync(join(root, '.fortnight'))).toEqual([]);
    expect(statSync(join(root, 'one.md')).mode & 0o777).toBe(0o600);
    expect(statSync(root).mode & 0o777).toBe(0o700);
  });

  it('keeps the mode of a file, and finds records in folders below', async () => {
    const root = temporaryFolder('records');
    mkdirSync(join(root, '2024'));
    writeFileSync(join(root, '2024', 'one.md'), '1');
    chmodSync(join(root, '2024', 'one.md'), 0o640);
    const [one] = (await own(root).list()).texts;
    expect(one?.name).toBe('2024/one.md');
    await own(root).replace('2024/one.md', '2', one?.version ?? '');
    expect(statSync(join(root, '2024', 'one.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(root, '2024'))).toEqual(['one.md']);
  });

  it.runIf(process.platform === 'linux')(
    'says of a file whose name is no text that it is there and not read',
    async () => {
      const root = temporaryFolder('records');
      writeFileSync(Buffer.concat([Buffer.from(`${root}/a`), Buffer.from([0xff]), Buffer.from('.md')]), 'x');
      expect(await own(root).list()).toEqual({
        texts: [],
        unreadable: [{ name: 'a\ufffd.md', why: 'its name would be another one on other machines' }],
      });
    },
  );

  it('leaves alone what is no text, no file or too large, and says so', async () => {
    const root = temporaryFolder('records');
    writeFileSync(join(root, 'latin.md'), Buffer.from([0x61, 0xe9]));
    mkdirSync(join(root, 'folder.md'));
    symlinkSync('latin.md', join(root, 'link.md'));
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    writeFileSync(join(root, 'large.md'), '');
    truncateSync(join(root, 'large.md'), (1 << 20) + 1);
    writeFileSync(join(root, 'a:b.md'), '');
    writeFileSync(join(root, '.hidden.md'), '');
    writeFileSync(join(root, 'fine.md'), 'x');
    const { texts, unreadable } = await own(root).list();
    expect(texts.map(({ name }) => name)).toEqual(['fine.md']);
    expect(Object.fromEntries(unreadable.map(({ name, why }) => [name, why]))).toEqual({
      'latin.md': 'It is not UTF-8 text.',
      'link.md': 'it is a link, and what it leads to is not looked at',
      'pipe.md': 'it is no file',
      'large.md': 'it is larger than any record',
      'a:b.md': 'its name would be another one on other machines',
    });
  });
});

describe('a link', () => {
  it('in the place of a record is never followed, neither to read nor to write', async () => {
    const [root, outside] = [temporaryFolder('records'), temporaryFolder('outside')];
    writeFileSync(join(outside, 'theirs.md'), 'theirs');
    symlinkSync(join(outside, 'theirs.md'), join(root, 'one.md'));
    await expect(own(root).read('one.md')).rejects.toMatchObject({ code: 'unreadable-record' });
    await expect(own(root).replace('one.md', 'x', 'any')).rejects.toMatchObject({ code: 'unreadable-record' });
    expect((await own(root).create('one', 'ours')).name).toBe('one-2.md');
    symlinkSync(join(outside, 'new.md'), join(root, 'dangling.md'));
    expect((await own(root).create('dangling', 'ours')).name).toBe('dangling-2.md');
    expect(readdirSync(outside)).toEqual(['theirs.md']);
    expect(readFileSync(join(outside, 'theirs.md'), 'utf8')).toBe('theirs');
  });

  it('in the place of the folder, or of one above or below it, stops everything', async () => {
    const [base, outside, locks] = [temporaryFolder('records'), temporaryFolder('outside'), temporaryFolder('locks')];
    mkdirSync(join(outside, 'decisions'));
    writeFileSync(join(outside, 'decisions', 'one.md'), 'theirs');
    const folder = diskFolder(join(base, 'docs', 'decisions'), {
      label: 'docs',
      mode: 0o644,
      base,
      lock: join(locks, 'lock'),
    });
    const refused = { code: 'unsafe-path' };
    symlinkSync(outside, join(base, 'docs'));
    for (const act of [
      () => folder.list(),
      () => folder.read('one.md'),
      () => folder.create('two', 'x'),
      () => folder.replace('one.md', 'x', 'y'),
    ]) {
      await expect(act()).rejects.toMatchObject(refused);
    }
    renameSync(join(base, 'docs'), join(base, 'moved'));
    mkdirSync(join(base, 'docs'));
    symlinkSync(join(outside, 'decisions'), join(base, 'docs', 'decisions'));
    await expect(folder.create('two', 'x')).rejects.toMatchObject(refused);
    expect(readdirSync(join(outside, 'decisions'))).toEqual(['one.md']);
    const root = temporaryFolder('records');
    symlinkSync(join(outside, 'decisions'), join(root, '2024'));
    await expect(own(root).create('2024/two', 'x')).rejects.toMatchObject(refused);
    expect((await own(root).list()).texts).toEqual([]);
    expect(readdirSync(join(outside, 'decisions'))).toEqual(['one.md']);
  });

  it('to a file that has another name too: what is there under that name stays', async () => {
    const [root, outside] = [temporaryFolder('records'), temporaryFolder('outside')];
    writeFileSync(join(outside, 'theirs.md'), 'theirs');
    linkSync(join(outside, 'theirs.md'), join(root, 'one.md'));
    const one = await own(root).read('one.md');
    await own(root).replace('one.md', 'ours', one?.version ?? '');
    expect(readFileSync(join(outside, 'theirs.md'), 'utf8')).toBe('theirs');
  });
});

describe('the lock of a folder', () => {
  const dead = () => Number(spawnSync(process.execPath, ['-e', 'process.stdout.write(String(process.pid))']).stdout);

  it('of a process that is gone is taken over, with what it left unfinished', async () => {
    const root = temporaryFolder('records');
    const nonce = 'a'.repeat(24);
    const gone = { ...thisOwner(nonce), pid: dead() };
    const lock = join(root, '.fortnight', 'lock');
    mkdirSync(join(root, '.fortnight'));
    writeFileSync(lock, ownerText(gone));
    writeFileSync(`${lock}.after-${nonce}`, ownerText({ ...gone, nonce: 'b'.repeat(24) }));
    writeFileSync(`${lock}.new-abc`, ownerText({ ...gone, nonce: 'c'.repeat(24) }));
    writeFileSync(join(root, `.fortnight-${'0'.repeat(16)}.tmp`), 'half');
    await own(root).create('one', '1');
    expect(readdirSync(root)).toEqual(['.fortnight', 'one.md']);
    expect(readdirSync(join(root, '.fortnight'))).toEqual([]);
  });

  it('of another process with the same number is no longer its own', async () => {
    const path = join(temporaryFolder('lock'), 'lock');
    writeFileSync(path, ownerText({ ...thisOwner('a'.repeat(24)), started: '1' }));
    expect(await withLock(path, async ({ wasAbandoned }) => wasAbandoned)).toBe(process.platform === 'linux');
  });

  it('of another machine, or that says nothing, is left alone until it is old', async () => {
    const path = join(temporaryFolder('lock'), 'lock');
    for (const [text, seconds] of [
      [ownerText({ ...thisOwner('a'.repeat(24)), host: 'elsewhere' }), 700],
      ['', 20],
    ] as const) {
      writeFileSync(path, text);
      const waiting = withLock(path, async ({ wasAbandoned }) => wasAbandoned);
      expect(await Promise.race([waiting, new Promise((done) => setTimeout(done, 150, 'waits'))])).toBe('waits');
      const then = Date.now() / 1000 - seconds;
      utimesSync(path, then, then);
      expect(await waiting).toBe(true);
    }
  });
});
