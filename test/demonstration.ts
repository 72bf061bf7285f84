import { demoPlace } from '../src/app/demo.ts';
import { realEffects } from '../src/app/effects.ts';
import { withFacts } from '../src/app/open.ts';
import { madeOnce } from './made-once.ts';

/** A data directory in which the demonstration is made, read and derived; for tests that change nothing in it. */
export const demonstrationData = (): Promise<string> =>
  madeOnce('demonstration', async (folder) => {
    await withFacts(await demoPlace(realEffects(), folder), async () => undefined);
  });
