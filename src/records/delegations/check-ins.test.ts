import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, daysLater } from '../../domain/calendar-day.ts';
import { type CheckIn, checkInDays, checkInStates, holdCheckIn } from './check-ins.ts';

const states = (checkIns: readonly CheckIn[], today: string) =>
  checkInStates(checkIns, today).map(({ on, state }) => `${on} ${state}`);

describe('check-ins', () => {
  it('are agreed on every so many days, the last before the day it is due', () => {
    expect(checkInDays('2026-11-02', '2026-11-23', 7)).toEqual(['2026-11-09', '2026-11-16']);
    expect(checkInDays('2026-11-02', '2026-11-08', 7)).toEqual([]);
    expect(checkInDays('2014-11-03', '2026-11-23', 7, '2026-11-16')).toEqual(['2026-11-16']);
    expect(checkInDays('2026-11-02', '2026-11-23', 7, '2026-11-10')).toEqual(['2026-11-16']);
    expect(checkInDays('2026-11-02', '2026-11-23', 0)).toEqual([]);
  });

  it('are missed when their day and one more passed, and not before', () => {
    const agreed = [{ on: '2026-11-09' }, { on: '2026-11-16' }];
    expect(states(agreed, '2026-11-09')).toEqual(['2026-11-09 now', '2026-11-16 ahead']);
    expect(states(agreed, '2026-11-10')).toEqual(['2026-11-09 now', '2026-11-16 ahead']);
    expect(states(agreed, '2026-11-11')).toEqual(['2026-11-09 missed', '2026-11-16 ahead']);
  });

  it('are made up for by a later talk, and do not pile up', () => {
    const agreed = [{ on: '2026-11-02' }, { on: '2026-11-09' }, { on: '2026-11-16' }];
    const held = holdCheckIn(agreed, '2026-11-10', 'on its way');
    expect(held[1]).toEqual({ on: '2026-11-09', held: '2026-11-10', note: 'on its way' });
    expect(states(held, '2026-11-19')).toEqual(['2026-11-02 made-up', '2026-11-09 held', '2026-11-16 missed']);
  });

  it('count as held a little early, and a talk between two of them is one of its own', () => {
    const agreed = [{ on: '2026-11-09' }, { on: '2026-11-16' }];
    expect(holdCheckIn(agreed, '2026-11-06', null)).toEqual([
      { on: '2026-11-09', held: '2026-11-06' },
      { on: '2026-11-16' },
    ]);
    expect(holdCheckIn(agreed, '2026-11-01', null)).toEqual([{ on: '2026-11-01', held: '2026-11-01' }, ...agreed]);
  });

  const day = fc.integer({ min: 0, max: 60 }).map((count) => daysLater('2026-11-01', count));

  it('are never lost by holding one: exactly one more is held, and whatever was missed before it is made up for', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 12 }), fc.array(day, { maxLength: 12 }), day, (on, held, today) => {
        const before = on.map((one, i) => (held[i] === undefined ? { on: one } : { on: one, held: held[i] }));
        const after = holdCheckIn(before, today, null);
        const count = (of: readonly CheckIn[]) => of.filter((one) => one.held !== undefined).length;
        expect(count(after)).toBe(count(before) + 1);
        expect(after.length - before.length).toBeLessThanOrEqual(1);
        const missed = checkInStates(after, daysLater(today, 1)).filter(({ state }) => state === 'missed');
        expect(missed.filter(({ on: one }) => one <= today)).toEqual([]);
      }),
    );
  });

  it('lie so many days apart, after the start and before the end, at most two hundred', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 60 }), (start, length, every) => {
        const due = daysLater(start, length);
        const days = checkInDays(start, due, every);
        expect(days).toHaveLength(Math.min(200, Math.max(0, Math.ceil(length / every) - 1)));
        days.forEach((one, i) => {
          expect(daysBetween(start, one)).toBe((i + 1) * every);
          expect(one < due).toBe(true);
        });
      }),
    );
  });
});
