import { FortnightError } from '../../domain/errors.ts';

/** What git printed is not what it was asked for: never guessed at, because a guess could name the wrong person. */
export function unexpectedOutput(what: string): FortnightError {
  return new FortnightError('unexpected-git-output', `Git's answer could not be understood: ${what}.`, {
    hint: 'Run "git fsck" in the clone; if it finds nothing, report this with the version of your git.',
  });
}

const EMPTY = Buffer.alloc(0);

/** Puts what is left of one piece of output before the next. */
export function joined(rest: Buffer, chunk: Buffer): Buffer {
  return rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
}

/** A copy of what is not yet read, or nothing: a view would keep the whole piece in memory. */
export function leftOver(buffer: Buffer, from: number): Buffer {
  return from >= buffer.length ? EMPTY : Buffer.from(buffer.subarray(from));
}
