import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter, generateX25519Identity } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/git-fixture.ts';
import { describeRecordFolder } from '../../../test/record-folder.ts';
import type { Effects } from '../../domain/effects.ts';
import { journalKind } from '../../domain/records/journal.ts';
import { weekKind } from '../../domain/records/week.ts';
import { DEFAULT_REQUEST } from '../request.ts';
import { ageCodec } from './age-codec.ts';
import { convertRecords } from './convert-records.ts';
import { diskFolder } from './disk-folder.ts';
import { openPractice } from './open-practice.ts';

const output = { write: () => undefined, isTerminal: false, columns: 80 };
async function keyFile(): Promise<string> {
  const path = join(temporaryFolder('key'), 'key.txt');
  writeFileSync(path, `# created: today\r\n# public key: age1\r\n${await generateX25519Identity()}\r\n`);
  return path;
}
function placeWith(own: string, key: string | null) {
  const env = { FORTNIGHT_PRIVATE_DIR: own, ...(key === null ? {} : { FORTNIGHT_AGE_IDENTITY_FILE: key }) };
  const effects: Effects = { now: () => 1_704_067_200, env, cwd: own, stdout: output, stderr: output };
  return { effects, request: DEFAULT_REQUEST };
}
const journalOf = async (at: ReturnType<typeof placeWith>) => await (await openPractice(at)).records(journalKind);

describeRecordFolder('encrypted on the disk', async () => {
  const codec = await ageCodec({ env: { FORTNIGHT_AGE_IDENTITY_FILE: await keyFile() }, cwd: '/' });
  if (codec === null) throw new Error('a key was named');
  return diskFolder(temporaryFolder('sealed'), { label: 'sealed', mode: 0o600, codec, isUniform: true });
});

describe('encrypted records', () => {
  it('leave no word of theirs on the disk, and say so to whoever has another key', async () => {
    const own = temporaryFolder('private');
    const made = await (await journalOf(placeWith(own, await keyFile()))).create({
      title: 'Asked why',
      fields: { claim: 'it holds' },
    });
    expect(readdirSync(join(own, 'journal'))).toEqual([`${made.id}.md.age`]);
    const bytes = readFileSync(join(own, 'journal', `${made.id}.md.age`), 'latin1');
    expect(bytes).toMatch(/^age-encryption\.org\/v1\n/);
    expect(bytes).not.toContain('holds');
    const other = await journalOf(placeWith(own, await keyFile()));
    expect(await other.list()).toEqual([]);
    expect(await other.unreadable()).toEqual([
      { name: `${made.id}.md`, path: `journal/${made.id}.md`, why: 'It is encrypted for another key, or damaged.' },
    ]);
  });

  it('are never mixed with plain ones: what is there has to be converted first', async () => {
    const [own, key] = [temporaryFolder('private'), await keyFile()];
    const plain = await journalOf(placeWith(own, null));
    await plain.create({ title: 'One', fields: {} });
    const sealed = await journalOf(placeWith(own, key));
    await expect(sealed.list()).rejects.toMatchObject({ code: 'plain-records' });
    await expect(sealed.create({ title: 'Two', fields: {} })).rejects.toMatchObject({ code: 'plain-records' });
    await convertRecords(placeWith(own, key), 'encrypted');
    await expect(plain.list()).rejects.toMatchObject({ code: 'encrypted-records' });
    await expect(plain.create({ title: 'Two', fields: {} })).rejects.toMatchObject({ code: 'encrypted-records' });
  });

  it('are made of plain ones and back without a byte lost, also when it was interrupted', async () => {
    const [own, key] = [temporaryFolder('private'), await keyFile()];
    const at = placeWith(own, key);
    const texts = {
      'journal/a.md': '\u{FEFF}# A\r\n',
      'journal/2024/b.md': '---\nstatus: held\n---\n# B',
      'weeks/c.md': '',
    };
    for (const [name, text] of Object.entries(texts)) {
      mkdirSync(join(own, name, '..'), { recursive: true });
      writeFileSync(join(own, name), text);
    }
    expect((await convertRecords(at, 'encrypted')).converted.sort()).toEqual(Object.keys(texts).sort());
    for (const name of Object.keys(texts)) expect(existsSync(join(own, name))).toBe(false);
    expect((await (await openPractice(at)).records(weekKind)).kind.id).toBe('week');
    // Interrupted before the old file went.
    writeFileSync(join(own, 'journal/a.md'), texts['journal/a.md']);
    expect((await convertRecords(at, 'encrypted')).converted).toEqual(['journal/a.md']);
    expect((await journalOf(at)).kind.id).toBe('journal');
    await convertRecords(at, 'plain');
    for (const [name, text] of Object.entries(texts)) expect(readFileSync(join(own, name), 'utf8')).toBe(text);
    expect(readdirSync(join(own, 'journal')).sort()).toEqual(['2024', 'a.md']);
  });

  it('are not converted over others that say something else', async () => {
    const [own, key] = [temporaryFolder('private'), await keyFile()];
    await (await journalOf(placeWith(own, key))).create({ title: 'One', fields: {} });
    writeFileSync(join(own, 'journal', '20240101-one.md'), 'other');
    await expect(convertRecords(placeWith(own, key), 'encrypted')).rejects.toMatchObject({ code: 'record-changed' });
    expect(readFileSync(join(own, 'journal', '20240101-one.md'), 'utf8')).toBe('other');
  });

  it('are opened by a key that a passphrase seals', async () => {
    const folder = temporaryFolder('key');
    const [identity, sealer] = [await generateX25519Identity(), new Encrypter()];
    sealer.setPassphrase('correct horse');
    sealer.setScryptWorkFactor(4);
    writeFileSync(join(folder, 'key.age'), await sealer.encrypt(`${identity}\n`));
    writeFileSync(join(folder, 'right'), 'correct horse\n');
    writeFileSync(join(folder, 'wrong'), 'battery staple\n');
    const env = { FORTNIGHT_AGE_IDENTITY_FILE: 'key.age' };
    const codec = await ageCodec({ env: { ...env, FORTNIGHT_AGE_PASSPHRASE_FILE: 'right' }, cwd: folder });
    expect(await codec?.decode((await codec?.encode('text')) ?? new Uint8Array())).toBe('text');
    const refused = { code: 'no-identity', exitCode: 2 };
    await expect(
      ageCodec({ env: { ...env, FORTNIGHT_AGE_PASSPHRASE_FILE: 'wrong' }, cwd: folder }),
    ).rejects.toMatchObject(refused);
    await expect(ageCodec({ env, cwd: folder })).rejects.toMatchObject(refused);
    await expect(ageCodec({ env: { FORTNIGHT_AGE_IDENTITY_FILE: 'none' }, cwd: folder })).rejects.toMatchObject(
      refused,
    );
    await expect(ageCodec({ env: { FORTNIGHT_AGE_IDENTITY_FILE: 'right' }, cwd: folder })).rejects.toMatchObject(
      refused,
    );
    expect(await ageCodec({ env: {}, cwd: folder })).toBe(null);
  });
});
