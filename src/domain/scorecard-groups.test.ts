import { describe, expect, it } from 'vitest';
import { scorecardGroups } from './scorecard-groups.ts';

const named = (...ids: string[]) => ids.map((id) => ({ id, title: `Title of ${id}` }));

describe('the groups of the scorecard', () => {
  it('hold a measure that no group names, under its title, in a last group', () => {
    const groups = scorecardGroups(named('gate', 'brand-new'));
    expect(groups.map(({ id }) => id)).toEqual(['team', 'more']);
    expect(groups.at(-1)?.measures).toEqual([{ measure: 'brand-new', label: 'Title of brand-new' }]);
  });

  it('leave out what is not measured, and a group of which nothing is', () => {
    const groups = scorecardGroups(named('waiting'));
    expect(groups.map(({ id, measures }) => [id, measures.length])).toEqual([['flow', 1]]);
  });
});
