import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { tallyTips } from './tally.ts';
import type { Unlanded } from './unlanded.ts';

/** So many branches of one commit each, by an author of its own each, cut off from the head. */
function branches(count: number): Unlanded {
  const places = Array.from({ length: count }, (_, place) => place);
  const none = () => new Uint8Array(count);
  const times = Float64Array.from(places);
  const byAuthorTime = Uint32Array.from(places);
  return {
    graph: { size: count, starts: new Uint32Array(count + 1), parents: new Uint32Array(0) },
    placeOf: new Map(places.map((place) => [place, place])),
    isMerge: none(),
    isLanded: none(),
    isReceived: none(),
    isAnchored: none().fill(1),
    byAuthorTime,
    byAuthorTimeDown: byAuthorTime.toReversed(),
    authorTimes: times,
    bySquash: [],
    squashTimes: times,
    people: { names: places.map((place) => `author-${place}`), of: places.map((place) => [place]) },
    areas: { names: ['core'], of: places.map(() => [0]) },
  };
}

describe('a tally of tips', () => {
  it('gives each its own commits, people and areas, on either side of a pass', () => {
    const tips = Array.from({ length: 70 }, (_, place) => place);
    const tallies = tallyTips(branches(70), tips, null, () => []);
    for (const [place, tally] of tallies.entries()) {
      expect(tally).toMatchObject({ commits: 1, people: [`author-${place}`], areas: ['core'], workedAt: place });
    }
  });

  it('costs moments for twenty thousand branches by as many people', () => {
    const count = 20_000;
    const tips = Array.from({ length: count }, (_, place) => place);
    const rivals = tips.slice(0, 200);
    const started = processorTime();
    const tallies = tallyTips(branches(count), tips, null, () => rivals);
    expect(processorTime() - started).toBeLessThan(4000);
    expect(tallies.map(({ people }) => people.join())).toEqual(tips.map((place) => `author-${place}`));
    expect(tallies.flatMap(({ reaches }) => reaches)).toEqual([]);
  });
});
