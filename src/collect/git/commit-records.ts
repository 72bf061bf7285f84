import { type CommitObject, CommitReader } from './commit-object.ts';
import { unexpectedOutput } from './git-output.ts';

/** More of one record is not kept: a commit object that large is an attack, and its beginning says who and when. */
const MAX_RECORD = 1 << 20;
const NEWLINE = 0x0a;

/**
 * Reads the output of `git rev-list --parents --header`: records that end in NUL, each the commit's id and parents, its
 * header lines, an empty line and the message indented. Git cuts a commit at its first NUL, so none stands inside one.
 */
export class CommitRecords {
  readonly #reader = new CommitReader();
  readonly #hexLength: number;
  readonly #idLine: RegExp;
  #pieces: Buffer[] = [];
  #length = 0;

  constructor(hexLength: number) {
    this.#hexLength = hexLength;
    this.#idLine = new RegExp(`^[0-9a-f]{${hexLength}}( [0-9a-f]{${hexLength}})*$`);
  }

  /** Takes the next piece of output and gives the commits it completes. */
  push(chunk: Buffer): CommitObject[] {
    const commits: CommitObject[] = [];
    let start = 0;
    let end = chunk.indexOf(0);
    while (end !== -1) {
      if (this.#pieces.length === 0) commits.push(this.#read(chunk, start, end));
      else {
        this.#keep(chunk.subarray(start, end));
        const record = Buffer.concat(this.#pieces);
        this.#pieces = [];
        this.#length = 0;
        commits.push(this.#read(record, 0, record.length));
      }
      start = end + 1;
      end = chunk.indexOf(0, start);
    }
    if (start < chunk.length) this.#keep(Buffer.from(chunk.subarray(start)));
    return commits;
  }

  /** Says that the output ended; throws when it ended inside a record. */
  end(): void {
    if (this.#pieces.length > 0) throw unexpectedOutput('the list of commits breaks off');
  }

  #keep(piece: Buffer): void {
    const room = MAX_RECORD - this.#length;
    if (room <= 0) return;
    this.#pieces.push(piece.length > room ? piece.subarray(0, room) : piece);
    this.#length += Math.min(room, piece.length);
  }

  #read(buffer: Buffer, start: number, end: number): CommitObject {
    const lineEnd = buffer.indexOf(NEWLINE, start);
    const line = lineEnd === -1 || lineEnd > end ? '' : buffer.toString('latin1', start, lineEnd);
    if (!this.#idLine.test(line)) throw unexpectedOutput('a commit does not begin with its id');
    const id = line.slice(0, this.#hexLength);
    const parents = line.length === this.#hexLength ? [] : line.slice(this.#hexLength + 1).split(' ');
    return this.#reader.read(id, parents, buffer, lineEnd + 1, end, true);
  }
}
