import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLater } from '../../domain/calendar-day.ts';
import { MOST_OF_A_PART, WEEK_MINUTES, type WeekItem, weekReviewSchema } from '../../domain/week-review.ts';
import { shareMinutes } from './minutes.ts';
import type { FoundPart } from './review.ts';
import { weekReview } from './review.ts';

const TODAY = '2026-11-21';
const FIGURES = { ends: { before: 1, now: 2 }, answer: 'No change is shown.', figures: [], notes: [] };

const item = (id: string, more: Partial<WeekItem> = {}): WeekItem => ({
  record: { kind: 'journal', id },
  title: id,
  because: ['due today'],
  since: TODAY,
  settle: [`fortnight journal set ${id} --status held`],
  opens: `fortnight journal show ${id}`,
  evidence: [],
  ...more,
});
const part = (id: string, items: readonly WeekItem[]): FoundPart => ({
  id,
  title: id,
  lists: `fortnight ${id} list`,
  missing: null,
  items,
});
const review = (week: string, on: string) => ({
  id: on,
  fields: { status: 'done' as const, week, on },
  sections: [
    { heading: 'What kind of wrong did you let stand?', text: 'A survivable one.\n' },
    { heading: 'Next week', text: 'Ask first.' },
  ],
});
const made = (reviews: readonly ReturnType<typeof review>[], parts: readonly FoundPart[] = []) =>
  weekReviewSchema.parse(weekReview({ today: TODAY, reviews, parts, figures: FIGURES, notes: [] }));

describe('since when a review looks', () => {
  test('is seven days ago when there was none before', () => {
    expect(made([])).toMatchObject({ week: '2026-W47', since: '2026-11-14', basis: 'seven-days', done: null });
  });

  test('is the last review, however many weeks were skipped, and no skipped week is mentioned', () => {
    const told = made([review('2026-W30', '2026-07-24'), review('2026-W29', '2026-07-17')]);
    expect(told).toMatchObject({ since: '2026-07-24', basis: 'last-review' });
    expect(JSON.stringify(told)).not.toMatch(/skipped|missed|W3[1-9]|W4[0-6]/);
  });

  test('stays the one before when this week has its review already, whose answers stand beside it', () => {
    expect(made([review('2026-W47', '2026-11-20'), review('2026-W46', '2026-11-13')])).toMatchObject({
      since: '2026-11-13',
      done: { id: '2026-11-20', wrong: 'A survivable one.', next: 'Ask first.' },
    });
  });

  test('is never a day that is still to come', () => {
    expect(made([review('2026-W50', '2026-12-11')]).since).toBe('2026-11-14');
  });
});

describe('what stands in a review', () => {
  test('is a handful of a part, and the rest as a count', () => {
    const [only] = made(
      [],
      [
        part(
          'journal',
          Array.from({ length: 12 }, (_, i) => item(`claim-${i}`)),
        ),
      ],
    ).parts;
    expect(only?.items.map(({ title }) => title)).toEqual(['claim-0', 'claim-1', 'claim-2', 'claim-3', 'claim-4']);
    expect(only?.more).toBe(7);
  });

  test('is one item for a record, with each of its reasons and the first of their days', () => {
    const twice = [
      item('one', { because: ['You worked on it yourself.'], since: '2026-11-18' }),
      item('one', { because: ['A check-in was not held.'], since: '2026-11-10' }),
      item('one', { because: ['A check-in was not held.'], since: null }),
    ];
    expect(made([], [part('delegation', twice)]).parts[0]?.items).toEqual([
      item('one', { because: ['You worked on it yourself.', 'A check-in was not held.'], since: '2026-11-10' }),
    ]);
  });

  test('grows no longer for weeks without a review', () => {
    const due = Array.from({ length: 9 }, (_, i) => item(`claim-${i}`, { since: daysLater(TODAY, -100 * i) }));
    const lazy = made([review('2025-W10', '2025-03-07')], [part('journal', due)]);
    const keen = made([review('2026-W46', '2026-11-13')], [part('journal', due)]);
    expect(lazy.parts).toEqual(keen.parts);
    expect(lazy.minutes).toBe(keen.minutes);
  });
});

describe('the ten minutes', () => {
  test('are never more than ten, and every part with something to settle has one of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 7 }), (counts) => {
        const parts = counts.map((count, i) =>
          part(
            `kind-${i}`,
            Array.from({ length: count }, (_, n) => item(`${i}-${n}`)),
          ),
        );
        const told = made([], parts);
        expect(told.minutes).toBeLessThanOrEqual(WEEK_MINUTES);
        for (const { items, minutes } of told.parts) {
          expect(items.length).toBeLessThanOrEqual(MOST_OF_A_PART);
          expect(minutes > 0).toBe(items.length > 0);
        }
      }),
    );
  });

  test('go where most is to be settled', () => expect(shareMinutes([5, 1, 0])).toEqual([6, 1, 0]));
  test('are three for a calm week: the figures and the question', () => {
    expect(made([], [part('journal', [])]).minutes).toBe(3);
  });
});
