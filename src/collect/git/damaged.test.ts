import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FixtureRepository, fixtureRepository } from '../../../test/git-fixture.ts';
import { looseObject, threeCommits, unpack } from '../../../test/sample-history.ts';
import { scanned } from '../../../test/scanned.ts';

describe('a scan of a damaged repository', () => {
  function damaged(damage: (repository: FixtureRepository, object: (name: string) => string) => void): string {
    const repository = threeCommits();
    unpack(repository);
    damage(repository, (name) => looseObject(repository, repository.git('rev-parse', name)));
    return repository.path;
  }

  it.each([
    ['missing', (path: string) => rmSync(path)],
    [
      'corrupt',
      (path: string) => {
        rmSync(path);
        writeFileSync(path, 'this is no object');
      },
    ],
  ])('gives what lies before a %s commit, and says that the rest is unknown', async (_kind, damage) => {
    const { facts, outcome } = await scanned(damaged((_repository, object) => damage(object('main~1'))));
    expect(facts.commits().map(({ commit }) => commit.subject)).toEqual(['three']);
    expect(facts.landings()).toHaveLength(1);
    expect(outcome).toMatchObject({ isPartial: true, headPosition: 0 });
    expect(outcome.warnings.join(' ')).toContain('1 commits are missing or damaged');
  });

  it('gives a commit without its file changes where its tree is missing, and all others whole', async () => {
    const { facts, outcome } = await scanned(damaged((_repository, object) => rmSync(object('main^{tree}'))));
    expect(facts.commits()).toHaveLength(3);
    expect(facts.commit('three').fileChanges).toEqual([]);
    expect(facts.commit('two').fileChanges).toMatchObject([{ status: 'R' }]);
    expect(outcome.isPartial).toBe(true);
    expect(outcome.warnings.join(' ')).toMatch(/file changes of 1 commits.*tree of the head/);
  });

  it('finds only exact renames in a commit whose contents are missing, and all in the others', async () => {
    const { facts, outcome } = await scanned(damaged((_repository, object) => rmSync(object('main~2:a.ts'))));
    expect(
      facts
        .commit('two')
        .fileChanges.map(({ status }) => status)
        .sort(),
    ).toEqual(['A', 'D']);
    expect(facts.commit('three').fileChanges).toHaveLength(1);
    expect(outcome.isPartial).toBe(true);
    expect(outcome.warnings.join(' ')).toContain('In 1 commits renames');
  });

  it('is not continued later but done anew, so that a repair counts', async () => {
    let lost = '';
    const path = damaged((_repository, object) => {
      lost = object('main~1');
    });
    const content = readFileSync(lost);
    rmSync(lost);
    const { facts } = await scanned(path);
    writeFileSync(lost, content);
    expect((await scanned(path, facts)).outcome).toMatchObject({ mode: 'full', isPartial: false });
    expect(facts.commits()).toHaveLength(3);
  });

  it('reads many damaged commits without giving up on the sound ones between them', async () => {
    const repository = fixtureRepository();
    const scripts = Array.from({ length: 60 }, (_, i) => ({ message: `c${i}`, files: { [`d${i}/f`]: `${i}` } }));
    repository.commits(scripts);
    unpack(repository);
    // A folder that only one commit added breaks every later comparison in which it changes: none but its own.
    for (const i of [5, 20, 35]) rmSync(looseObject(repository, repository.git('rev-parse', `main:d${i}`)));
    const { facts, outcome } = await scanned(repository.path);
    expect(facts.commits()).toHaveLength(60);
    expect(facts.commits().filter(({ fileChanges }) => fileChanges.length === 1)).toHaveLength(57);
    expect(outcome.warnings.join(' ')).toContain('file changes of 3 commits');
  });

  it('throws a sentence when no ref leads to anything that can be read', async () => {
    const repository = threeCommits();
    rmSync(join(repository.gitDir, 'objects'), { recursive: true });
    mkdirSync(join(repository.gitDir, 'objects'));
    await expect(scanned(repository.path)).rejects.toMatchObject({ code: 'objects-missing' });
  });

  it('leaves out broken refs with a warning', async () => {
    const repository = threeCommits();
    writeFileSync(join(repository.gitDir, 'refs', 'heads', 'broken'), 'not an id\n');
    appendFileSync(join(repository.gitDir, 'packed-refs'), `${'1'.repeat(40)} refs/heads/gone\n`);
    const { facts, outcome } = await scanned(repository.path);
    expect(facts.commits()).toHaveLength(3);
    expect(outcome.warnings.join(' ')).toMatch(/broken leads nowhere.*1 refs lead to objects/);
  });
});
