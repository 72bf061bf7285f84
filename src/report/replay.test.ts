import { describe, expect, it } from 'vitest';
import { type Replay, replaySchema } from '../domain/replay.ts';
import { people } from '../domain/report.ts';
import { replayBlocks } from './replay.ts';
import { terminal } from './terminal.ts';

const DAY = 86_400;
const FROM = Date.UTC(2023, 5, 5) / 1000;
const area = (name: string | null, changes: number, passed: number, left: [number, number], names: string[]) => ({
  repository: 'one',
  area: name,
  changes,
  passed,
  left: { nobodyStepsIn: left[0], likelyOnesDo: left[1] },
  steppingIn: people(names),
  evidence: [],
  evidenceTotal: 0,
});

const REPLAY: Replay = replaySchema.parse({
  person: 'Ada Quill',
  from: FROM,
  until: FROM + 56 * DAY,
  assumptions: {
    weeks: 8,
    historyDays: 182,
    percentile: 0.9,
    capacityFactor: 1,
    landing: 'for-others',
    activeDays: 28,
  },
  changes: 38,
  visible: 34,
  passed: 30,
  landOwn: 2,
  evidence: [{ kind: 'change', repository: 'one', id: '0123456789abcdef' }],
  evidenceTotal: 30,
  hidden: null,
  answer: {
    left: { nobodyStepsIn: 28, likelyOnesDo: 13 },
    takenOver: 15,
    takenOverPerWeek: 1.875,
    steppingIn: people(['Dan', 'Bo']),
    streams: {
      all: 9,
      someLeft: { nobodyStepsIn: 6, likelyOnesDo: 4 },
      allLeft: { nobodyStepsIn: 5, likelyOnesDo: 1 },
    },
    areas: [
      area('core', 20, 18, [18, 3], ['Bo', 'Dan']),
      area('docs', 10, 10, [10, 10], []),
      area(null, 3, 2, [0, 0], []),
      area('web', 5, 0, [0, 0], []),
    ],
    fortnights: [
      {
        from: FROM,
        until: FROM + 14 * DAY,
        changes: 38,
        passed: 30,
        left: { nobodyStepsIn: 28, likelyOnesDo: 13 },
        takenOver: 15,
      },
    ],
  },
});
const show = (replay: Replay, everything = false) =>
  terminal({ blocks: replayBlocks(replay, everything) }, { width: 80, unicode: true, colour: false });

describe('the page of the replay', () => {
  it('shows both branches side by side, then where the work stood', () => {
    expect(show(REPLAY)).toMatchInlineSnapshot(`
      "The last 8 weeks again, without Ada Quill
      30 of teammates' 38 changes passed through Ada Quill; 2 of them are by people
      who also land their own work, and go on; who landed 4 is not known, and they go
      on too.
                                        nobody steps in  the likely ones do
      changes left                      28 of 38         13 of 38
      authors with some work left       6 of 9           4 of 9
      authors with all their work left  5 of 9           1 of 9
      taken over                        –                15, 1.9 a week in all
      who steps in                      nobody           Bo, Dan
      Supposed: likely is who landed others' work in the area in the 182 days before
      and was active in the last 28; they take on, per two weeks, the 90th percentile
      of their landings minus the mean, in order of time. A change in several areas
      counts in each.
      It explains where work stood that passed through one person; it foretells no
      absence, and no change in one.
      Passed through Ada Quill: 0123456789 and 29 more (--evidence)

      Where it passed through Ada Quill
      where             changes  passed  left: nobody  likely ones  stepping in
      core                   20      18            18            3  Bo, Dan
      docs                   10      10            10           10  nobody
      outside any area        3       2             0            0  –
      "
    `);
  });

  it('adds two weeks by two weeks when asked for everything', () => {
    expect(show(REPLAY)).not.toContain('2023-06-05');
    expect(show(REPLAY, true)).toMatch(/2023-06-05\s+38\s+30\s+28\s+13\n/);
  });

  it('says so when nobody else was seen with room to step in', () => {
    const answer = { ...(REPLAY.answer as NonNullable<Replay['answer']>), takenOver: 0, steppingIn: people([]) };
    expect(show({ ...REPLAY, answer })).toContain('nobody who has room');
  });

  it('says what is missing where there is no answer, and shows no branch', () => {
    const hidden = show({ ...REPLAY, hidden: { from: FROM, changes: 38, visible: 12 }, answer: null });
    expect(hidden).toContain("who landed is known of only 12 of teammates' 38 changes");
    expect(hidden).not.toContain('steps in');
    expect(show({ ...REPLAY, changes: 0, visible: 0, answer: null })).toContain('no change of a teammate landed');
  });

  it('writes other assumptions as they are', () => {
    const assumed = (some: Partial<Replay['assumptions']>) =>
      show({ ...REPLAY, assumptions: { ...REPLAY.assumptions, ...some } }).replace(/\s+/g, ' ');
    expect(assumed({ percentile: 0.5, capacityFactor: 2 })).toContain(
      'the 50th percentile of their landings minus the mean, times 2, in order of time',
    );
    expect(assumed({ capacityFactor: null, landing: 'anything', activeDays: 56 })).toContain(
      'who landed anything in the area in the 182 days before and was active in the last 56; they take on whatever comes',
    );
  });

  it('names repositories where there are several', () => {
    const answer = REPLAY.answer as NonNullable<Replay['answer']>;
    const areas = [...answer.areas, { ...area('core', 1, 1, [1, 1], []), repository: 'two' }];
    const text = show({ ...REPLAY, answer: { ...answer, areas } });
    expect(text).toContain('one: core');
    expect(text).toContain('two: core');
  });

  it('foretells nothing, and shows no percentage', () => {
    expect(show(REPLAY, true)).not.toMatch(/%|\bwill\b|\bwait/);
  });
});
