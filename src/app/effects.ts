import type { Effects, Output } from '../domain/effects.ts';
import { EXIT } from '../domain/errors.ts';
import { hasBrowser, showInBrowser } from './show-in-browser.ts';

/** The outside world of this process. Writing to a reader that has gone (`| head`) ends the process quietly. */
export function realEffects(): Effects {
  return {
    now: () => Math.floor(Date.now() / 1000),
    env: process.env,
    cwd: process.cwd(),
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    ...(process.stdin.isTTY === true ? { onEnter, readKey } : {}),
    ...(hasBrowser(process.env, process.platform) ? { showInBrowser } : {}),
  };
}

function onEnter(listener: () => void): () => void {
  process.stdin.on('data', listener).resume();
  return () => process.stdin.off('data', listener).pause();
}

/** Ctrl-C is a key like others while one is waited for; a terminal that is closed has none. */
function readKey(): Promise<string> {
  const { stdin } = process;
  return new Promise((resolve) => {
    const end = () => take('\u0004');
    const take = (typed: Buffer | string) => {
      stdin.off('data', take).off('end', end).setRawMode(false).pause();
      resolve([...String(typed)][0] ?? '');
    };
    stdin.setRawMode(true).on('data', take).on('end', end).resume();
  });
}

function output(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Nobody reads any more; what we had to say is no longer wanted, which is no failure.
    if (error.code === 'EPIPE') process.exit();
    // A full disk behind a redirection; what stands there is cut off.
    if (stream === process.stdout) process.stderr.write(`fortnight: The answer could not be written: ${error.code}.\n`);
    process.exit(EXIT.failure);
  });
  return {
    write(text) {
      stream.write(text);
    },
    get isTerminal() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.isTTY === true && stream.columns > 0 ? stream.columns : 80;
    },
  };
}
