import { realEffects } from '../app/effects.ts';
import { EXIT } from '../domain/errors.ts';
import { run } from './run.ts';

/** How long a command may take to end after it was asked to; facts are safe however it ends. */
const GRACE_MS = 2000;

/** Runs the command line of this process to its end. */
export async function start(): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
    setTimeout(() => process.exit(EXIT.interrupted), GRACE_MS).unref();
    // A second Ctrl-C is meant.
    process.once('SIGINT', () => process.exit(EXIT.interrupted));
  });
  process.exitCode = await run(process.argv.slice(2), realEffects(), { signal: stop.signal });
}
