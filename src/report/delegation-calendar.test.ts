import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { daysLater } from '../domain/calendar-day.ts';
import type { DelegationTold } from '../domain/delegations.ts';
import { DELEGATIONS_ID, isOurCalendar } from './calendar.ts';
import { delegationCalendar } from './delegation-calendar.ts';

const MONDAY = Date.UTC(2026, 10, 2, 9, 30) / 1000;
const TUESDAY = MONDAY + 86_400;
const told = (more: {
  title?: string;
  due?: string | null;
  on?: readonly string[];
  isOpen?: boolean;
}): DelegationTold => ({
  record: {
    kind: 'delegation',
    id: '20261101-parser',
    path: 'delegations/20261101-parser.md',
    title: more.title ?? 'Own the parser',
    status: 'active',
    isOpen: more.isOpen ?? true,
    fields: {},
    sections: [],
    version: 'v1',
    problems: [],
  },
  to: 'Bo',
  level: { level: 'advise', meaning: 'They decide; you say what you think before.' },
  clock: { state: 'on-time', due: more.due === undefined ? '2026-11-23' : more.due, daysLeft: 20 },
  checkIns: (more.on ?? ['2026-11-09', '2026-11-16']).map((on) => ({ on, held: null, note: null, state: 'ahead' })),
  nextCheckIn: null,
  unsaid: [],
  progress: null,
  takenBack: null,
  alerts: [],
});
const at = (stamp: number, today = '2026-11-02') => ({ stamp, today });
const first = () => delegationCalendar([told({})], null, at(MONDAY)).text;

/** Strictly: what is not RFC 5545 throws. */
const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    start: String(event.getFirstPropertyValue('dtstart')),
    end: String(event.getFirstPropertyValue('dtend')),
    summary: String(event.getFirstPropertyValue('summary')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    status: event.getFirstPropertyValue('status') as string | null,
  }));

describe('the calendar of delegations', () => {
  it('holds each check-in and the day it is due, as whole days, each with an id of its own', () => {
    const all = events(first());
    expect(all.map(({ start, end, summary, sequence }) => [start, end, summary, sequence])).toEqual([
      ['2026-11-09', '2026-11-10', 'Check-in with Bo: Own the parser', 0],
      ['2026-11-16', '2026-11-17', 'Check-in with Bo: Own the parser', 0],
      ['2026-11-23', '2026-11-24', 'Due, with Bo: Own the parser', 0],
    ]);
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(3);
  });

  it('is the same to the byte when nothing changed, whenever it is written again', () => {
    const again = delegationCalendar([told({})], first(), at(TUESDAY));
    expect(again.text).toBe(first());
    expect([again.added, again.changed, again.cancelled]).toEqual([0, 0, 0]);
    expect(delegationCalendar([told({})], first().replaceAll('\r\n', '\n'), at(TUESDAY)).text).toBe(first());
  });

  it('counts up what changed under the same id, and nothing else', () => {
    const moved = delegationCalendar([told({ due: '2026-11-30' })], first(), at(TUESDAY));
    expect([moved.added, moved.changed, moved.cancelled]).toEqual([0, 1, 0]);
    const [before, after] = [events(first()), events(moved.text)];
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after.map(({ start, sequence }) => [start, sequence])).toEqual([
      ['2026-11-09', 0],
      ['2026-11-16', 0],
      ['2026-11-30', 1],
    ]);
    const back = delegationCalendar([told({})], moved.text, at(TUESDAY));
    expect(events(back.text).map(({ sequence }) => sequence)).toEqual([0, 0, 2]);
  });

  it('calls off what is to come and no longer agreed on, and leaves alone what has passed', () => {
    const closed = delegationCalendar([told({ isOpen: false })], first(), at(TUESDAY, '2026-11-12'));
    expect(events(closed.text).map(({ start, status, sequence }) => [start, status, sequence])).toEqual([
      ['2026-11-09', null, 0],
      ['2026-11-16', 'CANCELLED', 1],
      ['2026-11-23', 'CANCELLED', 1],
    ]);
    expect(closed.cancelled).toBe(2);
    const again = delegationCalendar([told({ isOpen: false })], closed.text, at(TUESDAY, '2026-11-12'));
    expect([again.text, again.cancelled]).toEqual([closed.text, 0]);
    const reopened = delegationCalendar([told({})], closed.text, at(TUESDAY, '2026-11-12'));
    expect(events(reopened.text).map(({ status, sequence }) => [status, sequence])).toEqual([
      [null, 0],
      [null, 2],
      [null, 2],
    ]);
  });

  it('is a calendar of delegations, and never taken for one of a handover', () => {
    expect([isOurCalendar(first(), DELEGATIONS_ID), isOurCalendar(first())]).toEqual([true, false]);
  });

  it('stays one that others read, whatever the title is and however often it changes', () => {
    const words = fc.string({ unit: 'binary', maxLength: 120 });
    const day = fc.integer({ min: 0, max: 40 }).map((count) => daysLater('2026-11-02', count));
    const version = fc.record({
      title: words,
      on: fc.uniqueArray(day, { maxLength: 5 }),
      due: fc.option(day),
      isOpen: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 5 }), (versions) => {
        let text: string | null = null;
        let seen = new Map<string, number>();
        for (const [i, one] of versions.entries()) {
          text = delegationCalendar([told(one)], text, at(MONDAY + i * 86_400)).text;
          for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          const now = new Map(events(text).map(({ uid, sequence }) => [uid, sequence]));
          expect(now.size).toBe(events(text).length);
          for (const [uid, sequence] of seen) expect(now.get(uid) ?? -1).toBeGreaterThanOrEqual(sequence);
          seen = now;
        }
      }),
      { numRuns: 50 * Number(process.env.FORTNIGHT_SOAK ?? 1) },
    );
  });
});
