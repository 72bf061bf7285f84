/** Everything the outside world gives: one typed parameter, so that a test can swap it. */
export interface Effects {
  /** Seconds since 1970: the only clock. */
  now(): number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
}
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 80 when it is none. */
  readonly columns: number;
}
