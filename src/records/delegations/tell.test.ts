import { describe, expect, it } from 'vitest';
import { delegationToldSchema, type Sighting } from '../../domain/delegations.ts';
import { LEVELS } from '../../domain/records/delegation.ts';
import { LEVEL_MEANINGS } from './levels.ts';
import { alertsInOrder, type DelegationEntry, delegationsInOrder, tellDelegation } from './tell.ts';

const entry = (fields: DelegationEntry['fields'], more: Partial<DelegationEntry> = {}): DelegationEntry => ({
  kind: 'delegation',
  id: '20261101-parser',
  path: 'delegations/20261101-parser.md',
  title: 'Own the parser',
  status: 'active',
  isOpen: true,
  fields: { status: 'active', ...fields },
  sections: [],
  version: 'v1',
  problems: [],
  text: '',
  ...more,
});
const WHOLE: DelegationEntry['fields'] = {
  to: 'Bo',
  level: 'advise',
  measure: 'The suite is green without the old parser',
  tools: 'Two days a week',
  goal: 'One parser',
  due: '2026-12-01',
  'check-ins': [{ on: '2026-11-08' }, { on: '2026-11-15' }],
};
const OUTCOME = { heading: 'Outcome', text: 'The old parser is gone.' };
const change = (id: string, landedAt: number) => ({
  evidence: { kind: 'change' as const, repository: 'engine', id },
  title: `Change ${id}`,
  landedAt,
});
const sighting = (...changes: ReturnType<typeof change>[]): Sighting => ({
  state: changes.length === 0 ? 'nothing' : 'seen',
  because: 'Something.',
  changes,
  isMore: false,
});

describe('a delegation', () => {
  it('says which parts of the contract are not said, each as a question', () => {
    const told = tellDelegation(entry({ to: 'Bo', due: '2026-12-01' }), '2026-11-02', null);
    expect(told.unsaid.map(({ part }) => part)).toEqual([
      'specific',
      'measurable',
      'actionable',
      'relevant',
      'trackable',
    ]);
    for (const { prompt } of told.unsaid) expect(prompt).toMatch(/^[A-Z].*\?$/);
    expect(tellDelegation(entry(WHOLE, { sections: [OUTCOME] }), '2026-11-02', null).unsaid).toEqual([]);
    const blank = entry(WHOLE, { sections: [{ ...OUTCOME, text: ' \n' }] });
    expect(tellDelegation(blank, '2026-11-02', null).unsaid.map(({ part }) => part)).toEqual(['specific']);
  });

  it('says what its level means: the higher, the more is given away', () => {
    expect(tellDelegation(entry(WHOLE), '2026-11-02', null).level).toEqual({
      level: 'advise',
      meaning: 'They decide; you say what you think before.',
    });
    expect(new Set(LEVELS.map((level) => LEVEL_MEANINGS[level])).size).toBe(7);
  });

  it('alerts the lead of what they did not hold, of what they took back, and of a day that passed', () => {
    const seen = { progress: sighting(), takenBack: sighting(change('b', 1_794_700_800), change('a', 1_794_600_000)) };
    const told = tellDelegation(entry(WHOLE), '2026-12-03', seen);
    expect(told.alerts.map(({ kind, since, text }) => [kind, since, text])).toEqual([
      ['take-back', '2026-11-15', 'You worked on it yourself since you gave it away: 2 changes.'],
      ['missed-check-in', '2026-11-08', 'You did not hold 2 check-ins you agreed on: 2026-11-08 and 2026-11-15.'],
      ['overdue', '2026-12-01', 'It was due 2 days ago: say whether it is done, or agree on another day.'],
    ]);
    expect(told.alerts[0]?.changes).toHaveLength(2);
    expect(delegationToldSchema.parse(told)).toEqual(told);
  });

  it('alerts of nothing once it is closed, and asks for nothing more', () => {
    const closed = entry({ to: 'Bo', due: '2026-11-01', 'check-ins': [{ on: '2026-10-08' }] }, { isOpen: false });
    const told = tellDelegation(closed, '2026-12-03', { progress: sighting(), takenBack: null });
    expect([told.alerts, told.unsaid, told.clock.state, told.nextCheckIn]).toEqual([[], [], 'closed', null]);
  });

  it('is due soon within a week, on time before, overdue after', () => {
    const state = (today: string) => tellDelegation(entry(WHOLE), today, null).clock.state;
    expect(['2026-11-23', '2026-11-24', '2026-12-01', '2026-12-02'].map(state)).toEqual([
      'on-time',
      'due-soon',
      'due-soon',
      'overdue',
    ]);
    expect(tellDelegation(entry({ to: 'Bo' }), '2026-11-02', null).clock.state).toBe('no-day');
  });

  it('names the next day to talk', () => {
    expect(tellDelegation(entry(WHOLE), '2026-11-08', null).nextCheckIn).toBe('2026-11-08');
    expect(tellDelegation(entry(WHOLE), '2026-11-12', null).nextCheckIn).toBe('2026-11-15');
    expect(tellDelegation(entry(WHOLE), '2026-11-20', null).nextCheckIn).toBeNull();
  });
});

describe('several delegations', () => {
  const late = tellDelegation(entry({ ...WHOLE, due: '2026-11-01' }, { id: 'late' }), '2026-12-03', null);
  const back = tellDelegation(entry({ to: 'Bo' }, { id: 'back' }), '2026-12-03', {
    progress: sighting(),
    takenBack: sighting(change('a', 1_794_600_000)),
  });
  const done = tellDelegation(entry({ to: 'Bo' }, { id: 'done', isOpen: false, status: 'done' }), '2026-12-03', null);

  it('stand by the day they are due, closed ones last', () => {
    expect(delegationsInOrder([done, back, late]).map(({ record }) => record.id)).toEqual(['late', 'back', 'done']);
  });

  it('tell take-backs first, then talks that were not held, then days that passed', () => {
    expect(alertsInOrder([late, back, done]).map(({ kind }) => kind)).toEqual([
      'take-back',
      'missed-check-in',
      'overdue',
    ]);
  });
});
