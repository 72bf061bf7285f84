/**
 * `npm run soak [FACTOR]`: the tests that take chance (generated inputs, kills at random moments), with FACTOR times
 * as many cases as in the suite (25 unless said). They read the factor from FORTNIGHT_SOAK.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

const factor = Number(process.argv[2] ?? 25);
if (!Number.isInteger(factor) || factor < 1) throw new RangeError('the factor is a whole number, 1 or more');

const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts']).filter((file) =>
  readFileSync(file, 'utf8').includes('FORTNIGHT_SOAK'),
);
if (files.length === 0) throw new Error('no test reads FORTNIGHT_SOAK');
const { status } = spawnSync('vitest', ['run', '--testTimeout=14400000', ...files], {
  stdio: 'inherit',
  env: { ...process.env, FORTNIGHT_SOAK: String(factor) },
});
process.exitCode = status ?? 1;
