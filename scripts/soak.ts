/**
 * `npm run soak [-- FACTOR]`: the tests that take chance (generated inputs, kills at random moments), with FACTOR times
 * as many cases as in the suite (25 unless said). Where fast-check makes the inputs, `test/more-cases.ts` multiplies them;
 * other tests read the factor from FORTNIGHT_SOAK.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

const factor = Number(process.argv[2] ?? 25);
if (!Number.isInteger(factor) || factor < 1) throw new RangeError('the factor is a whole number, 1 or more');

const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts']).filter((file) =>
  /FORTNIGHT_SOAK|from 'fast-check'/.test(readFileSync(file, 'utf8')),
);
const { status } = spawnSync('vitest', ['run', '--testTimeout=14400000', ...files], {
  stdio: 'inherit',
  env: { ...process.env, FORTNIGHT_SOAK: String(factor) },
});
process.exitCode = status ?? 1;
