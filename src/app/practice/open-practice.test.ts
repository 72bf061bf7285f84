import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURE_START, fixtureRepository, temporaryFolder } from '../../../test/git-fixture.ts';
import type { Effects } from '../../domain/effects.ts';
import { decisionKind } from '../../domain/records/decision.ts';
import { journalKind } from '../../domain/records/journal.ts';
import { DEFAULT_REQUEST } from '../request.ts';
import { openPractice } from './open-practice.ts';
import { checkRecords, recordPlaces } from './record-places.ts';

const output = { write: () => undefined, isTerminal: false, columns: 80 };
function placeIn(cwd: string, own = temporaryFolder('private')) {
  const effects: Effects = {
    now: () => FIXTURE_START,
    env: { FORTNIGHT_PRIVATE_DIR: own },
    cwd,
    stdout: output,
    stderr: output,
  };
  return { effects, request: DEFAULT_REQUEST, own };
}
const ADR = '# 1. Use Parquet\n\nDate: 2024-01-01\n\n## Status\n\nAccepted\n';

describe('the practice', () => {
  it('keeps private records without any repository, and says that decisions need one', async () => {
    const at = placeIn(temporaryFolder('nowhere'));
    const practice = await openPractice(at);
    expect(practice).toMatchObject({ today: '2024-01-01', repositories: [] });
    const made = await (await practice.records(journalKind)).create({ title: 'Asked why', fields: {} });
    expect(made.path).toBe('journal/20240101-asked-why.md');
    expect(readdirSync(join(at.own, 'journal'))).toEqual(['20240101-asked-why.md']);
    await expect(practice.records(decisionKind)).rejects.toMatchObject({ code: 'no-work-tree', exitCode: 2 });
  });

  it('keeps decisions where the repository keeps its own, and leaves nothing else in it', async () => {
    const { path } = fixtureRepository();
    mkdirSync(join(path, 'doc', 'adr'), { recursive: true });
    for (const name of ['0001-use-parquet.md', '0002-more.md', 'README.md'])
      writeFileSync(join(path, 'doc', 'adr', name), ADR);
    const records = await (await openPractice(placeIn(path))).records(decisionKind);
    expect((await records.list()).map(({ id }) => id)).toEqual(['0002-more', '0001-use-parquet']);
    const made = await records.create({ title: 'Drop Parquet', fields: { owner: 'ada' } });
    expect(made).toMatchObject({ id: '0003-drop-parquet', path: 'doc/adr/0003-drop-parquet.md', status: 'proposed' });
    expect(readdirSync(path).sort()).toEqual(['.git', 'doc']);
    expect(readdirSync(join(path, 'doc', 'adr')).sort()).toEqual([
      '0001-use-parquet.md',
      '0002-more.md',
      '0003-drop-parquet.md',
      'README.md',
    ]);
  });

  it('keeps nothing private in a repository, also in one that nobody looks at, unless it is that of the records themselves', async () => {
    const { path } = fixtureRepository();
    const away = await openPractice(placeIn(temporaryFolder('nowhere'), join(path, 'notes', 'mine')));
    await expect(away.records(journalKind)).rejects.toMatchObject({ code: 'inside-repository', exitCode: 2 });
    expect(readdirSync(path)).toEqual(['.git']);
    const own = await openPractice(placeIn(temporaryFolder('nowhere'), path));
    expect((await (await own.records(journalKind)).create({ title: 'Asked why', fields: {} })).id).toBe(
      '20240101-asked-why',
    );
  });

  it('says which folder cannot be used when that of the locks of decisions cannot', async () => {
    const { path } = fixtureRepository();
    const file = join(temporaryFolder('file'), 'a');
    writeFileSync(file, '');
    const title = { title: 'Use Parquet', fields: {} };
    for (const own of [file, join(file, 'own')]) {
      const make = async () => (await (await openPractice(placeIn(path, own))).records(decisionKind)).create(title);
      await expect(make()).rejects.toMatchObject({
        code: 'unusable-directory',
        message: expect.stringContaining(file),
      });
    }
  });

  it.runIf(process.getuid?.() !== 0)('says that a folder of decisions is not ours to write in', async () => {
    const { path } = fixtureRepository();
    mkdirSync(join(path, 'docs', 'decisions'), { recursive: true, mode: 0o555 });
    const records = await (await openPractice(placeIn(path))).records(decisionKind);
    await expect(records.create({ title: 'Use Parquet', fields: {} })).rejects.toMatchObject({
      code: 'unusable-directory',
      message: expect.stringContaining('docs/decisions'),
    });
  });

  it('begins docs/decisions where there are none', async () => {
    const { path } = fixtureRepository();
    const records = await (await openPractice(placeIn(path))).records(decisionKind);
    expect((await records.create({ title: 'Use Parquet', fields: {} })).path).toBe(
      'docs/decisions/20240101-use-parquet.md',
    );
  });

  it('tells the versions of a decision from git, with the state of each', async () => {
    const repository = fixtureRepository();
    const file = 'docs/decisions/0001-a.md';
    const [first = ''] = repository.commits([
      { message: 'propose', author: 'Ada <ada@example.com>', files: { [file]: '---\nstatus: proposed\n---\n# A\n' } },
      { message: 'else', files: { 'a.txt': 'x' } },
      { message: 'accept', author: 'Bo <bo@example.com>', files: { [file]: '---\nstatus: accepted\n---\n# A\n' } },
      { message: 'remove', files: { [file]: null } },
      { message: 'again', files: { [file]: ADR } },
    ]);
    repository.checkout();
    const history = await (await openPractice(placeIn(repository.path))).history(decisionKind, '0001-a');
    expect(history.map(({ status, author }) => [status, author.split(' ')[0]])).toEqual([
      ['accepted', 'Alice'],
      [null, 'Alice'],
      ['accepted', 'Bo'],
      ['proposed', 'Ada'],
    ]);
    expect(history.at(-1)).toMatchObject({ commit: first, at: FIXTURE_START + 3600 });
  });

  it('never reads or writes where a link leads out of the work tree', async () => {
    const [{ path }, outside] = [fixtureRepository(), temporaryFolder('outside')];
    symlinkSync(outside, join(path, 'docs'));
    await expect((await openPractice(placeIn(path))).records(decisionKind)).rejects.toMatchObject({
      code: 'leads-out',
    });
    expect(readdirSync(outside)).toEqual([]);
  });

  it('never keeps private records in a repository that is looked at', async () => {
    const { path } = fixtureRepository();
    const practice = await openPractice(placeIn(path, join(path, 'notes')));
    await expect(practice.records(journalKind)).rejects.toMatchObject({ code: 'inside-repository' });
    expect(readdirSync(path)).toEqual(['.git']);
  });
});

