import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { processorTime } from '../../test/processor-time.ts';
import { bytewise, compilePattern, type Dialect, matchesPattern, segmentsOf, unquote } from './pattern.ts';

const matches = (pattern: string, path: string, dialect: Dialect = 'ignore') => {
  const compiled = compilePattern(pattern, dialect);
  return compiled !== null && matchesPattern(compiled, segmentsOf(path));
};

test.each([
  ['*.js', 'src/a.js', true],
  ['*.js', 'src/a.js.map', false],
  ['build', 'a/build/x/y', true],
  ['build/', 'build', false],
  ['build/', 'build/x', true],
  ['/build', 'a/build', false],
  ['src/*.ts', 'src/a.ts', true],
  ['src/*.ts', 'src/deep/a.ts', false],
  ['src/**/a', 'src/a', true],
  ['src/**/a', 'src/x/y/a', true],
  ['src/**', 'src', false],
  ['src/**', 'src/x/y', true],
  ['**/a', 'a', true],
  ['a**b', 'axxb', true],
  ['a/x**y/b', 'a/x/y/b', false],
  ['[a-c]?[!x]', 'bzz', true],
  ['[a-c]?[!x]', 'bzx', false],
  ['[[:digit:]].md', '7.md', true],
  ['[]-]x', ']x', true],
  ['[a', 'a', false],
  ['\\*', '*', true],
  ['\\*', 'x', false],
  ['a\\', 'a', false],
  ['a//b', 'a/b', false],
  ['/', 'a', false],
])('as an ignore pattern, %j on %j: %s', (pattern, path, expected) => {
  expect(matches(pattern, path)).toBe(expected);
});

test('an attribute speaks of the path alone, never of what lies beneath it', () => {
  expect(matches('build', 'build/x', 'attributes')).toBe(false);
  expect(matches('build', 'a/build', 'attributes')).toBe(true);
  expect(matches('build/', 'build/x', 'attributes')).toBe(false);
  expect(matches('build/**', 'build/x/y', 'attributes')).toBe(true);
});

test("an owner's last star stays in its directory, and brackets are only brackets", () => {
  expect(matches('docs/*', 'docs/a.md', 'owners')).toBe(true);
  expect(matches('docs/*', 'docs/deep/a.md', 'owners')).toBe(false);
  expect(matches('docs/*', 'docs/deep/a.md', 'ignore')).toBe(true);
  expect(matches('*', 'any/thing', 'owners')).toBe(true);
  expect(matches('apps/', 'x/apps/y', 'owners')).toBe(true);
  expect(matches('[ab].md', 'a.md', 'owners')).toBe(false);
  expect(matches('pages/[id].tsx', 'pages/[id].tsx', 'owners')).toBe(true);
});

test('a path shown in quotes is matched by its bytes', () => {
  expect(matches('a\n*', '"a\\nb"')).toBe(true);
  expect(unquote('"a\\303\\251\\t"')).toBe(bytewise('é') === 'Ã©' ? 'aÃ©\t' : '');
  expect(unquote('"open')).toBeNull();
  expect(unquote('"\\q"')).toBeNull();
});

const folder = mkdtempSync(join(tmpdir(), 'fortnight-pattern-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const letters = ['a', 'b', 'ab', 'c', '.', '-', ']', '!', '^', ':', 'é', '0', 'Z', ' a', '\\a'];
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...letters) },
  { weight: 3, arbitrary: fc.constantFrom('*', '**', '?', '/') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('/**/', '**/', '/**', '[a-b]', '[!a]', '[^b-]', '[]a]', '[[:alpha:]]', '***'),
  },
  { weight: 1, arbitrary: fc.constantFrom('[', '[a', '\\', '\\*', '[[:x:]]', '[a-', '[\\]]', '[a/b]', '[[:]', '[:a]') },
);
/**
 * git compares what is literal at the start of a pattern apart from the rest, so that the stars of `a**\/b` stand first in
 * what remains and span directories, against its own documentation. We follow the documentation.
 */
