import { readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/git-fixture.ts';
import { openOwnFile, writeOwnFile } from './own-file.ts';

const folder = () => temporaryFolder('own');

describe('a file somebody named', () => {
  it('is replaced whole, keeps its mode, and leaves nothing beside it', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'a.md'), '\u{FEFF}one\r\n', { mode: 0o640 });
    const file = await openOwnFile('a.md', { cwd }, []);
    expect(file.text).toBe('\u{FEFF}one\r\n');
    expect(await writeOwnFile(file, '\u{FEFF}two')).toBe(true);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('\u{FEFF}two');
    expect(statSync(join(cwd, 'a.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd)).toEqual(['a.md']);
  });

  it('is not written when somebody saved it meanwhile', async () => {
    const cwd = folder();
    const file = await openOwnFile('a.md', { cwd }, []);
    writeFileSync(join(cwd, 'a.md'), 'theirs');
    expect(await writeOwnFile(file, 'ours')).toBe(false);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('theirs');
  });

  it('is refused with a sentence where it cannot lie, and where what lies there is larger than any of ours', async () => {
    const cwd = folder();
    symlinkSync('loop', join(cwd, 'loop'));
    writeFileSync(join(cwd, 'a.md'), '');
    truncateSync(join(cwd, 'a.md'), 1 << 25);
    for (const label of ['loop/a.md', 'a.md/b/c.md', `${'a'.repeat(300)}.md`, 'a.md']) {
      await expect(openOwnFile(label, { cwd }, []), label).rejects.toMatchObject({ exitCode: 2 });
    }
  });

  it('cannot be written into a folder that is not there, and that is said', async () => {
    const cwd = folder();
    const file = await openOwnFile('none/a.md', { cwd }, []);
    await expect(writeOwnFile(file, 'ours')).rejects.toMatchObject({ code: 'not-written', exitCode: 1 });
  });
});
