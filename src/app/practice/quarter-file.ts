import { dirname, resolve } from 'node:path';
import { locateRepository } from '../../collect/git/locate.ts';
import type { Effects } from '../../domain/effects.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { QuarterSummary } from '../../domain/quarter-summary.ts';
import type { RepositoryLocation } from '../../domain/repository.ts';
import { markdown } from '../../report/markdown.ts';
import { quarterPage } from '../../report/quarter.ts';
import { openOwnFile, writeOwnFile } from '../own-file.ts';

/** A quarter as Markdown. */
export const quarterText = (summary: QuarterSummary, everything: boolean): string =>
  markdown(quarterPage({ summary, file: null }, everything));

export interface QuarterFile {
  readonly output: string;
  /** It may lie in a repository, where others read it. */
  readonly inRepository: boolean;
  /** What stands there may be written over. */
  readonly overwrite: boolean;
}

/**
 * Writes a text into a file a person named. It tells of people and of the lead's own doubts: into a repository only when that is
 * asked for, and over another file only when that is.
 */
export async function writeQuarter(
  text: string,
  effects: Pick<Effects, 'cwd'>,
  { output, inRepository, overwrite }: QuarterFile,
): Promise<string> {
  const around = await repositoryAround(dirname(resolve(effects.cwd, output)));
  const file = await openOwnFile(output, effects, around === null ? [] : [around]);
  if (around !== null && !inRepository) {
    throw refuse(
      'inside-repository',
      `${output} would lie inside the repository ${around.name}, where others read it.`,
      'Choose a place outside, or give --in-repository.',
    );
  }
  if (file.text !== null && file.text.trim() !== '' && file.text !== text && !overwrite) {
    throw refuse(
      'file-exists',
      `${output} is there already, and was left as it is.`,
      'Choose another name, or give --overwrite.',
    );
  }
  if (await writeOwnFile(file, text)) return output;
  throw new FortnightError('busy-file', `${output} is being changed meanwhile, and was left as it is.`, {
    hint: 'Try again.',
  });
}

/** The repository a folder lies in; null for none. */
async function repositoryAround(folder: string): Promise<RepositoryLocation | null> {
  try {
    return await locateRepository(folder);
  } catch (error) {
    // A folder that is not there cannot be written to either, and that is said then.
    if (error instanceof FortnightError && ['not-a-repository', 'path-missing'].includes(error.code)) return null;
    throw error;
  }
}

const refuse = (code: string, message: string, hint: string) =>
  new FortnightError(code, message, { hint, exitCode: EXIT.usage });
