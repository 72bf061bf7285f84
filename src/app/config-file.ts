import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts a whole text in the place of a file: written beside it, flushed to the disk, renamed over it. A link of that name
 * is replaced, never followed. After a crash the old text or the new one stands there.
 */
export async function replaceConfigFile(
  directory: string,
  name: string,
  text: string | Uint8Array,
  mode: number,
): Promise<void> {
  const temporary = join(directory, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(directory, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  const folder = await open(directory, 'r');
  try {
    await folder.sync();
  } catch {
    // Some file systems cannot flush a folder; the rename is then as durable as they make it.
  } finally {
    await folder.close();
  }
}
