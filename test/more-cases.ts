/**
 * Stands in for fast-check in `npm run soak` (see `vitest.config.ts`): the same, with FORTNIGHT_SOAK times as many cases.
 */
import * as fc from '../node_modules/fast-check/lib/fast-check.js';

export * from '../node_modules/fast-check/lib/fast-check.js';

const FACTOR = Number(process.env.FORTNIGHT_SOAK ?? 1);
/** fast-check's own number where a test names none. */
const USUAL = 100;

export const assert = ((property: fc.IRawProperty<unknown>, parameters: fc.Parameters<unknown> = {}) =>
  fc.assert(property, { ...parameters, numRuns: FACTOR * (parameters.numRuns ?? USUAL) })) as typeof fc.assert;

export default { ...fc.default, assert };
