import { setFlagsFromString } from 'node:v8';
import { realEffects } from '../app/effects.ts';
import { EXIT } from '../domain/errors.ts';
import { run } from './run.ts';

/** How long a command may take to end after it was asked to; facts are safe however it ends. */
const GRACE_MS = 2000;

/** Runs the command line of this process to its end. */
export async function start(): Promise<void> {
  // What a scan allocates dies young. Letting the room for it grow took 80 MB more and saved no time.
  setFlagsFromString('--semi-space-growth-factor=1');
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
    setTimeout(() => process.exit(EXIT.interrupted), GRACE_MS).unref();
    // A second Ctrl-C is meant.
    process.once('SIGINT', () => process.exit(EXIT.interrupted));
  });
  const code = await run(process.argv.slice(2), realEffects(), { signal: stop.signal });
  process.exitCode = code;
  // A query that nobody waits for any more must not keep a server from ending.
  if (stop.signal.aborted) setTimeout(() => process.exit(code), 100).unref();
}
