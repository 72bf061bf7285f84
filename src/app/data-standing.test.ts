import { describe, expect, it } from 'vitest';
import type { Finding } from '../domain/diagnosis.ts';
import { readersOf } from './data-standing.ts';

const readers = (id: Finding['id']) => readersOf(id).map((measure) => measure.id);

describe('the measures that read a kind of evidence', () => {
  it('are told by what each of them reads', () => {
    expect(readers('reviews')).toContain('reviewers');
    expect(readers('reviews')).not.toContain('truck-factor');
    expect(readers('releases')).toEqual(['hands-on', 'releases', 'change-fail']);
    expect(readers('configuration')).toEqual([]);
  });

  it('do not count the table that names the lander in passing', () => {
    expect(readers('landers')).toEqual(expect.arrayContaining(['gate', 'landers', 'autonomy']));
    expect(readers('landers')).not.toContain('firefighting');
    expect(readers('landers')).not.toContain('truck-factor');
  });
});
