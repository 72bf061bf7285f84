import { describe, expect, it } from 'vitest';
import { type NobodyElse, nobodyElseSchema, type ReleaseCadence } from '../domain/deputies.ts';
import { people } from '../domain/report.ts';
import { nobodyElseBlocks, releaseWords } from './nobody-else.ts';
import { terminal } from './terminal.ts';

const DAY = 86_400;
const AT = Date.UTC(2023, 5, 5) / 1000;
const CADENCE: ReleaseCadence = {
  repository: 'one',
  releases: 10,
  known: 9,
  byPerson: 8,
  lastAt: AT - 10 * DAY,
  cadence: 21 * DAY,
  ownCadence: 30 * DAY,
  isOver: false,
  nextBetween: { from: AT + 4 * DAY, until: AT + 20 * DAY },
  others: people(['Cy', 'Bo']),
  notSeenLately: people([]),
  evidence: [],
  evidenceTotal: 0,
};
const VIEW: NobodyElse = nobodyElseSchema.parse({
  person: 'Ada',
  moment: AT,
  days: 182,
  activeDays: 28,
  areasSeen: 7,
  areas: [
    { repository: 'one', area: 'core', changes: 20, through: 18, lacks: 'lander', evidence: [], evidenceTotal: 0 },
    { repository: 'one', area: 'attic', changes: 3, through: 3, lacks: 'anybody', evidence: [], evidenceTotal: 0 },
  ],
  reviews: {
    changes: 40,
    seen: 36,
    isVisible: true,
    onlyPerson: 30,
    approved: 5,
    evidence: [{ kind: 'change', repository: 'one', id: '0123456789abcdef' }],
    evidenceTotal: 30,
  },
  releases: [CADENCE],
});
const show = (view: NobodyElse) =>
  terminal({ blocks: nobodyElseBlocks(view) }, { width: 80, unicode: true, colour: false });

describe('the page of what has nobody else', () => {
  it('shows areas, reviews and releases, each with what it rests on', () => {
    expect(show(VIEW)).toMatchInlineSnapshot(`
      "What has nobody but Ada
      In 2 of 7 areas with changes, somebody is missing:
      area   written or landed  missing
      core            18 of 20  somebody else who lands
      attic             3 of 3  anybody else who is active
      Written or landed: by Ada, of all changes there.
      Reviews: of teammates' 36 changes that somebody else is known to have approved
      or landed, 30 had Ada alone.
      With Ada alone: 0123456789 and 29 more (--evidence)
      Releases: Ada made 8 of the last 9 with a known maker; Bo and Cy also released.
      By habit one every 21 days (median), the last on 2023-05-26: the next would be
      due between 2023-06-09 and 2023-06-25. A habit is no plan.
      Seen in the 182 days before 2023-06-05; active is who was seen in the last 28.
      Rights nobody used, and reviews on a forge, leave no trace in git.
      "
    `);
  });

  it('says so where somebody else is always seen, and where there is nothing to see', () => {
    expect(show({ ...VIEW, areas: [] })).toContain(
      'In each of the 7 areas with changes, somebody else who is active is seen.',
    );
    expect(show({ ...VIEW, areas: [], areasSeen: 0, releases: [] })).toMatch(
      /No area had a change\.[\s\S]*No tag looks like a release/,
    );
  });

  it('gives no count of reviews where nobody is seen looking at most changes', () => {
    const text = show({ ...VIEW, reviews: { ...VIEW.reviews, seen: 5, isVisible: false } });
    expect(text).toContain('not enough evidence');
    expect(text).not.toContain('Ada alone.');
  });
});

describe('releases in words', () => {
  it.each<[string, Partial<ReleaseCadence>, string]>([
    [
      'that passed',
      { nextBetween: { from: AT - 5 * DAY, until: AT - DAY } },
      'the next would have been due between 2023-05-31',
    ],
    ['of nobody known', { known: 0, byPerson: 0 }, 'who made the last 10 is not known'],
    [
      'of nobody else',
      { others: people([]), notSeenLately: people(['Eve']) },
      'no other active person is known to have released (not seen lately: Eve)',
    ],
    ['too few', { cadence: null, nextBetween: null }, 'Too few releases for a habit.'],
    [
      'that stopped',
      { isOver: true, nextBetween: null },
      'that habit is over, or goes on where this history does not show it.',
    ],
  ])('%s', (_, cadence, words) => {
    expect(releaseWords({ ...CADENCE, ...cadence }, VIEW)).toContain(words);
  });
});
