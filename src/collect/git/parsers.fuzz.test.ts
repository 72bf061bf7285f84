import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FortnightError } from '../../domain/errors.ts';
import type { CommitObject } from './commit-object.ts';
import { CommitRecords } from './commit-records.ts';
import { type CommitDiff, RawDiff } from './raw-diff.ts';

/** 20,000 in all: each of the four properties takes its share. */
const RUNS = 5000;

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const id = hex(40);
const word = fc
  .string({ unit: fc.constantFrom(...'abcZ é<>@.:-\t'), maxLength: 12 })
  .map((text) => text.replace(/[<>]/g, '').trim());
/** Lines that look like what stands around a message. */
const lure = fc.constantFrom(
  ':100644 100644 0000 1111 M\tx',
  'author Mallory <m@example.com> 1 +0000',
  'committer Mallory <m@example.com> 1 +0000',
  `${'a'.repeat(40)} ${'b'.repeat(40)}`,
  'tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  '',
  '    indented',
  'Reviewed-by: x <x@example.com>',
);

interface Script {
  readonly id: string;
  readonly parents: readonly string[];
  readonly name: string;
  readonly email: string;
  readonly seconds: number;
  readonly extra: readonly string[];
  readonly lines: readonly string[];
}
const script: fc.Arbitrary<Script> = fc.record({
  id,
  parents: fc.array(id, { maxLength: 3 }),
  name: word,
  email: fc.string({ unit: fc.constantFrom(...'abc@.+-'), maxLength: 10 }),
  seconds: fc.integer({ min: 0, max: 5_000_000_000 }),
  extra: fc.array(
    fc.constantFrom('gpgsig -----BEGIN', ' author Mallory <m@example.com> 1 +0000', 'mergetag object x', 'x'),
    { maxLength: 3 },
  ),
  lines: fc.array(fc.oneof(lure, word), { maxLength: 5 }),
});

