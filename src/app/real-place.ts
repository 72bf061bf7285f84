import { realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isCode } from '../store/durable.ts';

/** The path with every link in it followed, also when its last parts do not exist yet. */
export async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT') || dirname(path) === path) throw error;
    return join(await realPlace(dirname(path)), relative(dirname(path), path));
  }
}

/** Whether a path lies in a folder, or is it. */
export function isInside(path: string, parent: string): boolean {
  return path === parent || path.startsWith(parent.endsWith(sep) ? parent : parent + sep);
}
