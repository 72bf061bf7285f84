/** What the server says when it cannot answer: what is wrong, and what to do. */
export class AskError extends Error {
  /** `gone`: nothing answered; `locked`: this browser was not let in. */
  readonly code: string;
  readonly hint: string | null;
  /** Of HTTP; 0 when nothing answered. */
  readonly status: number;
  constructor(status: number, { code, message, hint }: { code: string; message: string; hint?: string | null }) {
    super(message);
    this.name = 'AskError';
    this.status = status;
    this.code = code;
    this.hint = hint ?? null;
  }
}

/** Whether the trouble is with all of the server rather than with one question. */
export const isAboutServer = (error: unknown): boolean =>
  error instanceof AskError && (error.code === 'gone' || error.code === 'locked');
