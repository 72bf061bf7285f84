import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { twoAtOnce } from './two-at-once.ts';

describe('two at once', () => {
  it('are never three, and the results stand in the order of what was given', async () => {
    let running = 0;
    let most = 0;
    const results = await twoAtOnce([5, 1, 3, 1], async (ms) => {
      most = Math.max(most, ++running);
      await pause(ms);
      running -= 1;
      return ms * 10;
    });
    expect([results, most]).toEqual([[50, 10, 30, 10], 2]);
  });

  it('end with the first failure: what was not begun is left', async () => {
    const begun: number[] = [];
    const all = twoAtOnce([0, 1, 2, 3, 4], async (item) => {
      begun.push(item);
      await pause(1);
      if (item === 1) throw new Error('no');
    });
    await expect(all).rejects.toThrow('no');
    await pause(10);
    expect(begun).not.toContain(4);
  });

  it('are none of nothing', async () => {
    expect(await twoAtOnce([], async () => 1)).toEqual([]);
  });
});
