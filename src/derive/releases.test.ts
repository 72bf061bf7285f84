import { describe, expect, it } from 'vitest';
import { BO, commit, derive, GITHUB } from '../../test/derived-changes.ts';

describe('releases', () => {
  const tag = (name: string, more = {}) => ({ name: `refs/tags/${name}`, kind: 'tag', commit_id: 'a', ...more });
  const names = async (tags: readonly string[]) => {
    const { query } = await derive({ commits: [commit('a')], refs: tags.map((name) => tag(name)) });
    return (await query<{ name: string }>('SELECT name FROM releases ORDER BY name')).map((one) => one.name);
  };
  it.each([
    '1.2',
    'v1.2.3',
    'V2.0',
    'release-1.2',
    'releases/1.2.3',
    'pkg@1.2.3',
    '@scope/pkg@1.2.3',
    'redis-7.0',
    'v1.2.3-rc.1',
    '1.0b2',
    'r1.2',
    'v3',
    '2024.01.31',
    '2024-01-31',
    '20240131',
    'REL1_2_3',
    'v1.2+build5',
    'app/v1.2.3',
  ])('are tags like %s', async (name) => expect(await names([name])).toEqual([name]));
  it.each([
    'latest',
    'nightly-2024-01-31',
    'build-1234',
    'before-1.2-rewrite',
    '1234',
    'deploy-2024-01-31',
    'v1.x',
    'backup/2.0',
    'issue-12',
    'feature.1',
    'sha-1234567',
  ])('are not tags like %s', async (name) => expect(await names([name])).toEqual([]));
  it('leave out aliases of a longer version on the same commit', async () => {
    expect(await names(['v2', 'v2.1', 'v2.1.0'])).toEqual(['v2.1.0']);
  });
  it('know who released when, what comes before a release, and what is not on the head’s history', async () => {
    const { query } = await derive({
      commits: [commit('a'), commit('f', { committer: GITHUB }), commit('away')],
      landings: [
        { commit_id: 'a', landed_id: 'a', position: 0 },
        { commit_id: 'f', landed_id: 'f', position: 1 },
      ],
      refs: [
        tag('v1.0', { tagger: BO, tagged_time: 5000 }),
        tag('v1.1-beta.2'),
        tag('v1.2', { commit_id: 'f' }),
        tag('v1.3', { commit_id: 'away' }),
        tag('v1.4', { commit_id: null }),
      ],
    });
    expect(
      await query(`SELECT r.name, p.name AS who, released_at, is_prerelease FROM releases r
        LEFT JOIN people p ON p.person = r.releaser ORDER BY r.name`),
    ).toEqual([
      { name: 'v1.0', who: 'Bo Chen', released_at: 5000, is_prerelease: false },
      { name: 'v1.1-beta.2', who: 'Ada Byron', released_at: 1000, is_prerelease: true },
      { name: 'v1.2', who: null, released_at: 1000, is_prerelease: false },
    ]);
  });
});
