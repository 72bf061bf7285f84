import { describe, expect, it } from 'vitest';
import { jsonBreaches, pageBreaches } from '../../test/must-not.ts';
import { type OpenDecisions, type OpenWork, openDecisionsSchema, openWorkSchema } from '../domain/open-work.ts';
import { people } from '../domain/report.ts';
import { openWorkBlocks } from './open-work.ts';
import { terminal } from './terminal.ts';

const DAY = 86_400;
const AT = Date.UTC(2023, 5, 5) / 1000;
const BRANCH = {
  repository: 'one',
  branch: 'topic/parser',
  tip: '0123456789abcdef',
  number: 12,
  authors: people(['Bo', 'Cy']),
  areas: ['core', '.'],
  beganAt: AT - 20 * DAY,
  workedAt: AT - 10 * DAY,
};
const WORK: OpenWork = openWorkSchema.parse({
  person: 'Ada',
  moment: AT,
  freshDays: 90,
  changes: 40,
  visible: 36,
  isVisible: true,
  teammates: 5,
  waits: [{ ...BRANCH, because: 'authors' }],
  own: [{ ...BRANCH, branch: 'mine', number: null, authors: people(['Ada']), areas: [], workedAt: null }],
  older: 3,
});
const DECISIONS: OpenDecisions = openDecisionsSchema.parse({
  person: 'Ada',
  moment: AT,
  records: 9,
  open: 2,
  waits: [
    {
      repository: 'one',
      path: 'docs/adr/0001-queue.md',
      title: 'Use a queue',
      status: 'proposed',
      proposedAt: AT - 30 * DAY,
      changedAt: AT - DAY,
      because: 'writer',
      others: people([]),
    },
  ],
});
const NONE = { ...DECISIONS, records: 0, open: 0, waits: [] };

const lines = (work: Partial<OpenWork>, decisions: OpenDecisions = NONE, everything = false) =>
  terminal(
    { blocks: openWorkBlocks({ ...WORK, ...work }, decisions, everything) },
    { width: 110, unicode: true, colour: false },
  );

describe('open work is shown', () => {
  it('with why it has had nobody else, the person’s own branches, and decisions', () => {
    expect(lines({}, DECISIONS)).toMatchInlineSnapshot(`
      "Open work that has had hardly anybody but Ada
      Of 5 open branches of teammates, 1 has had no other way:
      branch              areas            last worked on  by      because
      topic/parser (#12)  core and (root)  2023-05-26      Bo, Cy  all or nearly all they landed went through Ada
      Unfinished branches of Ada:
      branch  areas  last worked on
      mine    –      –
      Of 9 decision records, 2 are open, 1 with Ada in it:
      decision     state                      because
      Use a queue  proposed since 2023-05-06  nobody but Ada wrote it
      Branches of this clone worked on in the 90 days before 2023-06-05; 3 older ones left out. A request
      without a branch here is not seen. It tells through whom such work has passed, not what becomes of
      it.
      "
    `);
  });

  it('as not known where landing is hidden', () => {
    const text = lines({ isVisible: false, waits: [], visible: 10 }).replace(/\s+/g, ' ');
    expect(text).toContain(
      'Not enough evidence to say through whom such work passes: who landed is known of 10 of 40 changes.',
    );
    expect(text).not.toContain('topic/parser');
  });

  it('in a sentence when there is none of it', () => {
    const text = lines({ teammates: 0, waits: [], own: [], older: 0 }).replace(/\s+/g, ' ');
    expect(text).toContain('No branch of a teammate is open in this clone.');
    expect(text).toContain('Ada has no unfinished branch in this clone.');
    expect(text).toContain('No decision records were found.');
    expect(text).not.toContain('older');
  });

  it('with its repository when there are several, and cut off unless everything is wanted', () => {
    const many = Array.from({ length: 10 }, (_, i) => ({
      ...BRANCH,
      repository: i % 2 ? 'two' : 'one',
      branch: `b${i}`,
      because: 'areas' as const,
    }));
    expect(lines({ waits: many, teammates: 10 })).toContain('2 more.');
    expect(lines({ waits: many, teammates: 10 }, NONE, true)).toContain('two: b9');
  });

  it('and says nothing that may not be said, also where landing is hidden', () => {
    const said = { person: 'Ada', people: ['Ada', 'Bo', 'Cy'] };
    const hidden: OpenWork = { ...WORK, isVisible: false, waits: [] };
    expect(pageBreaches({ blocks: openWorkBlocks(WORK, DECISIONS, true) }, said)).toEqual([]);
    expect(pageBreaches({ blocks: openWorkBlocks(hidden, DECISIONS, true) }, { ...said, belowFloor: true })).toEqual(
      [],
    );
    for (const value of [WORK, hidden, DECISIONS]) expect(jsonBreaches(value, said)).toEqual([]);
  });
});
