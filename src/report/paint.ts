import type { Tone } from '../domain/page.ts';
import type { Line } from './lines.ts';

/** How a screen can show things. */
export interface Screen {
  readonly width: number;
  readonly colour: boolean;
  /** False: nothing but ASCII. */
  readonly unicode: boolean;
}

/** The only escape sequences Fortnight ever writes to a stream. */
const STYLES: Readonly<Record<Tone, readonly [on: string, off: string]>> = {
  strong: ['\u001b[1m', '\u001b[22m'],
  quiet: ['\u001b[2m', '\u001b[22m'],
  good: ['\u001b[32m', '\u001b[39m'],
  warn: ['\u001b[33m', '\u001b[39m'],
  accent: ['\u001b[36m', '\u001b[39m'],
  command: ['\u001b[36m', '\u001b[39m'],
};

/** A line as text for a screen, with colours where it has them and without spaces at its end. */
export function paint(line: Line, screen: Screen): string {
  const text = line
    .map((run) => {
      if (!screen.colour || run.tone === null || run.text.trim() === '') return run.text;
      const [on, off] = STYLES[run.tone];
      return on + run.text + off;
    })
    .join('');
  return text.replace(/ +$/, '');
}
