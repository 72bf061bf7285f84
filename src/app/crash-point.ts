import { type CrashPoint, noCrash } from '../store/durable.ts';

/**
 * For tests of Fortnight alone: `FORTNIGHT_TEST_CRASH=part-rename` kills the process (as `kill -9` does) before the first
 * step of that name, `part-rename:3` before the third. Without the variable nothing happens, ever.
 */
export function crashPointOf(env: Readonly<Record<string, string | undefined>>): CrashPoint {
  const wanted = env.FORTNIGHT_TEST_CRASH;
  if (wanted === undefined || wanted === '') return noCrash;
  const [name, count = '1'] = wanted.split(':');
  let left = Number(count);
  return (step) => {
    if (step === name && --left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