const ODDITY = /^[^*?[\\]*[^*?[\\/]\*\*+(?:\/|$)/;
const pattern = fc
  .array(piece, { minLength: 1, maxLength: 7 })
  .map((pieces) => pieces.join(''))
  .filter((text) => !/^[#!"\s]|\s$/.test(text) && !text.startsWith('[attr]') && !ODDITY.test(text));
const segment = fc
  .array(fc.constantFrom('a', 'b', 'c', '.', '-', ']', '!', '^', ':', 'é', '0', 'Z', '*', '[', ' '), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(''))
  .filter((name) => name !== '.' && name !== '..');
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));

/** Asks git about many patterns at once: each in a directory of its own. */
function askGit(
  cases: readonly (readonly [string, readonly string[]])[],
  rules: string,
  arguments_: readonly string[],
) {
  const root = mkdtempSync(join(folder, 'ask-'));
  const git = (args: readonly string[], input: string) =>
    execFileSync('git', ['-C', root, ...args], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { PATH: process.env.PATH ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', HOME: root },
    });
  git(['init', '-q'], '');
  const paths: string[] = [];
  cases.forEach(([text, samples], index) => {
    mkdirSync(join(root, `d${index}`));
    writeFileSync(join(root, `d${index}`, rules), `${text}\n`);
    paths.push(...samples.map((sample) => `d${index}/${sample}`));
  });
  return git(arguments_, `${paths.join('\0')}\0`).split('\0');
}

test('ignore patterns match as `git check-ignore` says', () => {
  const cases = fc.sample(fc.tuple(pattern, fc.array(path, { minLength: 12, maxLength: 12 })), {
    numRuns: 2500,
    seed: 7,
  });
  const fields = askGit(cases, '.gitignore', ['check-ignore', '--no-index', '-v', '-n', '-z', '--stdin']);
  const wrong: string[] = [];
  let hits = 0;
  cases.forEach(([text, samples], index) => {
    samples.forEach((sample, place) => {
      const git = fields[(index * 12 + place) * 4] !== '';
      if (git) hits++;
      if (matches(text, sample) !== git) wrong.push(`${text}  on  ${sample}: git says ${git}`);
    });
  });
  expect(wrong).toEqual([]);
  expect(hits).toBeGreaterThan(1000);
});

test('attribute patterns match as `git check-attr` says', () => {
  const cases = fc.sample(fc.tuple(pattern, fc.array(path, { minLength: 12, maxLength: 12 })), {
    numRuns: 2500,
    seed: 8,
  });
  const quoted = cases.map(
    ([text, samples]) => [`"${text.replace(/[\\"]/g, '\\$&')}" mark`, samples] as [string, string[]],
  );
  const fields = askGit(quoted, '.gitattributes', ['check-attr', '-z', '--stdin', 'mark']);
  const wrong: string[] = [];
  let hits = 0;
  cases.forEach(([text, samples], index) => {
    samples.forEach((sample, place) => {
      const git = fields[(index * 12 + place) * 3 + 2] === 'set';
      if (git) hits++;
      if (matches(text, sample, 'attributes') !== git) wrong.push(`${text}  on  ${sample}: git says ${git}`);
    });
  });
  expect(wrong).toEqual([]);
  expect(hits).toBeGreaterThan(1000);
});

test('any text is read as a pattern or as none, and asked without harm', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ maxLength: 60 }),
      fc.constantFrom<Dialect>('ignore', 'attributes', 'owners'),
      (text, sample, dialect) => typeof matches(text, sample, dialect) === 'boolean',
    ),
    { numRuns: 20_000 },
  );
});

test.each(['*a', '**/a/', '*', '?*', '[a-z]*', '**/*a/**/b/', '[['])(
  'a pattern made of %j many times over takes no longer than pattern times path',
  (unit) => {
    const text = unit.repeat(Math.floor(2000 / unit.length));
    const start = processorTime();
    for (const sample of ['a'.repeat(4000), 'a/'.repeat(2000) + 'c', `${'a'.repeat(200)}/`.repeat(20) + 'c'])
      for (const dialect of ['ignore', 'attributes', 'owners'] as const) matches(text, sample, dialect);
    expect(processorTime() - start).toBeLessThan(1000);
  },
);
