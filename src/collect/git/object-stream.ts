import { unexpectedOutput } from './git-output.ts';
import { GitFailure, type GitProcess, type SafeGit } from './safe-git.ts';

/** What git says of one object. `type` is null when it is missing or cannot be read. */
export interface ObjectAnswer {
  readonly id: string;
  readonly type: 'commit' | 'tree' | 'blob' | 'tag' | null;
  readonly size: number;
  /** The first bytes, up to the limit asked for; empty when only the type and size were asked for. */
  readonly content: Buffer;
}

const NEWLINE = 0x0a;
const EMPTY = Buffer.alloc(0);
/** A damaged loose object ends git; so often it is started again. */
const MAX_RESTARTS = 100;

/**
 * Asks git for objects by id (`git cat-file --batch`), in order, while more may still be requested. An object that ends git
 * (damaged) is answered as unreadable, and git is started again for those after it.
 */
export class ObjectStream {
  readonly #git: SafeGit;
  readonly #limit: number | null;
  readonly #open: string[] = [];
  #next = 0;
  #process: GitProcess | null = null;
  #isEnded = false;
  #restarts = 0;

  /** `limit` is how many bytes of each content are kept; null asks for types and sizes alone. */
  constructor(git: SafeGit, limit: number | null) {
    this.#git = git;
    this.#limit = limit;
  }

  /** Asks for objects; their answers come in this order. Ids are hex digits, checked by whoever read them. */
  request(ids: readonly string[]): void {
    if (ids.length === 0) return;
    for (const id of ids) this.#open.push(id);
    this.#process?.write(`${ids.join('\n')}\n`);
  }

  /** Says that no more will be asked for. */
  end(): void {
    this.#isEnded = true;
    this.#process?.end();
  }

  /** The answers; ends when all that was requested is answered and `end` was called. */
  async *answers(): AsyncGenerator<ObjectAnswer> {
    while (!this.#isEnded || this.#next < this.#open.length) {
      if (this.#restarts > MAX_RESTARTS) {
        for (; this.#next < this.#open.length; this.#next++) yield unreadable(this.#open[this.#next] ?? '');
        if (!this.#isEnded) continue;
        return;
      }
      try {
        yield* this.#run();
      } catch (error) {
        if (!(error instanceof GitFailure)) throw error;
        this.#restarts++;
        if (this.#next < this.#open.length) yield unreadable(this.#open[this.#next++] ?? '');
      }
    }
  }

  async *#run(): AsyncGenerator<ObjectAnswer> {
    // While more may be asked for, each answer must come at once; afterwards git may save them up.
    const buffering = this.#isEnded ? ['--buffer'] : [];
    const process = this.#git.start(['cat-file', this.#limit === null ? '--batch-check' : '--batch', ...buffering]);
    this.#process = process;
    try {
      const waiting = this.#open.slice(this.#next);
      if (waiting.length > 0) process.write(`${waiting.join('\n')}\n`);
      if (this.#isEnded) process.end();
      const parser = new AnswerParser(this.#limit);
      for await (const chunk of process.output) {
        for (const answer of parser.push(chunk)) {
          if (answer.id !== this.#open[this.#next]) throw unexpectedOutput('an object that was not asked for');
          this.#next++;
          yield answer;
        }
        this.#forget();
      }
      await process.finish();
      if (this.#next < this.#open.length) throw new GitFailure('git ended before it had answered');
    } finally {
      this.#process = null;
      process.kill();
    }
  }

  #forget(): void {
    if (this.#next < 8192) return;
    this.#open.splice(0, this.#next);
    this.#next = 0;
  }
}

function unreadable(id: string): ObjectAnswer {
  return { id, type: null, size: 0, content: EMPTY };
}

/** Asks for objects known beforehand; see {@link ObjectStream}. */
export function readObjects(git: SafeGit, ids: readonly string[], limit: number | null): AsyncGenerator<ObjectAnswer> {
  const stream = new ObjectStream(git, limit);
  stream.request(ids);
  stream.end();
  return stream.answers();
}

/** Reads `id type size NEWLINE`, then `size` bytes and a newline where contents were asked for, or `id missing NEWLINE`. */
class AnswerParser {
  readonly #limit: number | null;
  #line: Buffer = EMPTY;
  #header: { id: string; type: ObjectAnswer['type']; size: number } | null = null;
  #content: Buffer[] = [];
  #taken = 0;

  constructor(limit: number | null) {
    this.#limit = limit;
  }

  push(chunk: Buffer): ObjectAnswer[] {
    const answers: ObjectAnswer[] = [];
    let position = 0;
    while (position < chunk.length) {
      if (this.#header === null) {
        const end = chunk.indexOf(NEWLINE, position);
        const piece = chunk.subarray(position, end === -1 ? chunk.length : end);
        this.#line = this.#line.length === 0 && end !== -1 ? piece : Buffer.concat([this.#line, piece]);
        if (end === -1) break;
        position = end + 1;
        const answer = this.#readHeader(this.#line.toString('latin1'));
        this.#line = EMPTY;
        if (answer !== null) answers.push(answer);
      } else {
        const { size } = this.#header;
        const piece = chunk.subarray(position, position + size + 1 - this.#taken);
        this.#keep(piece, size);
        this.#taken += piece.length;
        position += piece.length;
        if (this.#taken === size + 1) {
          answers.push({ ...this.#header, content: Buffer.concat(this.#content) });
          this.#header = null;
        }
      }
    }
    return answers;
  }

  #keep(piece: Buffer, size: number): void {
    const room = Math.min(this.#limit ?? 0, size) - this.#taken;
    // `concat` copies at the end of the object; until then a piece of this chunk must not be a view that outlives it.
    if (room > 0) this.#content.push(Buffer.from(piece.subarray(0, room)));
  }

  #readHeader(line: string): ObjectAnswer | null {
    const found = /^([0-9a-f]+) (?:(commit|tree|blob|tag) (\d+)|(missing))$/.exec(line);
    const id = found?.[1];
    if (id === undefined) throw unexpectedOutput('an object without id, type and size');
    if (found?.[4] === 'missing') return unreadable(id);
    const header = { id, type: (found?.[2] ?? null) as ObjectAnswer['type'], size: Number(found?.[3]) };
    if (this.#limit === null) return { ...header, content: EMPTY };
    this.#header = header;
    this.#content = [];
    this.#taken = 0;
    return null;
  }
}
