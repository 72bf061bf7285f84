import type { RecordFolder } from './records/record-folder.ts';

/** Everything the outside world gives: one typed parameter, so that a test can swap it. */
export interface Effects {
  /** Seconds since 1970: the only clock. */
  now(): number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whenever Enter is pressed, until the returned function is called; absent where nobody sits at a keyboard. */
  readonly onEnter?: (listener: () => void) => () => void;
  /** Waits for one key, as text; absent where nobody sits at a keyboard. */
  readonly readKey?: () => Promise<string>;
  /** Shows an address to the person at this machine; absent where there is none, or nothing that could show it. */
  readonly showInBrowser?: (address: string) => void;
  /** Where records of a kind rest instead of on the disk; absent but where nothing may touch it, as in the demo. */
  readonly recordFolder?: (kind: string) => RecordFolder;
}
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 80 when it is none. */
  readonly columns: number;
}
