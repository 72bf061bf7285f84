import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../../test/absence-history.ts';
import type { History } from '../history.ts';
import { candidatesAt } from './options.ts';

const NOW = 182;

/** Candidates in a few words: `pairing bo everybody core: 5 of 9, learns 3 (landing)`. */
function candidates(...lines: string[]): string[] {
  const history: History = historyOf(lines, { until: NOW });
  const name = (person: number) => history.people[person]?.name ?? '';
  const area = (index: number) => history.areas[index]?.area ?? '';
  return candidatesAt(history, personOf(history, 'ada'), moment(NOW)).options.map((option) => {
    const { kind, receiver, scope, work, changes, learns } = option;
    const whose = typeof scope.authors === 'number' ? name(scope.authors) : scope.authors;
    const what = [...(learns.landing ? ['landing'] : []), ...learns.areas.map(area)].join(', ');
    const where = scope.area === null ? 'anywhere' : area(scope.area);
    const learned = learns.changes === 0 ? '' : `, learns ${learns.changes} (${what})`;
    return `${kind} ${name(receiver)} ${whose} ${where}: ${work.length} of ${changes.length}${learned}`;
  });
}

describe('possible moves', () => {
  it('are landing rights for whoever has three changes of their own that were landed for them', () => {
    expect(candidates('days 60-180/20: bo > ada core')).toEqual(['landing-rights bo own core: 3 of 7']);
    expect(candidates('days 140-180/40: bo > ada core', 'days 140-180/10: bo lands docs')).toEqual([]);
  });

  it('are a shift to who lands and knows the area, and pairing for who has to learn one of the two', () => {
    const found = candidates(
      'days 150-175/5: guest > ada core',
      'day 160: visitor > ada core',
      'days 150-180/10: bo lands core',
      'days 150-180/10: cy lands docs',
      'days 150-180/10: dee > ? core',
      'days 150-180/10: eli > ? docs',
    );
    expect(found.filter((one) => one.includes('everybody core'))).toEqual([
      'review-shift bo everybody core: 7 of 7',
      'pairing cy everybody core: 7 of 7, learns 3 (core)',
      'pairing dee everybody core: 7 of 7, learns 3 (landing)',
      'pairing eli everybody core: 7 of 7, learns 6 (landing, core)',
    ]);
  });

  it('are none for people not seen for four weeks, known for two changes, or away', () => {
    expect(
      candidates(
        'days 140-181/4: guest > ada core',
        'days 100-150/5: bo lands core',
        'days 170-180/9: cy lands core',
      ).filter((one) => !one.includes('guest own')),
    ).toEqual([]);
  });

  it('never give somebody their own changes as those of others', () => {
    const found = candidates('days 150-180/5: bo > ada core', 'days 151-181/5: cy > ada core');
    expect(found).toContain('pairing bo everybody core: 7 of 7, learns 3 (landing)');
    expect(found).toContain('pairing cy everybody core: 7 of 7, learns 3 (landing)');
  });
});
