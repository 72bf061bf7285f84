import type { RawRow } from '../../domain/tables.ts';
import { joined, leftOver, unexpectedOutput } from './git-output.ts';
import { showPath } from './text.ts';

type FileChange = RawRow<'file_changes'>;

/** A commit's file changes, all of them. */
export interface CommitDiff {
  readonly id: string;
  readonly changes: readonly FileChange[];
  /** There were more than {@link MOST_CHANGES}; then none are given. */
  readonly isTooLarge: boolean;
}

/** File changes of one commit that are kept, and characters in their paths: no project imports more at once. */
export const MOST_CHANGES = 1_000_000;
const MOST_CHARACTERS = 1 << 28;

/** No path is longer than what git itself can check out many times over. */
const MAX_ENTRY = 1 << 24;
const COLON = 0x3a;
const SPACE = 0x20;
const STATUSES = 'AMDRCT';

/**
 * Reads the output of `git diff-tree --stdin -r -z --raw --always`: for each commit its id and a NUL, then entries
 * `:mode mode id id status NUL path NUL`, with a second path for renames and copies. Everything is found by position; a path
 * may hold any bytes but NUL.
 */
export class RawDiff {
  readonly #hexLength: number;
  readonly #isId: RegExp;
  #rest: Buffer = Buffer.alloc(0);
  #id: string | null = null;
  #changes: FileChange[] = [];
  #characters = 0;
  #isTooLarge = false;

  constructor(hexLength: number) {
    this.#hexLength = hexLength;
    this.#isId = new RegExp(`^[0-9a-f]{${hexLength}}$`);
  }

  /** Takes the next piece of output and gives the commits it completes: those after which another one began. */
  push(chunk: Buffer): CommitDiff[] {
    const buffer = joined(this.#rest, chunk);
    const complete: CommitDiff[] = [];
    let position = 0;
    while (position < buffer.length) {
      const next = buffer[position] === COLON ? this.#entry(buffer, position) : this.#begin(buffer, position, complete);
      if (next === -1) break;
      position = next;
    }
    this.#rest = leftOver(buffer, position);
    if (this.#rest.length > MAX_ENTRY) throw unexpectedOutput('a path without end');
    return complete;
  }

  /** Says that the output ended as it should, which completes the last commit. */
  end(): CommitDiff | null {
    if (this.#rest.length > 0) throw unexpectedOutput('the list of file changes breaks off');
    return this.#id === null ? null : this.#commit(this.#id);
  }

  #commit(id: string): CommitDiff {
    return { id, changes: this.#changes, isTooLarge: this.#isTooLarge };
  }

  #begin(buffer: Buffer, position: number, complete: CommitDiff[]): number {
    const end = position + this.#hexLength;
    if (end >= buffer.length) return -1;
    const id = buffer.toString('latin1', position, end);
    if (buffer[end] !== 0 || !this.#isId.test(id)) throw unexpectedOutput('file changes without a commit');
    if (this.#id !== null) complete.push(this.#commit(this.#id));
    this.#id = id;
    this.#changes = [];
    this.#characters = 0;
    this.#isTooLarge = false;
    return end + 1;
  }

  #entry(buffer: Buffer, position: number): number {
    const statusAt = position + 17 + 2 * this.#hexLength;
    const head = buffer.indexOf(0, position);
    if (head === -1) return -1;
    const pathEnd = buffer.indexOf(0, head + 1);
    if (pathEnd === -1) return -1;
    const status = String.fromCharCode(buffer[statusAt] ?? 0);
    if (
      this.#id === null ||
      head <= statusAt ||
      buffer[statusAt - 1] !== SPACE ||
      buffer[position + 7] !== SPACE ||
      buffer[position + 14] !== SPACE ||
      !STATUSES.includes(status)
    ) {
      throw unexpectedOutput('a file change that is none');
    }
    const isMove = status === 'R' || status === 'C';
    let end = pathEnd;
    if (isMove) {
      end = buffer.indexOf(0, pathEnd + 1);
      if (end === -1) return -1;
    }
    if (end === head + 1) throw unexpectedOutput('a file change without a path');
    this.#characters += end - head;
    if (this.#changes.length >= MOST_CHANGES || this.#characters > MOST_CHARACTERS) {
      this.#isTooLarge = true;
      this.#changes = [];
    }
    if (this.#isTooLarge) return end + 1;
    const firstPath = showPath(buffer, head + 1, pathEnd);
    this.#changes.push({
      commit_id: this.#id,
      path: isMove ? showPath(buffer, pathEnd + 1, end) : firstPath,
      old_path: isMove ? firstPath : null,
      status,
      kind: kindOfMode(buffer, status === 'D' ? position + 1 : position + 8),
      similarity: isMove ? similarityOf(buffer, statusAt + 1, head) : null,
    });
    return end + 1;
  }
}

/** What a mode (`100644`, `120000`, …) that stands at `position` says of a file. */
export function kindOfMode(buffer: Buffer, position: number): 'file' | 'executable' | 'symlink' | 'submodule' {
  const type = buffer[position + 1];
  if (type === 0x32) return 'symlink';
  if (type === 0x36) return 'submodule';
  // Git reads any mode with the owner's executable bit as 755.
  return ((buffer[position + 3] ?? 0) & 1) === 1 ? 'executable' : 'file';
}

function similarityOf(buffer: Buffer, start: number, end: number): number | null {
  const digits = buffer.toString('latin1', start, end);
  return /^\d{1,3}$/.test(digits) ? Number(digits) : null;
}
