import { describe, expect, it } from 'vitest';
import type { Absence } from '../domain/absence.ts';
import { absenceSureness } from './absence-headline.ts';

/** Landing wholly seen, with this much work and this interval of D. */
function sureness(work: number, low: number, high: number): ReturnType<typeof absenceSureness> {
  const dependence = { visible: 400, changes: 400, work, dependence: { share: (low + high) / 2, low, high, of: work } };
  return absenceSureness({ outcome: { verdict: 'prior' }, dependence } as unknown as Absence);
}

describe('how sure the figures on what passes through somebody are', () => {
  it.each([
    ['sure of much work with a narrow interval', 240, 0.5, 0.6, 'high'],
    ['fairly sure of less work', 120, 0.5, 0.6, 'medium'],
    ['fairly sure at best where the interval is wide', 240, 0.4, 0.7, 'medium'],
    ['unsure where it is very wide, however much work there is', 2000, 0.15, 0.89, 'low'],
    ['unsure of little work', 30, 0.5, 0.6, 'low'],
  ])('%s', (_, work, low, high, level) => {
    expect(sureness(work, low, high).level).toBe(level);
  });

  it('says why a wide interval is wide', () => {
    expect(sureness(240, 0.15, 0.89).because).toMatch(/the work of few authors decides it\.$/);
    expect(sureness(240, 0.5, 0.6).because).not.toMatch(/wide/);
  });
});