/** A record as `git rev-list --parents --header` prints it. */
function recordOf(commit: Script): Buffer {
  const who = `${commit.name} <${commit.email}> ${commit.seconds} +0130`;
  const header = [
    [commit.id, ...commit.parents].join(' '),
    `tree ${commit.id}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
    ...commit.extra,
  ];
  const message = commit.lines.map((line) => (line === '' ? '' : `    ${line}`));
  return Buffer.from(`${header.join('\n')}\n${message.length > 0 ? `\n${message.join('\n')}\n` : ''}\0`);
}

/** Pushes bytes in pieces that end where `borders` say. */
function inPieces<T>(bytes: Buffer, borders: readonly number[], push: (piece: Buffer) => T[]): T[] {
  const cuts = [...new Set(borders.map((border) => border % (bytes.length + 1)))].sort((a, b) => a - b);
  let start = 0;
  const out: T[] = [];
  for (const cut of [...cuts, bytes.length]) {
    // A copy, as pieces from a pipe are; and the parser may not count on the piece afterwards.
    const piece = Buffer.from(bytes.subarray(start, cut));
    out.push(...push(piece));
    piece.fill(0x7a);
    start = cut;
  }
  return out;
}

function readRecords(bytes: Buffer, borders: readonly number[]): CommitObject[] {
  const records = new CommitRecords(40);
  const commits = inPieces(bytes, borders, (piece) => records.push(piece));
  records.end();
  return commits;
}

const borders = fc.array(fc.nat(), { maxLength: 8 });

/** Damages one record: bytes in its middle replaced, put in or taken out, or the stream cut off there. */
const damage = fc.record({
  kind: fc.constantFrom('replace', 'insert', 'delete', 'cut'),
  at: fc.nat(),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
});
type Damage = { readonly kind: string; readonly at: number; readonly bytes: Uint8Array };

function damaged(record: Buffer, { kind, at, bytes }: Damage): Buffer {
  const place = at % record.length;
  if (kind === 'cut') return record.subarray(0, place);
  const before = record.subarray(0, place);
  const after = record.subarray(kind === 'insert' ? place : Math.min(record.length, place + bytes.length));
  return Buffer.concat(kind === 'delete' ? [before, after] : [before, bytes, after]);
}

/** The only error a parser may throw. */
function unlessUnexpected<T>(run: () => T[]): T[] {
  try {
    return run();
  } catch (error) {
    if (error instanceof FortnightError && error.code === 'unexpected-git-output') return [];
    throw error;
  }
}

describe('the list of commits', () => {
  it('comes out as it went in, wherever its pieces end and whatever its messages pretend to be', () => {
    fc.assert(
      fc.property(fc.array(script, { maxLength: 5 }), borders, (scripts, cuts) => {
        const commits = readRecords(Buffer.concat(scripts.map(recordOf)), cuts);
        expect(commits).toHaveLength(scripts.length);
        commits.forEach((commit, index) => {
          const { name, email, seconds, parents, lines, id: expected } = scripts[index] as Script;
          expect(commit.id).toBe(expected);
          expect(commit.parents).toEqual(parents);
          expect(commit.author).toEqual({ identity: `${name} <${email}>`.trimStart(), time: seconds, zone: 90 });
          expect(commit.committer).toEqual(commit.author);
          expect(commit.message.trimEnd()).toBe(lines.join('\n').trimEnd());
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('when damaged, ends with its one error or not, but never gives a sound commit to somebody else', () => {
    fc.assert(
      fc.property(
        fc.array(script, { minLength: 2, maxLength: 4 }),
        fc.nat(),
        damage,
        borders,
        (scripts, which, how, cuts) => {
          const hit = which % scripts.length;
          const bytes = Buffer.concat(
            scripts.map((one, index) => (index === hit ? damaged(recordOf(one), how) : recordOf(one))),
          );
          const authors = new Map(scripts.map((one) => [one.id, `${one.name} <${one.email}>`.trimStart()]));
          for (const commit of unlessUnexpected(() => readRecords(bytes, cuts))) {
            if (commit.id === scripts[hit]?.id || !authors.has(commit.id)) continue;
            expect(commit.author.identity).toBe(authors.get(commit.id));
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});

const path = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...'ab/.:\t\n "é\\'), minLength: 1, maxLength: 20 }),
    fc.constantFrom(':100644 100644 M', 'a'.repeat(40), '"quoted"'),
  )
  .filter((text) => text !== '');
const change = fc.record({
  status: fc.constantFrom('A', 'M', 'D', 'R', 'T', 'C'),
  path,
  old: path,
  score: fc.integer({ min: 0, max: 100 }),
});
const diff = fc.record({ id, changes: fc.array(change, { maxLength: 4 }) });
type DiffScript = typeof diff extends fc.Arbitrary<infer T> ? T : never;

/** Entries as `git diff-tree --stdin -r -z --raw --always` prints them. */
function outputOf({ id: commit, changes }: DiffScript): Buffer {
  const entries = changes.map(({ status, path: to, old, score }) => {
    const isMove = status === 'R' || status === 'C';
    const letter = isMove ? `${status}${String(score).padStart(3, '0')}` : status;
    return `:100644 100755 ${'0'.repeat(40)} ${'1'.repeat(40)} ${letter}\0${isMove ? `${old}\0` : ''}${to}\0`;
  });
  return Buffer.from(`${commit}\0${entries.join('')}`);
}

function readDiffs(bytes: Buffer, cuts: readonly number[]): CommitDiff[] {
  const parser = new RawDiff(40);
  const commits = inPieces(bytes, cuts, (piece) => parser.push(piece));
  const last = parser.end();
  return last === null ? commits : [...commits, last];
}

const shown = (text: string) => (text.startsWith('"') ? `"${quoted(text)}"` : text);
const quoted = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      const letter = { '\t': '\\t', '\n': '\\n', '"': '\\"', '\\': '\\\\' }[char];
      return letter ?? (byte >= 0x7f ? `\\${byte.toString(8)}` : char);
    })
    .join('');

describe('the list of file changes', () => {
  it('comes out as it went in, wherever its pieces end and whatever its paths pretend to be', () => {
    fc.assert(
      fc.property(fc.array(diff, { maxLength: 4 }), borders, (scripts, cuts) => {
        const read = readDiffs(Buffer.concat(scripts.map(outputOf)), cuts);
        expect(read.map((commit) => commit.id)).toEqual(scripts.map((commit) => commit.id));
        read.forEach((commit, index) => {
          expect(commit.changes).toEqual(
            scripts[index]?.changes.map(({ status, path: to, old, score }) => {
              const isMove = status === 'R' || status === 'C';
              return {
                commit_id: commit.id,
                path: shown(to),
                old_path: isMove ? shown(old) : null,
                status,
                kind: status === 'D' ? 'file' : 'executable',
                similarity: isMove ? score : null,
              };
            }),
          );
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('when damaged, ends with its one error or not, but never hands changes to a sound commit that are not its own', () => {
    fc.assert(
      fc.property(
        fc.array(diff, { minLength: 2, maxLength: 4 }),
        fc.nat(),
        damage,
        borders,
        (scripts, which, how, cuts) => {
          const hit = which % scripts.length;
          const bytes = Buffer.concat(
            scripts.map((one, index) => (index === hit ? damaged(outputOf(one), how) : outputOf(one))),
          );
          const sound = new Map(scripts.map((one) => [one.id, one.changes.map((given) => shown(given.path))]));
          for (const commit of unlessUnexpected(() => readDiffs(bytes, cuts))) {
            // A damaged id leaves its changes to the commit before: who asks for commits by id finds one missing and stops.
            if (Math.abs(scripts.findIndex((one) => one.id === commit.id) - hit) <= 1 || !sound.has(commit.id))
              continue;
            expect(commit.changes.map((given) => given.path)).toEqual(sound.get(commit.id));
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
