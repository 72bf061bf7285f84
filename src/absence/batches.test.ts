import { describe, expect, it } from 'vitest';
import { inBatches, type Landing } from './batches.ts';

const MINUTE = 60;

/** `bo`, `cy` … write; a merge has nobody's hands. Times are minutes. */
function landing(id: string, minute: number, hands: string | null, more: Partial<Landing['change']> = {}): Landing {
  const landedAt = minute * MINUTE;
  return {
    change: {
      repository: 'one',
      id,
      number: null,
      title: id,
      authors: [0],
      lander: null,
      approvers: [],
      areas: [],
      files: 1,
      workedAt: landedAt - MINUTE,
      landedAt,
      ...more,
    },
    hands,
    firstAt: landedAt,
  };
}

const ids = (landings: readonly Landing[]) => inBatches(landings).map(({ id, ids: all = [id] }) => all.join('+'));

describe('landings as changes', () => {
  it('are one when the same hands land again within 30 minutes of the last, chained', () => {
    const run = [landing('a', 0, 'bo forge'), landing('b', 30, 'bo forge'), landing('c', 60, 'bo forge')];
    expect(ids(run)).toEqual(['a+b+c']);
    expect(ids([landing('a', 0, 'bo forge'), landing('b', 30.1, 'bo forge')])).toEqual(['a', 'b']);
  });

  it('are several by other hands, of merges, and where anything lands between', () => {
    expect(ids([landing('a', 0, 'bo bo'), landing('b', 1, 'bo ada')])).toEqual(['a', 'b']);
    expect(ids([landing('a', 0, null), landing('b', 1, null)])).toEqual(['a', 'b']);
    expect(ids([landing('a', 0, 'bo bo'), landing('bot', 1, 'bot bot'), landing('b', 2, 'bo bo')])).toEqual([
      'a',
      'bot',
      'b',
    ]);
  });

  it('of another repository end nothing', () => {
    const elsewhere = landing('x', 1, 'cy cy', { repository: 'two' });
    expect(ids([landing('a', 0, 'bo bo'), elsewhere, landing('b', 2, 'bo bo')])).toEqual(['a+b', 'x']);
  });

  it('go on from the first of a batch that is one already', () => {
    const batch = { ...landing('b', 70, 'bo bo'), firstAt: 25 * MINUTE };
    expect(ids([landing('a', 0, 'bo bo'), batch, landing('c', 90, 'bo bo')])).toEqual(['a+b+c']);
  });

  it('keep everybody and everything they touched, and what is known of the last', () => {
    const [change] = inBatches([
      landing('a', 0, 'bo bo', { authors: [1, 2], areas: [4], approvers: [3], files: 2, number: 7, workedAt: 50 }),
      landing('b', 1, 'bo bo', { authors: [1, 3], areas: [4, 5], approvers: [5], files: 3, number: 8, workedAt: null }),
    ]);
    expect(change).toMatchObject({
      id: 'b',
      ids: ['a', 'b'],
      number: 8,
      title: 'b',
      authors: [1, 2, 3],
      approvers: [5],
      areas: [4, 5],
      files: 5,
      workedAt: 50,
      landedAt: MINUTE,
    });
    const unknown = { workedAt: null };
    expect(inBatches([landing('a', 0, 'bo', unknown), landing('b', 1, 'bo', unknown)])[0]?.workedAt).toBeNull();
  });
});
