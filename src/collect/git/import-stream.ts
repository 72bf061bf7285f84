import { mkdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { findGit } from './git-program.ts';
import { fillGitDir, startOwnGit } from './safe-git.ts';

/**
 * Makes a bare repository in `directory`, which must not exist, from a stream that `git fast-import` takes; its head is
 * `main`. The same stream gives the same object ids everywhere. Throws when git is missing or does not take the stream,
 * and then leaves behind what there is: write into a temporary folder.
 */
export async function importStream(directory: string, stream: Iterable<string>, signal?: AbortSignal): Promise<void> {
  const program = await findGit();
  await mkdir(directory, { mode: 0o700 });
  fillGitDir(directory, 'main', 'sha1');
  const git = startOwnGit(program, ['fast-import', '--quiet'], directory, signal);
  git.stdout.resume();
  // When git ends early its exit code tells more than the pipe that broke.
  await pipeline(Readable.from(inPieces(stream)), git.stdin).catch(() => undefined);
  await git.finish();
}

/** Thousands of small texts are slower to hand over than to make. */
function* inPieces(stream: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of stream) {
    piece += text;
    if (piece.length < 1 << 16) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
