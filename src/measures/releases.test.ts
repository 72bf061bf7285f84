import { describe, expect, it } from 'vitest';
import { ask, column, WINDOW } from '../../test/ask.ts';
import type { LiteralTables } from '../../test/tables.ts';
import { DAY } from '../domain/window.ts';
import { releases } from './releases.ts';

/** `v1 100 ada`: a release so many days before the end of the window, and by whom (`?`: unknown). */
function released(...lines: string[]): LiteralTables {
  return {
    releases: lines.map((line) => {
      const [name = '', ago = '', releaser = '?'] = line.split(' ');
      return {
        name,
        commit_id: `k-${name}`,
        released_at: WINDOW.until - Number(ago) * DAY,
        releaser: releaser === '?' ? null : releaser,
        is_prerelease: name.includes('rc'),
      };
    }),
  };
}

describe('releases', () => {
  it('have a cadence, the median pause before those of the window, and people', async () => {
    const report = await ask(releases, released('v1 200 bo', 'v2 100 ada', 'v3 90 ada', 'v4 50 bo', 'v5-rc 10 ada'));
    expect(report.figure).toBe(40 * DAY);
    expect(report.answer).toBe(
      '3 releases in this window, 40 days apart in the median, the last 50 days before its end; ada made 2 of 3, 1 other person the rest, as if 1.8 people did so equally often.',
    );
    expect(report.confidence).toEqual({
      level: 'medium',
      because: 'It rests on 3 releases in the window; releases stand in for deployments, which git does not show.',
    });
    expect(column(report, 'release')).toEqual(['v5-rc', 'v4', 'v3', 'v2']);
    expect(column(report, 'pause')).toEqual([null, 40 * DAY, 10 * DAY, 100 * DAY]);
    expect(column(report, 'releaser')).toEqual([['ada'], ['bo'], ['ada'], ['ada']]);
    expect(report.rows[1]?.evidence).toEqual([
      { kind: 'release', repository: 'repo', id: 'v4' },
      { kind: 'commit', repository: 'repo', id: 'k-v4' },
    ]);
  });

  it('say when nobody but the lead releases, or nobody is known to', async () => {
    expect((await ask(releases, released('v1 20 ada', 'v2 10 ada'))).answer).toContain(
      '; nobody but ada released any of them.',
    );
    expect((await ask(releases, released('v1 20', 'v2 10'))).answer).toContain('; who released is not known.');
    const robot = { ...released('v1 20 robot', 'v2 10 robot'), people: [{ person: 'robot', kind: 'bot' }] };
    expect((await ask(releases, robot)).answer).toContain('; who released is not known.');
  });

  it('are one where several tags name one commit', async () => {
    const tables = released('v1 30 ada', 'v2 20 ada', '2.0 20 ada');
    const same = (tables.releases ?? []).map((r) => ({
      ...r,
      commit_id: r.name === '2.0' ? 'k-v2' : (r.commit_id ?? ''),
    }));
    expect(column(await ask(releases, { releases: same }), 'release')).toEqual(['2.0', 'v1']);
  });

  it('give no cadence from one, and say when the last was', async () => {
    const report = await ask(releases, released('v1 500 ada'));
    expect(report).toMatchObject({
      figure: null,
      rows: [],
      answer:
        'Not enough evidence for a cadence: 0 releases in this window, the last release reachable from the head 500 days before its end.',
    });
    expect((await ask(releases, released('v1 500 ada', 'v2-rc.1 20 ada'))).answer).toContain(
      '0 releases and 1 pre-release in this window',
    );
    expect((await ask(releases, released('v1-rc.1 20 ada'))).answer).toBe(
      'Not enough evidence: only pre-releases are reachable from the head, 1 of them in this window.',
    );
    expect((await ask(releases, {})).answer).toBe(
      'Not enough evidence: no tag reachable from the head looks like a release.',
    );
  });

  it('with an unknown time are left out, and so are those after the window', async () => {
    const tables = released('v1 20 ada', 'v2 10 ada', 'v3 -5 ada');
    const unknown = { name: 'v0', released_at: null };
    const report = await ask(releases, { releases: [...(tables.releases ?? []), unknown] });
    expect(column(report, 'release')).toEqual(['v2', 'v1']);
  });
});
