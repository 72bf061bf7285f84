import { realEffects } from '../app/effects.ts';
import { EXIT } from '../domain/errors.ts';
import { run } from './run.ts';

/** Runs the command line of this process to its end. */
export async function start(): Promise<void> {
  const effects = realEffects();
  process.once('SIGINT', () => {
    // What a scan was writing is not part of the facts until it is complete: nothing has to be undone.
    effects.stderr.write(
      `${effects.stderr.isTerminal ? '\r\u001b[K' : ''}fortnight: stopped; the facts of the last complete scan are as they were.\n`,
    );
    process.exit(EXIT.interrupted);
  });
  process.exitCode = await run(process.argv.slice(2), effects);
}
