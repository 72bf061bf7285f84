import { expect, it } from 'vitest';
import { paceOf } from './pace-of.ts';

it.each([
  [
    { before: 0, commits: 900, total: 10_000, seconds: 0.3 },
    { perSecond: null, left: null },
  ],
  [
    { before: 0, commits: 0, total: 10_000, seconds: 5 },
    { perSecond: null, left: null },
  ],
  [
    { before: 0, commits: 1000, total: 10_000, seconds: 1 },
    { perSecond: 1000, left: null },
  ],
  [
    { before: 1000, commits: 3000, total: 10_000, seconds: 4 },
    { perSecond: 500, left: 14 },
  ],
  [
    { before: 0, commits: 3000, total: null, seconds: 3 },
    { perSecond: 1000, left: null },
  ],
])('of %j', (stretch, pace) => expect(paceOf(stretch)).toEqual(pace));
