import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/git-fixture.ts';
import { readGivenFile } from './given-file.ts';

describe('a file somebody gives to read', () => {
  it('is read whole up to a size, and beyond it not at all', async () => {
    const path = join(temporaryFolder('given'), 'a');
    writeFileSync(path, '12345');
    expect((await readGivenFile(path, 5))?.toString()).toBe('12345');
    expect(await readGivenFile(path, 4)).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('is not waited for, and no device is drained', async () => {
    const folder = temporaryFolder('given');
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe')]);
    mkdirSync(join(folder, 'folder'));
    for (const path of [join(folder, 'pipe'), join(folder, 'folder'), '/dev/zero']) {
      expect(await readGivenFile(path, 1 << 20), path).toBeNull();
    }
  });

  it('that is not there is said to be so by the system', async () => {
    await expect(readGivenFile(join(temporaryFolder('given'), 'none'), 5)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
