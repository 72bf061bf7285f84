import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * The bytes of a file somebody named; a link is followed. Null for what is none or too large: a folder, a device, a pipe that
 * would be waited on forever, more than `most` bytes. Throws what the system says of a file that is not there.
 */
export async function readGivenFile(path: string, most: number): Promise<Buffer | null> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const there = await file.stat();
    if (!there.isFile() || there.size > most) return null;
    const bytes = await file.readFile();
    return bytes.length > most ? null : bytes;
  } finally {
    await file.close();
  }
}
