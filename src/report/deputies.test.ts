import { describe, expect, it } from 'vitest';
import { type Deputies, type DeputyRow, deputiesSchema } from '../domain/deputies.ts';
import { people } from '../domain/report.ts';
import { deputiesBlocks, deputyWords } from './deputies.ts';
import { terminal } from './terminal.ts';

const AT = Date.UTC(2023, 5, 5) / 1000;
const ROW: DeputyRow = {
  repository: 'one',
  area: 'core',
  changes: 20,
  visible: 18,
  passed: 15,
  isVisible: true,
  landForOthers: people([]),
  landOwnOnly: people([]),
  notSeenLately: people([]),
  approved: people([]),
  lastAt: null,
  couldCover: null,
  elsewhere: null,
  evidence: [],
  evidenceTotal: 0,
};
const asked = { person: 'Ada', days: 182 };

describe('the deputy question in words', () => {
  it.each<[string, Partial<DeputyRow>, string]>([
    ['nobody', {}, "Nobody else who is active has been seen landing others' changes here in the last 182 days."],
    [
      'somebody',
      { landForOthers: people(['Cy', 'Bo']) },
      "In the last 182 days, without Ada, others' changes were landed here by Bo and Cy.",
    ],
    [
      'somebody for themselves, and somebody gone quiet',
      { landOwnOnly: people(['Dan']), notSeenLately: people(['Eve']) },
      "Nobody else who is active has been seen landing others' changes here in the last 182 days. Dan landed only their own. Eve did land here, not seen lately.",
    ],
    [
      'nothing to land for others',
      { changes: 0, visible: 0, passed: 0 },
      'No change of a teammate landed here in the last 182 days.',
    ],
    [
      'hidden',
      { visible: 3, isVisible: false },
      "Landing is hidden: who landed is known of 3 of teammates' 20 changes in the last 182 days.",
    ],
    [
      'hidden, and yet somebody',
      { visible: 3, isVisible: false, landForOthers: people(['Bo']) },
      "Landing is hidden: who landed is known of 3 of teammates' 20 changes in the last 182 days. Seen landing others' changes nevertheless: Bo.",
    ],
  ])('%s', (_, row, words) => {
    expect(deputyWords({ ...ROW, ...row }, asked)).toBe(words);
  });
});

describe('the page of deputies', () => {
  const found: Deputies = deputiesSchema.parse({
    ...asked,
    moment: AT,
    activeDays: 28,
    repositories: [
      {
        ...ROW,
        area: null,
        landForOthers: people(['Bo']),
        evidence: [{ kind: 'change', repository: 'one', id: '0123456789abcdef' }],
        evidenceTotal: 3,
      },
    ],
    areas: [
      { ...ROW, landForOthers: people(['Bo']), lastAt: AT, couldCover: people(['Bo', 'Cy']), elsewhere: people([]) },
      {
        ...ROW,
        area: 'docs',
        passed: 4,
        landOwnOnly: people(['Dan']),
        couldCover: people([]),
        elsewhere: people(['Cy']),
      },
      { ...ROW, area: 'web', passed: 1, visible: 1, isVisible: false, couldCover: people([]), elsewhere: people([]) },
      { ...ROW, area: 'attic', passed: 0 },
    ],
  });
  const show = (deputies: Deputies, everything = false) =>
    terminal({ blocks: deputiesBlocks(deputies, everything) }, { width: 80, unicode: true, colour: false });

  it('answers for the whole, then for each area through which something passed', () => {
    expect(show(found)).toMatchInlineSnapshot(`
      "Who else may land this, and does anyone?
      In the last 182 days, without Ada, others' changes were landed here by Bo.
      Landed without Ada: 0123456789 and 2 more (--evidence)
      area    passed  who else lands           last  knows it too
      core  15 of 20  Bo                 2023-06-05  Cy
      docs   4 of 20  own only: Dan               –  to learn it: Cy
      web    1 of 20  landing is hidden           –  nobody
      1 more area. A right that nobody used leaves no trace.
      "
    `);
  });

  it('shows every area when asked for everything', () => {
    expect(show(found)).not.toContain('attic');
    expect(show(found, true)).toContain('attic');
  });

  it('says so when nothing landed', () => {
    expect(show({ ...found, repositories: [], areas: [] })).toContain(
      'Nothing landed in the 182 days before 2023-06-05.',
    );
  });
});