describe('a check of all records', () => {
  it('says what is wrong with file and line, and where things lie that should not', async () => {
    const at = placeIn(temporaryFolder('nowhere'));
    mkdirSync(join(at.own, 'journal'), { recursive: true });
    writeFileSync(
      join(at.own, 'journal', '20240101-a.md'),
      '---\nfortnight: journal\nstatus: open\nsure: 300\n---\n# A\n',
    );
    writeFileSync(join(at.own, 'journal', 'b.md'), Buffer.from([0xff]));
    const check = await checkRecords(at);
    expect(check.isValid).toBe(false);
    expect(check.problems.map(({ file, line, key }) => [file.slice(at.own.length), line, key])).toEqual([
      ['/journal/20240101-a.md', 4, 'sure'],
      ['/journal/b.md', 1, null],
    ]);
    const placeOf = async (where: typeof at) =>
      (await recordPlaces(where)).places.find(({ kind }) => kind === 'journal');
    expect(await placeOf(at)).toMatchObject({ folder: join(at.own, 'journal'), records: 1, trouble: null });
    const { path } = fixtureRepository();
    const inside = placeIn(temporaryFolder('nowhere'), join(path, 'own'));
    expect(await placeOf(inside)).toMatchObject({ folder: null, trouble: expect.stringContaining(path) });
    expect((await checkRecords(inside)).isValid).toBe(false);
  });

  it('finds nothing wrong with none', async () => {
    expect(await checkRecords(placeIn(temporaryFolder('nowhere')))).toMatchObject({ isValid: true, problems: [] });
  });
});
