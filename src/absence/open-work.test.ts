import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { openTables } from '../../test/tables.ts';
import { openDecisionsSchema, openWorkSchema } from '../domain/open-work.ts';
import type { Row } from '../domain/tables.ts';
import { asOne } from './history.ts';
import { decisionsWaitingFor, readDecisions } from './open-decisions.ts';
import { readOpenWork, waitsOnlyFor } from './open-work.ts';

const NOW = 200;
/** Everything by bo goes through ada; cy lands alone; in core only ada lands. */
const TEAM = ['days 150-199: bo > ada core', 'days 150-199/2: cy lands docs', 'day 20: dan lands attic'];

const branch = (name: string, authors: readonly string[], more: Partial<Row<'open_work'>> = {}): Row<'open_work'> => ({
  repository: 'one',
  branch: name,
  tip: `tip-${name}`,
  authors: authors.map((author) => `id-${author}`),
  commits: 2,
  began_at: moment(190),
  worked_at: moment(195),
  areas: ['core'],
  number: null,
  last_committer: null,
  is_line: false,
  is_landed_elsewhere: false,
  ...more,
});

const ask = (rows: readonly Row<'open_work'>[], lines: readonly string[] = TEAM) => {
  const history = historyOf(lines, { until: NOW });
  return openWorkSchema.parse(waitsOnlyFor(history, personOf(history, 'ada'), moment(NOW), rows));
};
const waits = (rows: readonly Row<'open_work'>[], lines?: readonly string[]) =>
  ask(rows, lines).waits.map(({ branch: name, because }) => [name, because]);

describe('open work that has had nobody else', () => {
  it('is by people whose changes all but only the person landed', () => {
    expect(waits([branch('by-bo', ['bo']), branch('by-cy', ['cy']), branch('by-both', ['bo', 'cy'])])).toEqual([
      ['by-bo', 'authors'],
    ]);
  });

  it('is, by people of whom nothing landed lately, where nobody else lands', () => {
    expect(
      waits([
        branch('there', ['dan']),
        branch('elsewhere', ['dan'], { areas: ['core', 'docs'] }),
        branch('nowhere', ['dan'], { areas: [] }),
      ]),
    ).toEqual([['there', 'areas']]);
  });

  it('is not said of anything where landing is hidden', () => {
    const hidden = ['days 150-199: bo > ? core', 'days 150-199/2: bo > ada core'];
    const found = ask([branch('by-bo', ['bo']), branch('mine', ['ada'])], hidden);
    expect(found).toMatchObject({ isVisible: false, teammates: 1, waits: [], changes: 75, visible: 25 });
    expect(found.own.map(({ branch: name }) => name)).toEqual(['mine']);
  });

  it('is none of what is a line, has landed in another form, has no person for an author, or began later', () => {
    expect(
      ask([
        branch('line', ['bo'], { is_line: true }),
        branch('landed', ['bo'], { is_landed_elsewhere: true }),
        branch('bot', []),
        branch('later', ['bo'], { began_at: moment(NOW) }),
      ]),
    ).toMatchObject({ teammates: 0, waits: [], own: [], older: 0 });
  });

  it('is counted, and no more, when nobody touched it for 90 days', () => {
    const old = { began_at: moment(10), worked_at: moment(NOW - 91) };
    expect(ask([branch('old', ['bo'], old), branch('mine', ['ada'], old), branch('fresh', ['bo'])])).toMatchObject({
      older: 2,
      teammates: 1,
      waits: [{ branch: 'fresh' }],
      own: [],
    });
  });

  it('is never that of the person, alone or with others: those are unfinished branches of theirs', () => {
    const found = ask([branch('mine', ['ada']), branch('ours', ['ada', 'bo'])]);
    expect(found.waits).toEqual([]);
    expect(found.own.map(({ branch: name, authors }) => [name, authors.people])).toEqual([
      ['mine', ['ada']],
      ['ours', ['ada', 'bo']],
    ]);
  });

  it('takes everybody who is away for one', () => {
    const whole = historyOf([...TEAM, 'days 150-199: eve > cy docs'], { until: NOW });
    const [ada, cy] = [personOf(whole, 'ada'), personOf(whole, 'cy')];
    const rows = [branch('by-eve', ['eve'], { areas: ['docs'] }), branch('by-cy', ['cy'])];
    const found = waitsOnlyFor(asOne(whole, [ada, cy]), ada, moment(NOW), rows, ['id-ada', 'id-cy']);
    expect(found.waits.map(({ branch: name }) => name)).toEqual(['by-eve']);
    expect(found.own.map(({ branch: name }) => name)).toEqual(['by-cy']);
  });
});

describe('decisions that have the person in them', () => {
  const record = (path: string, more: Partial<Row<'decisions'>>): Row<'decisions'> => ({
    repository: 'one',
    path,
    title: `About ${path}`,
    status: 'proposed',
    date: null,
    deciders: [],
    proposed_at: moment(180),
    last_changed_at: moment(190),
    written_by: ['id-bo'],
    areas: [],
    ...more,
  });
  const askAbout = (rows: readonly Row<'decisions'>[]) => {
    const history = historyOf(TEAM, { until: NOW });
    return openDecisionsSchema.parse(decisionsWaitingFor(history, personOf(history, 'ada'), moment(NOW), rows));
  };

  it('are open ones that name them, that nobody else wrote, or about areas where nobody else lands', () => {
    const found = askAbout([
      record('named', { deciders: ['@ADA', 'bo'] }),
      record('written', { written_by: ['id-ada'], status: 'draft' }),
      record('about', { areas: ['core'] }),
      record('with-bo', { written_by: ['id-ada', 'id-bo'] }),
      record('elsewhere', { areas: ['core', 'docs'] }),
      record('taken', { deciders: ['ada'], status: 'accepted' }),
      record('unknown', { deciders: ['ada'], status: null }),
      record('later', { deciders: ['ada'], proposed_at: moment(NOW) }),
    ]);
    expect(found.waits.map(({ path, because, others }) => [path, because, others.people])).toEqual([
      ['named', 'decider', ['bo']],
      ['written', 'writer', []],
      ['about', 'areas', ['bo']],
    ]);
    expect(found).toMatchObject({ records: 7, open: 5 });
  });
});

it('open work and decisions are read with their lists, the newest first', async () => {
  const query = await openTables({
    open_work: [
      { branch: 'old', tip: 'a', worked_at: 1, authors: ['bo', 'cy'], areas: ['core'] },
      { branch: 'new', tip: 'b', worked_at: 2 },
      { branch: 'unknown', tip: 'c', worked_at: null },
    ],
    decisions: [
      { path: 'a.md', title: 'A', last_changed_at: 1, deciders: ['Bo'] },
      { path: 'b.md', title: 'B', last_changed_at: 2 },
    ],
  });
  const work = await readOpenWork(query);
  expect(work.map(({ branch: name }) => name)).toEqual(['new', 'old', 'unknown']);
  expect(work[1]).toMatchObject({ authors: ['bo', 'cy'], areas: ['core'], is_line: false });
  expect((await readDecisions(query)).map(({ title, deciders }) => [title, deciders])).toEqual([
    ['B', []],
    ['A', ['Bo']],
  ]);
});
