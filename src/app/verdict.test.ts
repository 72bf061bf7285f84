import { describe, expect, test } from 'vitest';
import type { Report, Share } from '../domain/report.ts';
import type { Lead } from '../domain/setting.ts';
import { verdict } from './verdict.ts';

const ada: Lead = { person: 'a', name: 'Ada', basis: 'given', reason: 'Named by --lead.', isClose: false };
const nobody: Lead = { person: null, name: null, basis: 'nobody', reason: 'Two are level.', isClose: false };

function reports(figures: Readonly<Record<string, number | Share | null>>): Report[] {
  return Object.entries(figures).map(([measure, figure]) => ({
    measure,
    title: measure,
    question: `${measure}?`,
    answer: '.',
    figure,
    figureKind: typeof figure === 'number' ? 'count' : 'share',
    subject: 'area',
    window: { since: 0, until: 1 },
    repositories: ['repo'],
    parameters: {},
    columns: [],
    rows: [],
    confidence: { level: figure === null ? 'none' : 'high', because: 'Because.' },
    notes: [],
  }));
}

const share = (value: number, low = value): Share => ({ share: value, low, high: Math.max(value, low), of: 100 });
const of = (figures: Parameters<typeof reports>[0], lead = ada) => verdict(reports(figures), lead, 10);

describe('the verdict', () => {
  test('without any evidence says so, and where to look', () => {
    expect(of({ gate: null, 'known-to-one': null, cover: null })).toBe(
      'Not enough evidence to say. fortnight doctor says what is missing.',
    );
    expect(of({ gate: null }, nobody)).toBe('Not enough evidence to say. Two are level.');
  });

  test('is yes by this evidence when nothing hangs on one person', () => {
    expect(of({ gate: share(0.05), 'known-to-one': 0, cover: 0 })).toBe(
      'By this evidence, yes: no active area is known to one person alone, and hardly anything waits for Ada alone.',
    );
  });

  test('is no more than perhaps when who passes changes on is not seen', () => {
    expect(of({ gate: null, 'known-to-one': 0, cover: 0 })).toMatch(
      /^Perhaps: no active area is known to one person alone, and each area Ada works in has somebody else/,
    );
    expect(of({ gate: null, 'known-to-one': 0, cover: 0 })).toContain('cannot be seen well enough');
  });

  test('names what hangs on one person', () => {
    expect(of({ gate: share(0.3, 0.2), 'known-to-one': 2, cover: 1 })).toBe(
      "Not everywhere: 30% of teammates' changes landed through Ada alone, 2 of 10 active areas are known to one person " +
        'at most and in 1 area of those Ada works in, nobody else active has worked.',
    );
  });

  test('is hardly when even the low end of the share is most, or half of the areas are known to one', () => {
    expect(of({ gate: share(0.7, 0.6), 'known-to-one': 0, cover: 0 })).toMatch(/^Hardly: /);
    expect(of({ gate: share(0.7, 0.4), 'known-to-one': 0, cover: 0 })).toMatch(/^Not everywhere: /);
    expect(of({ gate: null, 'known-to-one': 5, cover: 0 })).toMatch(/^Hardly: /);
  });
});
