import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FixtureRepository, fixtureRepository, openFixture } from '../../../test/git-fixture.ts';
import { clonedHistory, whereabouts } from '../../../test/histories.ts';
import { looseObject, unpack } from '../../../test/sample-history.ts';
import { scanned } from '../../../test/scanned.ts';

const HISTORIES = ['redis', 'metrics-2015-02-12', 'moment-2015-01-16'];
const { areThere, words } = whereabouts(HISTORIES);

/** What plain git says of every file change: `id status path…`, renames found without any limit. */
function changesByGit(repository: FixtureRepository): string[] {
  const output = repository.git(
    'log',
    '--all',
    '--no-merges',
    '--format=%x01%H',
    '--raw',
    '-z',
    '-M',
    '-l0',
    '--no-abbrev',
  );
  return output
    .split('\u0001')
    .slice(1)
    .flatMap((record) => {
      const [id = '', ...fields] = record.split('\0').map((field) => field.replace(/^\n+/, ''));
      const changes: string[] = [];
      for (let at = 0; at < fields.length; ) {
        const status = fields[at]?.split(' ')[4] ?? '';
        if (status === '') break;
        const paths = fields.slice(at + 1, at + (/^[RC]/.test(status) ? 3 : 2));
        changes.push([id, status, ...paths].join(' '));
        at += paths.length + 1;
      }
      return changes;
    })
    .sort();
}

describe('the file changes of a history', () => {
  it('are whole when several gits share a long one, and one of them is stopped by a missing folder', {
    timeout: 120_000,
  }, async () => {
    const repository = fixtureRepository();
    const count = 9000;
    const scripts = Array.from({ length: count }, (_, i) => ({
      message: `c${i}`,
      files: { [`d${i % 90}/f`]: `${i}` },
    }));
    const ids = repository.commits(scripts);
    unpack(repository);
    const lost = [100, 2500, 2501, 8900];
    for (const i of lost) rmSync(looseObject(repository, repository.git('rev-parse', `${ids[i]}:d${i % 90}`)));
    const { facts } = await scanned(repository.path);
    // The change to the lost content and the change away from it are unknown, all others as they were.
    const unknown = new Set(lost.flatMap((i) => [ids[i], ids[i + 90]]));
    expect(facts.commits()).toHaveLength(count);
    for (const { commit, fileChanges } of facts.commits()) {
      const folder = `d${Number(commit.subject.slice(1)) % 90}/f`;
      expect(fileChanges.map(({ path }) => path)).toEqual(unknown.has(commit.id) ? [] : [folder]);
    }
  });

  describe.skipIf(!areThere)(`of public projects (in ${words})`, () => {
    it.each(HISTORIES)('are exactly those of git log: %s', async (history) => {
      const path = await clonedHistory(history);
      const { facts, outcome } = await scanned(path);
      const ours = facts.commits().flatMap(({ fileChanges }) =>
        fileChanges.map((change) => {
          const score = change.similarity === null ? '' : String(change.similarity).padStart(3, '0');
          const from = change.old_path === null ? [] : [change.old_path];
          return [change.commit_id, change.status + score, ...from, change.path].join(' ');
        }),
      );
      expect(outcome).toMatchObject({ isPartial: false, warnings: [] });
      expect(ours.sort()).toEqual(changesByGit(openFixture(path)));
      expect(ours.length).toBeGreaterThan(2000);
    });
  });
});
