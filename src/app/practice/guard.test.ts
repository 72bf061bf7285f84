import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureEnvironment, fixtureRepository, temporaryFolder } from '../../../test/git-fixture.ts';
import type { Effects } from '../../domain/effects.ts';
import { journalKind } from '../../domain/records/journal.ts';
import { printRecord } from '../../records/record-file.ts';
import { DEFAULT_REQUEST } from '../request.ts';
import { writeGuard } from './guard.ts';

const output = { write: () => undefined, isTerminal: false, columns: 80 };
const place = (cwd: string) => {
  const effects: Effects = { now: () => 0, env: {}, cwd, stdout: output, stderr: output };
  return { effects, request: DEFAULT_REQUEST };
};
const RECORD = printRecord(journalKind, { title: 'Asked why', fields: { claim: 'it holds', sure: 60 } });

/** Commits a file of that name and text in a repository with the guard; what git said when it refused. */
async function committed(files: Readonly<Record<string, string>>): Promise<string | null> {
  const { path } = fixtureRepository();
  await writeGuard(place(path));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  const env = {
    ...fixtureEnvironment(),
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@b',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@b',
  };
  spawnSync('git', ['-C', path, 'add', '-A'], { env });
  const { status, stderr } = spawnSync('git', ['-C', path, 'commit', '-qm', 'all'], { env });
  return status === 0 ? null : String(stderr);
}

describe('the guard of a repository', () => {
  it('refuses a commit with a private record in it, wherever and however it is written', async () => {
    expect(await committed({ 'notes/my day.md': RECORD, 'a.md': '# A\n' })).toContain('  notes/my day.md\n');
    expect(await committed({ 'a.MD': `\u{FEFF}${RECORD.replaceAll('\n', '\r\n')}` })).toContain('a.MD');
    expect(await committed({ 'a.md': '---\ntitle: x\nfortnight:   "coding"  \n---\n' })).toContain('a.md');
  });

  it('lets everything else pass, also what only speaks of such records', async () => {
    const files = {
      'docs/records.md': `# Records\n\n\`\`\`\n${RECORD}\`\`\`\n`,
      'a.md': '---\nfortnight: decision\n---\nfortnight: journal\n',
      'b.txt': RECORD,
      'c.md': '---\ntitle: fortnight: journal\n---\n',
    };
    expect(await committed(files)).toBe(null);
    expect(await committed({ 'a.txt': 'no Markdown at all' })).toBe(null);
  });

  it('is a program, and never takes the place of a hook there is', async () => {
    const { path, gitDir } = fixtureRepository();
    const written = await writeGuard(place(path));
    expect(written).toBe(join(gitDir, 'hooks', 'pre-commit'));
    expect(statSync(written).mode & 0o111).not.toBe(0);
    writeFileSync(written, 'theirs');
    await expect(writeGuard(place(path))).rejects.toMatchObject({ code: 'already-there' });
    expect(readFileSync(written, 'utf8')).toBe('theirs');
  });

  it('is not written through a link that leads out of the repository', async () => {
    const [{ path, gitDir }, outside] = [fixtureRepository(), temporaryFolder('outside')];
    spawnSync('rm', ['-r', join(gitDir, 'hooks')]);
    symlinkSync(outside, join(gitDir, 'hooks'));
    await expect(writeGuard(place(path))).rejects.toMatchObject({ code: 'leads-out' });
  });
});
