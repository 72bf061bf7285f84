import { describe, expect, it } from 'vitest';
import { changes, times, WINDOW } from '../../../test/ask.ts';
import { openedTables, practiceAt } from '../../../test/practice.ts';
import { journalCandidatesSchema } from '../../domain/journal-candidates.ts';
import { DAY } from '../../domain/window.ts';
import { journalCalibration, resolveClaim } from './journal.ts';
import { journalCandidates } from './journal-candidates.ts';
import { logJournal } from './log-journal.ts';

/** A month later. */
const LATER = WINDOW.until + 31 * DAY;

describe('the journal', () => {
  it('holds a claim from the day it is logged to the day somebody looks', async () => {
    const at = practiceAt();
    const logged = await logJournal(at, { title: 'Asked what breaks if we wait', claim: 'saves two weeks', sure: 70 });
    expect(logged).toMatchObject({ id: '19720927-asked-what-breaks-if-we-wait', isOpen: true });
    expect(logged.fields).toEqual({
      ...{ status: 'open', on: '1972-09-27', claim: 'saves two weeks', sure: 70, 'check-on': '1972-10-27' },
    });
    const later = { ...at, effects: { ...at.effects, now: () => LATER } };
    expect((await journalCalibration(later)).leftOut).toMatchObject({ overdue: 1 });
    const resolved = await resolveClaim(later, '19720927', 'held');
    expect([resolved.isOpen, resolved.fields.status, resolved.fields.resolved]).toEqual([false, 'held', '1972-10-28']);
    expect((await journalCalibration(later)).all).toMatchObject({ claims: 1, held: 1, stated: 0.7 });
  });

  it('asks nothing of what claims nothing', async () => {
    const at = practiceAt();
    const { id, isOpen, fields } = await logJournal(at, { title: 'Listened' });
    expect([isOpen, fields]).toEqual([false, { status: 'noted', on: '1972-09-27' }]);
    await expect(resolveClaim(at, id, 'failed')).rejects.toMatchObject({ code: 'no-claim' });
  });

  it.each([
    [{ title: ' ' }],
    [{ title: 'x', kind: 'heroism' }],
    [{ title: 'x', claim: 'y', sure: 100 }],
    [{ title: 'x', claim: '  ' }],
  ])('refuses %j, and writes nothing', async (capture) => {
    const at = practiceAt();
    await expect(logJournal(at, capture)).rejects.toMatchObject({ code: 'invalid-record' });
    expect((await journalCalibration(at)).leftOut).toEqual({ unknowable: 0, unsure: 0, open: 0, overdue: 0 });
  });
});

/** Changes of bo, the newest last: the last is in three areas, where others are in one; the newest of all is dee's first. */
const WORK = changes(...times(30, 'bo > bo core'), 'ada+cy > ada core', 'bo > bo core docs http', 'dee > ada docs');
const TABLES = {
  ...WORK,
  changes: (WORK.changes ?? []).map((change) => ({ ...change, title: `Work ${change.change}` })),
  reviews: [
    { change: 'c032', person: 'ada', kind: 'approval' },
    { change: 'c030', person: 'ada', kind: 'approval' }, // routine
  ],
  decisions: [
    { path: 'docs/decisions/7.md', title: "Don't cache", proposed_at: WINDOW.until - DAY, written_by: ['ada'] },
    { path: 'docs/decisions/6.md', title: 'Cache', proposed_at: WINDOW.until - 60 * DAY, written_by: ['ada'] },
    { path: 'docs/decisions/5.md', title: 'Log', proposed_at: WINDOW.until - DAY, written_by: ['ada', 'bo'] },
  ],
};

describe('what is suggested for the journal', () => {
  it('is what the evidence shows the lead did for others of late, each with the line that logs it', async () => {
    const found = journalCandidatesSchema.parse(await journalCandidates(await openedTables(TABLES), practiceAt(), 28));
    expect(found.candidates.map(({ seen, title, beneficiaries }) => [seen, title, beneficiaries.people])).toEqual([
      ['first-change', 'Helped a first change here to land: Work c033', ['dee']],
      ['complex-review', 'Reviewed a complex change: Work c032', ['bo']],
      ['written-together', 'Wrote a change together: Work c031', ['cy']],
      ['decision', "Wrote down a decision: Don't cache", []],
    ]);
    expect(found.candidates.at(-1)?.line).toBe(
      "fortnight log 'Wrote down a decision: Don'\\''t cache' --kind context --link docs/decisions/7.md",
    );
    expect(found.candidates[0]?.line).toMatch(/ --kind unblocked --link c033 --for dee$/);
  });

  it('leaves out what is logged already, by its id or the beginning of it', async () => {
    const at = practiceAt();
    await logJournal(at, { title: 'Decided', links: ['docs/decisions/7.md'] });
    const found = await journalCandidates(await openedTables(TABLES), at, 28);
    expect([found.candidates.length, found.logged]).toEqual([3, 1]);
  });

  it('finds no first change where the past is cut off, and nothing complex among few changes', async () => {
    const few = changes(...times(5, 'bo > bo core'), 'bo > bo core docs http', 'dee > ada docs');
    const tables = {
      ...{ ...few, reviews: [{ change: 'c006', person: 'ada', kind: 'approval' }] },
      repositories: [{ repository: 'repo', is_shallow: true }],
    };
    expect((await journalCandidates(await openedTables(tables), practiceAt(), 28)).candidates).toEqual([]);
  });

  it('is nothing where nobody could be told to be the lead', async () => {
    expect((await journalCandidates(await openedTables(TABLES, { lead: null }), practiceAt(), 28)).candidates).toEqual(
      [],
    );
  });
});
