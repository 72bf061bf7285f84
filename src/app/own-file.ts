import { lstat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Effects } from '../domain/effects.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import { isCode } from '../store/durable.ts';
import { replaceConfigFile } from './config-file.ts';
import { readGivenFile } from './given-file.ts';
import { isInside, realPlace } from './real-place.ts';

/** A file that a person named and that Fortnight may write: its folder with every link followed, and its name there. */
export interface OwnFile {
  /** As the person called it. */
  readonly label: string;
  readonly directory: string;
  readonly name: string;
  /** What stands in it; null when it does not exist. */
  readonly text: string | null;
  readonly mode: number;
}

/** Nobody ticks off, or compares cases in, a larger file; what is larger is another file. */
const MOST_BYTES = 1 << 24;

/**
 * Opens the place a person named for writing. Refuses a link (it would be followed to somebody else's file), a folder that a
 * link of a repository leads out of, whatever git keeps, and a file that is not UTF-8 text or is larger than any of ours.
 */
export async function openOwnFile(
  label: string,
  effects: Pick<Effects, 'cwd'>,
  locations: readonly RepositoryLocation[],
): Promise<OwnFile> {
  const named = resolve(await realPlace(effects.cwd), label);
  const directory = await realPlace(dirname(named)).catch((error: unknown) => noPlace(label, error));
  const name = basename(named);
  const path = join(directory, name);
  const isGits = path.split(sep).some((part) => part.toLowerCase() === '.git');
  if (isGits || locations.some(({ gitDir, commonDir }) => isInside(path, gitDir) || isInside(path, commonDir))) {
    throw refuse('inside-git', `${label} lies in the folder where git keeps the repository.`, 'Choose another place.');
  }
  for (const { workTree } of locations) {
    if (workTree !== null && isInside(named, workTree) && !isInside(path, workTree)) {
      throw refuse(
        'leads-out',
        `A link on the way to ${label} leads out of the repository.`,
        'Name the place it leads to.',
      );
    }
  }
  const there = await lstat(path).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return null;
    return noPlace(label, error);
  });
  if (there?.isSymbolicLink()) {
    throw refuse('is-link', `${label} is a link, and what it leads to is not touched.`, 'Name the file itself.');
  }
  if (there !== null && !there.isFile()) throw refuse('no-file', `${label} is no file.`, 'Choose another name.');
  const mode = there === null ? 0o644 : there.mode & 0o777;
  return { label, directory, name, text: there === null ? null : await readText(path, label), mode };
}

/**
 * Puts a text in its place, whole or not at all. Gives false, and writes nothing, when the file is no longer what was read:
 * somebody saved it meanwhile.
 */
export async function writeOwnFile(file: OwnFile, text: string): Promise<boolean> {
  if ((await readText(join(file.directory, file.name), file.label)) !== file.text) return false;
  await replaceConfigFile(file.directory, file.name, text, file.mode).catch((error: unknown) => {
    if (!isCode(error, 'ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC')) throw error;
    throw new FortnightError('not-written', `${file.label} could not be written: ${codeOf(error)}.`, {
      hint: `See that ${file.directory} exists and can be written to.`,
      cause: error,
    });
  });
  return true;
}

/** The bytes as text, so that the same text gives the same bytes; null without a file. */
async function readText(path: string, label: string): Promise<string | null> {
  try {
    const bytes = await readGivenFile(path, MOST_BYTES);
    if (bytes === null) throw refuse('no-file', `${label} is too large, or no file.`, 'Choose another name.');
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    if (!(error instanceof TypeError)) return noPlace(label, error);
    throw refuse(
      'no-text',
      `${label} is not UTF-8 text, and was left as it is.`,
      'Save it as UTF-8, or choose another name.',
    );
  }
}

/** What the system says of a place where nothing can be written, as a sentence. */
function noPlace(label: string, error: unknown): never {
  if (isCode(error, 'ENOTDIR')) throw refuse('no-folder', `${label} lies in no folder.`, 'Choose another place.');
  if (!isCode(error, 'ELOOP', 'ENAMETOOLONG', 'EACCES', 'EPERM')) throw error;
  throw refuse('no-folder', `${label} cannot be reached: ${codeOf(error)}.`, 'Choose another place.');
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
const refuse = (code: string, message: string, hint: string) =>
  new FortnightError(code, message, { hint, exitCode: EXIT.usage });
