import { describe, expect, it } from 'vitest';
import { AnswerCache } from './answer-cache.ts';

/** Answers each key with itself, and counts how often it had to. */
function counting(cache: AnswerCache) {
  const computed: string[] = [];
  return {
    computed,
    get: (key: string, text = key) =>
      cache.get(key, async () => {
        computed.push(key);
        return text;
      }),
  };
}

describe('answers that are kept', () => {
  it('are computed once, also for those who ask at the same time', async () => {
    const { get, computed } = counting(new AnswerCache());
    expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual(['a', 'a', 'b']);
    expect(await get('a')).toBe('a');
    expect(computed).toEqual(['a', 'b']);
  });

  it('go when there is no more room, those first that were not asked for longest', async () => {
    const { get, computed } = counting(new AnswerCache(10));
    for (const key of ['a', 'b', 'a', 'c']) await get(key, `${key}1234`);
    await get('a', 'again');
    await get('b', 'again');
    expect(computed).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are not kept when they are larger than all the room', async () => {
    const { get, computed } = counting(new AnswerCache(3));
    await get('a', 'long');
    await get('a', 'long');
    expect(computed).toEqual(['a', 'a']);
  });

  it('are asked again after a failure', async () => {
    const cache = new AnswerCache();
    await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.get('a', async () => 'yes')).toBe('yes');
  });

  it('are all gone when facts change, and one that was under way then is not kept', async () => {
    const cache = new AnswerCache();
    let finish = (_: string) => {};
    const slow = cache.get('a', () => new Promise((resolve) => (finish = resolve)));
    cache.clear();
    finish('of before');
    expect(await slow).toBe('of before');
    expect(await cache.get('a', async () => 'of now')).toBe('of now');
  });
});
