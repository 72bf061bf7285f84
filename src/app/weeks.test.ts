import { describe, expect, it } from 'vitest';
import { openTables } from '../../test/tables.ts';
import type { Lead, Setting } from '../domain/setting.ts';
import { weeksSchema } from '../domain/weeks.ts';
import { DAY } from '../domain/window.ts';
import { askable } from './askable.ts';
import type { Opened } from './open.ts';
import { weeks } from './weeks.ts';

/** A Monday. */
const FIRST = Date.UTC(2023, 1, 6) / 1000;
const at = (day: number): number => FIRST + day * DAY + 3600;

const NAMES: Readonly<Record<string, string>> = { ada: 'Ada', bo: 'Bo', cy: 'Cy', bot: 'a bot' };
const ADA: Lead = { person: 'ada', name: 'Ada', basis: 'given', reason: 'Named by --lead.', isClose: false };

/** Changes as `[day, author, lander]`, seen until a day. */
async function opened(changes: readonly (readonly [number, string, string])[], until: number, lead: Lead = ADA) {
  const rows = changes.map(([day, author, lander], i) => ({ id: `c${i}`, time: at(day), author, lander }));
  const query = await openTables({
    people: Object.entries(NAMES).map(([person, name]) => ({
      person,
      name,
      kind: person === 'bot' ? 'bot' : 'human',
    })),
    identities: Object.entries(NAMES).map(([person, name]) => ({
      identity: `${name} <${person}@example.org>`,
      person,
    })),
    commits: rows.map(({ id, time, author, lander }) => ({
      id,
      change: id,
      author,
      committer: lander,
      author_time: time,
      committer_time: time,
    })),
    changes: rows.map(({ id, time, lander }) => ({ change: id, lander, landed_at: time, worked_at: time, title: id })),
    change_authors: rows.map(({ id, author }) => ({ change: id, person: author })),
  });
  const window = { since: FIRST, until: FIRST + until * DAY };
  const setting: Setting = { repositories: ['repo'], window, lead, isPartial: false, notes: [] };
  return { facts: { query }, setting } as unknown as Opened;
}
const now = { now: () => FIRST + 1000 * DAY };
const asked = { persons: [], from: null, back: 100 };

describe('weeks', () => {
  it('tell the flow around the lead, week by week, until the window ends', async () => {
    const facts = await opened(
      [
        [0, 'bo', 'ada'],
        [1, 'cy', 'cy'],
        [8, 'ada', 'ada'],
        [15, 'bo', 'ada'],
      ],
      14,
    );
    const answer = weeksSchema.parse(await weeks(facts, now, asked));
    expect(answer).toMatchObject({ who: 'Ada', moment: FIRST + 14 * DAY, absences: [] });
    expect(answer.weeks.map(({ landed, through, own }) => [landed, through, own])).toEqual([
      [2, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('end where an absence begins, and are of everybody who was named', async () => {
    const facts = await opened(
      [
        [0, 'bo', 'ada'],
        [1, 'cy', 'bo'],
        [9, 'cy', 'ada'],
      ],
      21,
    );
    const answer = await weeks(facts, now, { persons: ['Ada', 'Bo'], from: '2023-02-13', back: 100 });
    expect(answer.who).toBe('Ada and Bo');
    expect(answer.weeks.map(({ landed, through, own }) => [landed, through, own])).toEqual([[1, 1, 1]]);
  });

  it('are joined with the silences of the person that reach into them, in words', async () => {
    const daily = (from: number, to: number, author: string) =>
      Array.from({ length: to - from }, (_, i) => [from + i, author, author] as const);
    const facts = await opened([...daily(0, 150, 'ada'), ...daily(171, 240, 'ada'), ...daily(0, 240, 'bo')], 240);
    const { absences } = await weeks(facts, now, asked);
    expect(absences).toMatchObject([{ from: FIRST + 150 * DAY, to: FIRST + 171 * DAY, kind: 'temporary' }]);
    expect(absences[0]?.said).toMatch(/^2023-07-06 to 2023-07-26: came back; 14 → 14, /);
    expect((await weeks(facts, now, { ...asked, back: 4 })).absences).toEqual([]);
  });
});

describe('who may be asked about', () => {
  it('is everybody seen in a year, and the lead, in the order of the alphabet; no bot', async () => {
    const facts = await opened(
      [
        [0, 'cy', 'cy'],
        [390, 'bo', 'bo'],
        [391, 'bot', 'bot'],
      ],
      400,
    );
    expect(await askable(facts)).toEqual({ lead: ADA, until: FIRST + 400 * DAY, people: { people: ['Ada', 'Bo'] } });
  });

  it('is said also where nobody leads', async () => {
    const nobody: Lead = { person: null, name: null, basis: 'nobody', reason: 'Nobody.', isClose: false };
    const facts = await opened([[0, 'cy', 'cy']], 10, nobody);
    expect((await askable(facts)).people).toEqual({ people: ['Cy'] });
  });
});
