import { FortnightError } from '../domain/errors.ts';

/** An error as it is told to a surface; anything but a {@link FortnightError} is a defect of ours, and said to be one. */
export function problemOf(error: unknown): { code: string; message: string; hint: string | null } {
  if (error instanceof FortnightError) return { code: error.code, message: error.message, hint: error.hint };
  const what = error instanceof Error ? error.message : String(error);
  return {
    code: 'defect',
    message: `Something went wrong inside Fortnight: ${what.split('\n')[0]}`,
    hint: 'This is a defect of Fortnight, not of your repository. Please report it.',
  };
}
