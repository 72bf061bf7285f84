import { expect, test } from 'vitest';
import { changes, times, WINDOW } from '../../test/ask.ts';
import { repositoryRow, settingOf } from '../../test/setting.ts';
import { type LiteralTables, openTables } from '../../test/tables.ts';
import { type AreaPage, areaPageSchema } from '../domain/area-page.ts';
import { areaPage } from './area-page.ts';

const setting = settingOf();
const repository = repositoryRow({ forge_url: 'https://github.com/team/engine' });

async function pageOf(tables: LiteralTables, area = 'core', skip = 0): Promise<AreaPage> {
  const query = await openTables({ areas: [{ area: 'core' }, { area: 'docs' }], ...tables });
  return areaPageSchema.parse(
    await areaPage({ query, repositories: [repository] }, setting, { repository: 'repo', area, skip }),
  );
}

test('an area says who knows it, what passed through the lead, and who else lands there', async () => {
  const page = await pageOf(changes(...times(24, 'bo > ada core'), ...times(8, 'bo > cy core'), 'cy > cy docs'));
  expect(page.knowledge.known.people).toEqual(['ada', 'bo', 'cy']);
  expect(page.knowledge.answer).toBe('3 active people know this area.');
  expect(page.gate).toMatchObject({ share: { share: 0.75, of: 32 }, others: { people: ['cy'] }, evidenceTotal: 24 });
  expect(page.gate.answer).toMatch(/^75% \(\d+–\d+%\) of teammates' 32 changes here/);
  expect([page.changesTotal, page.changes.length, page.changes[0]?.id]).toEqual([32, 25, 'c032']);
});

test('too few changes give no share, and say how few', async () => {
  const page = await pageOf(changes(...times(24, 'bo > ada docs'), 'bo > ada core'));
  expect(page.gate).toMatchObject({
    share: null,
    confidence: {
      level: 'none',
      because: "Only 1 teammate's change here landed by a known hand, too few to say what is usual.",
    },
  });
  expect(page.gate.answer).toBe(
    "Not enough evidence: only 1 teammate's change here landed by a known hand, too few to say what is usual.",
  );
});

test('the next page of changes begins where the first ended', async () => {
  const page = await pageOf(changes(...times(30, 'bo > ada core')), 'core', 25);
  expect(page.changes.map(({ id }) => id)).toEqual(['c005', 'c004', 'c003', 'c002', 'c001']);
  expect(page.knowledge).toMatchObject({ evidenceTotal: 30, evidence: { 0: { id: 'c030' } } });
});

test('who knows an area rests on what was thought about alone: a bulk change is shown and teaches nothing', async () => {
  const { commits = [], ...literal } = changes('bo > ada core', 'cy > ada core');
  const page = await pageOf({ ...literal, commits: commits.map((one) => ({ ...one, is_bulk: one.id === 'c002' })) });
  expect(page.changes.map(({ id }) => id)).toEqual(['c002', 'c001']);
  expect(page.knowledge).toMatchObject({ evidenceTotal: 1, evidence: [{ id: 'c001' }] });
  expect(page.knowledge.confidence.because).toContain('1 change here');
});

test('releases, decisions and open branches that touch it are named', async () => {
  const literal = changes('bo > ada core', 'bo > ada docs');
  const page = await pageOf({
    ...literal,
    releases: [
      { name: 'v1', commit_id: 'c001', released_at: WINDOW.until - 7000 },
      { name: 'v2', commit_id: 'c002', released_at: WINDOW.until - 3000 },
    ].map((release, i) => ({ ...release, released_at: release.released_at + i })),
    commits: (literal.commits ?? []).map((commit) => ({
      ...commit,
      committer_time: WINDOW.until - 3600 * (commit.id === 'c001' ? 2 : 1),
    })),
    decisions: [{ path: 'docs/decisions/1.md', title: 'Keep it', areas: ['core'] }],
    open_work: [
      { branch: 'wip', tip: 'abcd', areas: ['core'], authors: ['bo'] },
      { branch: 'v1.x', tip: 'abce', areas: ['core'], authors: ['bo'], is_line: true },
    ],
  });
  expect(page.releases.map(({ name }) => name)).toEqual(['v1']);
  expect(page.decisions.map(({ title }) => title)).toEqual(['Keep it']);
  expect(page.openWork).toMatchObject([
    { branch: 'wip', authors: { people: ['bo'] }, url: 'https://github.com/team/engine/commit/abcd' },
  ]);
});

test('an area nobody has heard of is said to be unknown', async () => {
  await expect(pageOf({}, 'nowhere')).rejects.toThrow('There is no area nowhere in repo.');
});
