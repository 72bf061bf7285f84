import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runLine } from '../../../test/command-line.ts';
import { talkativeRepository } from '../../../test/documented.ts';
import { temporaryFolder } from '../../../test/git-fixture.ts';

const cwd = temporaryFolder('report');
const world = { cwd, now: Math.floor(Date.now() / 1000), dataDir: join(cwd, 'data') };

describe('fortnight report', () => {
  it('says what to give when it is not told where to write', async () => {
    const { exitCode, stdout, stderr } = await runLine(['report'], world);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('fortnight report --html fortnight.html');
  });

  it('leaves alone what is no report of its own', async () => {
    writeFileSync(join(cwd, 'notes.html'), '<p>mine</p>');
    const { exitCode, stderr } = await runLine(['report', talkativeRepository(), '--html', 'notes.html'], world);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('notes.html is no report of Fortnight');
    expect(readFileSync(join(cwd, 'notes.html'), 'utf8')).toBe('<p>mine</p>');
  });
});
