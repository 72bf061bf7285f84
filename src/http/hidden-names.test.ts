import { describe, expect, it } from 'vitest';
import type { Session } from '../app/session.ts';
import { FortnightError } from '../domain/errors.ts';
import { maskFor } from './hidden-names.ts';

const failing = (error: Error) => ({ ask: () => Promise.reject(error) }) as unknown as Session;

describe('what hides names', () => {
  it('is nothing while there are no facts, as nobody is known', async () => {
    expect(await maskFor(failing(new FortnightError('scanning', 'The history is being read.')), {})).toBeNull();
  });

  it('is never taken to be nothing because it broke', async () => {
    await expect(maskFor(failing(new TypeError('broken')), {})).rejects.toThrow('broken');
  });
});
