import { describe, expect, it } from 'vitest';
import { shareWithin } from './share-within.ts';

const times = (count: number, tally: { count: number; of: number }) => Array.from({ length: count }, () => tally);

describe('a share over repositories', () => {
  it('does not collapse where no absence, or every one, shows the outcome', () => {
    const [none, all] = [shareWithin(times(5, { count: 0, of: 4 })), shareWithin(times(5, { count: 4, of: 4 }))];
    expect(none).toMatchObject({ value: 0, low: 0 });
    expect(none?.high).toBeGreaterThan(0.15);
    expect(all).toMatchObject({ value: 1, high: 1 });
    expect(all?.low).toBeLessThan(0.85);
  });

  it('is wider where repositories differ than where they are alike', () => {
    const alike = shareWithin(times(10, { count: 5, of: 10 }));
    const apart = shareWithin([...times(5, { count: 10, of: 10 }), ...times(5, { count: 0, of: 10 })]);
    expect(alike?.value).toBe(0.5);
    expect(apart?.value).toBe(0.5);
    expect((apart?.high ?? 0) - (apart?.low ?? 0)).toBeGreaterThan(2 * ((alike?.high ?? 0) - (alike?.low ?? 0)));
  });

  it('is wider with fewer repositories, as many absences though they have', () => {
    const width = (repositories: number) => {
      const of = 120 / repositories;
      const { low = 0, high = 0 } = shareWithin(times(repositories, { count: of / 2, of })) ?? {};
      return high - low;
    };
    expect(width(3)).toBeGreaterThan(1.5 * width(12));
    expect(width(2)).toBeGreaterThan(width(3));
  });

  it('needs two repositories', () => {
    expect(
      shareWithin([
        { count: 3, of: 9 },
        { count: 0, of: 0 },
      ]),
    ).toBeNull();
  });
});
