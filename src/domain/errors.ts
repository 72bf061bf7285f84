/** Exit codes of the command line; documented in the README. */
export const EXIT = { fine: 0, failure: 1, usage: 2, partial: 3, gate: 6, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * An error meant for a person: `message` says what is wrong in one sentence, `hint` what to do about it.
 * Anything else that is thrown is a defect of Fortnight and is reported as one.
 */
export class FortnightError extends Error {
  override readonly name = 'FortnightError';
  /** Stable, kebab-case, for scripts: `not-a-repository`. */
  readonly code: string;
  readonly hint: string | null;
  readonly exitCode: ExitCode;

  constructor(code: string, message: string, options: { hint?: string; exitCode?: ExitCode; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint ?? null;
    this.exitCode = options.exitCode ?? EXIT.failure;
  }
}
