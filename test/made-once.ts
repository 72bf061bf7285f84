import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * What takes long to make and is only read: made once in a run of the suite by whichever test asks first, while others wait.
 * Gives its folder. All processes of a run share one temporary directory (`test/temporary-root.ts`), and so what is in it.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(tmpdir(), `fortnight-once-${name}`);
  const [made, failed] = [`${folder}.made`, `${folder}.failed`];
  // Of several at once, one alone is told that it made the folder.
  if (mkdirSync(folder, { recursive: true }) === undefined) {
    while (!existsSync(made)) {
      if (existsSync(failed))
        throw new Error(`${folder} could not be made; the first test that asked for it says why.`);
      await pause(50);
    }
    return folder;
  }
  try {
    await make(folder);
    writeFileSync(made, '');
    return folder;
  } catch (error) {
    writeFileSync(failed, '');
    throw error;
  }
}
