import { describe, expect, it } from 'vitest';
import { epochDay, moment } from '../../../test/absence-history.ts';
import { handoverInput, type ToldHandover } from '../../../test/handover-input.ts';
import { handoverSchema } from '../../domain/handover.ts';
import { planHandover } from './plan.ts';
import { dayText } from './timeline.ts';

/** Cy's work lands through ada alone, all of it in core; bo lands their own and dan's in docs. */
const TEAM = ['days 0-98/2: cy > ada core', 'days 0-98/4: bo lands docs', 'days 1-97/8: dan > bo docs'];
const planOf = (told: Partial<ToldHandover>) =>
  handoverSchema.parse(planHandover(handoverInput({ lines: TEAM, from: 99, ...told })));
const itemsOf = (told: Partial<ToldHandover>) => {
  const { first, further } = planOf(told);
  return [...first, ...further];
};
const texts = (told: Partial<ToldHandover>) => itemsOf(told).map(({ text }) => text);
const branch = (name: string, author: string, ago = 3, areas = ['core']) => ({
  repository: 'one',
  branch: name,
  tip: `tip-${name}`,
  authors: [`id-${author}`],
  workedAt: moment(99 - ago),
  areas,
  number: null,
});

describe('who lands while somebody is away', () => {
  it('comes first, names who lands for others, and then where nobody else was seen landing', () => {
    const [first, second] = itemsOf({});
    expect(first).toMatchObject({
      id: 'landing/all',
      text: "Agree who lands teammates' changes while you are away, and say so to everybody.",
      because: "You landed 46 of teammates' 81 changes of the last 13 weeks with a known lander.",
      role: 'Also land for others',
      who: { people: ['bo'] },
      evidenceTotal: 46,
    });
    expect(second).toMatchObject({
      text: 'Let somebody else land the next change in core.',
      because: 'In 13 weeks nobody else was seen landing there; you landed 46 changes of teammates.',
      who: { people: [] },
    });
  });

  it('is a habit to be begun where others land, but only their own', () => {
    const [first] = itemsOf({ lines: ['days 0-98/2: cy > ada core', 'days 0-98/9: bo lands core'] });
    expect(first?.text).toMatch(/^Say who lands teammates' changes/);
    expect(first?.because).toMatch(/nobody else was seen landing for another\.$/);
  });

  it('is a right to be given where nobody else lands anything', () => {
    const [first] = itemsOf({ lines: ['days 0-98/2: cy > ada core', 'days 0-98/9: ada lands core'] });
    expect(first?.text).toMatch(/^Give somebody the right to land/);
    expect(first?.because).toMatch(/nobody else was seen landing for another\.$/);
  });

  it('is no verdict where the history hides who lands, whoever seems to', () => {
    const items = itemsOf({
      lines: ['days 0-98/2: cy > ? core', 'days 0-98/6: bo > ada core'],
      evidence: { openWork: [branch('x', 'bo')] },
    });
    expect(items.map(({ id }) => id)).toEqual(['landing/all', 'open-work/all']);
    expect(items[1]?.text).toBe('Say who lands what is open of teammates: 1 branch.');
    expect(items[0]?.text).toMatch(/^Check on the forge/);
    expect(items[0]?.because).toContain("it shows who landed 15 of teammates' last 61 changes");
  });

  it('is no question where the person lands nothing of others', () => {
    expect(texts({ lines: ['days 0-98/2: cy lands core', 'days 0-98/9: ada lands core'] })).toEqual([]);
  });
});

describe('open work', () => {
  it('is to be landed where its author has had nobody else, with the branch and whose it is', () => {
    const found = itemsOf({
      evidence: { openWork: [branch('fix-x', 'cy'), branch('docs-y', 'dan'), branch('own', 'bo')] },
    });
    expect(found.filter(({ kind }) => kind === 'open-work')).toMatchObject([
      {
        id: 'open-work/one/fix-x',
        text: 'Land or answer fix-x, or say who will.',
        because: `Last worked on ${dayText(epochDay(96))}. All 50 changes by its author with a known lander in 26 weeks landed through you.`,
        who: { people: ['cy'] },
        evidence: [{ kind: 'commit', repository: 'one', id: 'tip-fix-x' }],
      },
    ]);
  });

  it('of a newcomer counts where nobody but the person lands', () => {
    const lines = [...TEAM, 'day 90: eve active'];
    expect(texts({ lines, evidence: { openWork: [branch('new', 'eve')] } })).toContain(
      'Land or answer new, or say who will.',
    );
    expect(texts({ lines, evidence: { openWork: [branch('new', 'eve', 3, ['docs'])] } })).not.toContain(
      'Land or answer new, or say who will.',
    );
  });

  it('of the person is to be finished, handed over or parked, unless nobody touched it for eight weeks', () => {
    const found = texts({
      evidence: { openWork: [branch('mine', 'ada'), branch('old', 'ada', 60), branch('stale', 'cy', 60)] },
    });
    expect(found.filter((text) => /mine|old|stale/.test(text))).toEqual([
      'Finish, hand over or park your branch mine.',
    ]);
  });
});

describe('a plan that a thousand branches would fill', () => {
  it('lists a hundred steps beyond the first screen, and counts the rest', () => {
    const openWork = Array.from({ length: 1000 }, (_, i) => branch(`mine-${i}`, 'ada'));
    const { first, further, notes } = planOf({ evidence: { openWork } });
    expect(first.filter(({ kind }) => kind === 'own-branch')).toHaveLength(2);
    expect(further).toHaveLength(100);
    expect(notes).toContain('Not listed: 898 further steps, the last of the same kinds as those above.');
  });
});

describe('a release', () => {
  const releases = [
    'day 10: ada releases v1',
    'day 31: ada releases v2',
    'day 52: bo releases v3',
    'day 87: ada releases v4',
  ];

  it('is due when the cadence points into the absence, and names who else has released', () => {
    const found = itemsOf({ lines: [...TEAM, ...releases] }).find(({ kind }) => kind === 'release');
    expect(found).toMatchObject({
      text: 'Say who makes the next release, and from which state.',
      who: { people: ['bo'] },
    });
    expect(found?.because).toBe(
      `The last 4 releases came 21 days apart (median), you made 3 of them; after the last on ${dayText(epochDay(87))} by that cadence the next falls between ${dayText(epochDay(108))} and ${dayText(epochDay(115))}.`,
    );
  });

  it('is not mentioned when the cadence points past the absence, or others make them', () => {
    expect(itemsOf({ lines: [...TEAM, ...releases], days: 5 }).some(({ kind }) => kind === 'release')).toBe(false);
    const others = releases.map((line) => line.replace('ada', 'bo'));
    expect(itemsOf({ lines: [...TEAM, ...others] }).some(({ kind }) => kind === 'release')).toBe(false);
  });
});

describe('decisions', () => {
  const record = (title: string, status: string | null, writtenBy: string, ago = 10) => ({
    repository: 'one',
    path: `docs/decisions/${title}.md`,
    title,
    status,
    proposedAt: moment(99 - ago),
    changedAt: moment(99 - ago),
    writtenBy: [`id-${writtenBy}`],
    areas: ['core'],
  });

  it('still open are to be taken or given away, the own ones first', () => {
    const decisions = [
      record('theirs', 'proposed', 'cy'),
      record('mine', 'draft', 'ada'),
      record('done', 'accepted', 'ada'),
      record('dusty', 'proposed', 'ada', 400),
    ];
    const found = itemsOf({ evidence: { decisions } }).filter(({ kind }) => kind === 'decision');
    expect(found).toMatchObject([
      { text: 'Decide “mine”, or say who decides it while you are away.', who: { people: [] } },
      {
        text: 'Decide “theirs”, or say who decides it while you are away.',
        role: 'Also wrote it',
        who: { people: ['cy'] },
      },
    ]);
  });
});

describe('an area', () => {
  it('nobody else works in is to be shown to somebody; the others need one who answers', () => {
    const found = itemsOf({
      coverage: [
        { area: 'core', cover: ['cy', 'bo'], evidence: [{ kind: 'change', repository: 'one', id: 'c1' }] },
        { area: 'alone', elsewhere: ['cy'], evidence: [{ kind: 'change', repository: 'one', id: 'c2' }] },
      ],
    }).filter(({ kind }) => kind === 'cover');
    expect(found.map(({ text, who }) => [text, who.people])).toEqual([
      ['Show somebody around in alone, on a change that is due anyway.', ['cy']],
      ['Say who answers for core while you are away.', ['bo', 'cy']],
    ]);
  });

  it('that went on without the person is left alone', () => {
    const plan = planOf({ coverage: [{ area: 'docs', cover: ['bo'] }] });
    expect(plan.areas).toEqual([]);
    expect(plan.alone).toMatchObject([{ area: 'docs', changes: 35, without: 35 }]);
  });

  it('is written up with decisions, hot files, repairs and what landed last, three of each', () => {
    const hot = { repository: 'one', area: 'core', path: 'core/a.ts', changes: 6, fixes: 1, change: 'c3' };
    const repair = { repository: 'one', area: 'core', change: 'c40', kind: 'revert' as const, landedAt: moment(80) };
    const titles = new Map([['one\nc50', 'Read files twice']]);
    const [area] = planOf({
      coverage: [{ area: 'core', cover: ['cy'] }],
      evidence: { hotFiles: [hot, { ...hot, area: 'docs' }], repairs: [repair], titles },
    }).areas;
    expect(area).toMatchObject({
      hotFiles: [{ title: 'core/a.ts', note: '6 changes, 1 of them a fix' }],
      repairs: [{ title: 'work 40', note: `a revert, ${dayText(epochDay(80))}` }],
      recent: [{ title: 'Read files twice' }, { title: 'work 49' }, { title: 'work 48' }],
    });
  });
});

describe('the first screen', () => {
  it('holds at most twelve items and some of every kind, in their order', () => {
    const openWork = Array.from({ length: 20 }, (_, i) => branch(`fix-${i}`, 'cy'));
    const plan = planOf({
      evidence: { openWork: [...openWork, branch('mine', 'ada')] },
      coverage: [
        { area: 'alone', elsewhere: ['cy'] },
        { area: 'core', cover: ['cy'] },
      ],
    });
    expect(plan.first).toHaveLength(12);
    expect([...new Set(plan.first.map(({ kind }) => kind))]).toEqual(['landing', 'open-work', 'own-branch', 'cover']);
    expect(plan.further.every(({ kind }) => kind === 'open-work')).toBe(true);
  });

  it('is not filled up with branches of the person, which stand below', () => {
    const openWork = Array.from({ length: 9 }, (_, i) => branch(`mine-${i}`, 'ada'));
    const { first, further } = planOf({ evidence: { openWork } });
    expect(first.filter(({ kind }) => kind === 'own-branch').map(({ id }) => id)).toEqual([
      'own-branch/one/mine-0',
      'own-branch/one/mine-1',
    ]);
    expect(further).toHaveLength(7);
  });

  it('of a team that needs nobody is empty, and says nothing that is not so', () => {
    const plan = planOf({ lines: ['days 0-98/2: bo lands docs', 'day 90: ada active'] });
    expect([plan.first, plan.further, plan.areas]).toEqual([[], [], []]);
  });
});

describe('the days of a plan', () => {
  it('are working days: the week before, the last one, the middle, the return and the day after', () => {
    // Day 99 is a Tuesday in May 2023: away until Monday the 29th.
    expect(planOf({}).timeline.map(({ step, day }) => [step, day])).toEqual([
      ['week-before', '2023-05-09'],
      ['last-day', '2023-05-15'],
      ['middle', '2023-05-23'],
      ['return', '2023-05-30'],
      ['look-back', '2023-05-31'],
    ]);
  });
});
