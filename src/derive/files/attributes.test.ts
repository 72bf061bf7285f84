import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { type AttributesFile, linguistAttributes, readAttributes } from './attributes.ts';

const at = (path: string, content: string): AttributesFile => ({ path, content });
const of = (content: string, path: string) =>
  linguistAttributes(readAttributes([at('.gitattributes', content)]).of(path));

test('the last rule that matches counts, attribute by attribute', () => {
  const rules = '*.js linguist-vendored linguist-language=TypeScript\nsrc/*.js -linguist-vendored\n';
  expect(of(rules, 'lib/a.js')).toMatchObject({ vendored: true, language: 'TypeScript' });
  expect(of(rules, 'src/a.js')).toMatchObject({ vendored: false, language: 'TypeScript' });
  expect(of(rules, 'src/a.css')).toMatchObject({ vendored: null, language: null });
});

test('a rule deeper in the tree is stronger than one above, and silent outside', () => {
  const attributes = readAttributes([
    at('deep/.gitattributes', '*.c -linguist-generated\n/own.h linguist-documentation=false'),
    at('.gitattributes', '*.c linguist-generated=true'),
  ]);
  expect(linguistAttributes(attributes.of('deep/er/a.c')).generated).toBe(false);
  expect(linguistAttributes(attributes.of('a.c')).generated).toBe(true);
  expect(linguistAttributes(attributes.of('deep/own.h')).documentation).toBe(false);
  expect(linguistAttributes(attributes.of('own.h')).documentation).toBeNull();
});

test('macros are followed, those that name each other too', () => {
  expect(of('*.dat binary', 'a.dat').binary).toBe(true);
  expect(of('*.dat -text -diff', 'a.dat').binary).toBe(true);
  expect(of('*.dat -text', 'a.dat').binary).toBe(false);
  expect(of('[attr]copied linguist-vendored\n*.x copied', 'a.x').vendored).toBe(true);
  expect(of('[attr]a b\n[attr]b a linguist-detectable\n*.x a', 'a.x').detectable).toBe(true);
});

test('quotes, comments, byte order marks and malformed lines are read as git reads them', () => {
  expect(of('"with space.c" linguist-vendored', 'with space.c').vendored).toBe(true);
  expect(of('\uFEFF*.c linguist-vendored\r\n', 'a.c').vendored).toBe(true);
  expect(of('# *.c linguist-vendored', 'a.c').vendored).toBeNull();
  expect(of('!*.c linguist-vendored', 'a.c').vendored).toBeNull();
  expect(of('*.c linguist-vendored ==', 'a.c').vendored).toBeNull();
  expect(of(`*.c linguist-vendored ${'x'.repeat(2100)}`, 'a.c').vendored).toBeNull();
  expect(of('*.c linguist-vendored\n*.c !linguist-vendored', 'a.c').vendored).toBeNull();
});

const folder = mkdtempSync(join(tmpdir(), 'fortnight-attributes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const name = fc.constantFrom('a', 'b', 'm', 'n', 'text', 'diff', 'binary');
const word = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom('', '', '', '-', '!'), name).map((pair) => pair.join('')) },
  { weight: 2, arbitrary: name.map((n) => `${n}=v`) },
  { weight: 1, arbitrary: fc.constantFrom('a=', '=', '-', '--a', '-a=v', '!a=v', '-binary', 'é', '#a') },
);
const head = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('*', '*.c', 'x.c', 'd/', 'd/*', '/x.c', '**/x.c', 'd/**', '"x.c"', '"x y"') },
  { weight: 3, arbitrary: fc.constantFrom('[attr]m', '[attr]n', '[attr]a', '[attr]binary') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('!x.c', '#x.c', '"x.c', '"x\\.c"', '"x\\056c"', '[attr]', '\t*.c', '"x.c"a'),
  },
);
const line = fc.tuple(head, fc.array(word, { maxLength: 4 })).map(([first, words]) => [first, ...words].join(' '));
const file = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

test('the states are those of `git check-attr`', () => {
  const paths = ['x.c', 'y.c', 'x y', 'd/x.c', 'd/e/x.c', 'd'];
  const asked = ['a', 'b', 'm', 'n', 'text', 'diff', 'merge', 'binary'];
  const cases = fc.sample(fc.record({ root: file, d: file }), { numRuns: 100, seed: 6 });
  const wrong: string[] = [];
  let specified = 0;
  cases.forEach(({ root, d }, index) => {
    const tree = join(folder, String(index));
    const files = [at('.gitattributes', root), at('d/.gitattributes', d)];
    for (const { path, content } of files) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), content);
    }
    const git = (args: readonly string[]) =>
      execFileSync('git', ['-C', tree, ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { PATH: process.env.PATH ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', HOME: tree },
      });
    git(['init', '-q']);
    const fields = git(['check-attr', '-z', ...asked, '--', ...paths]).split('\0');
    const attributes = readAttributes(files);
    for (let i = 0; i + 2 < fields.length; i += 3) {
      const [path = '', attribute = '', expected] = fields.slice(i, i + 3);
      const state = attributes.of(path).get(attribute);
      const shown = state === undefined || state === null ? 'unspecified' : state === true ? 'set' : state || 'unset';
      const ours = state === '' ? '' : shown;
      if (ours !== 'unspecified') specified++;
      if (ours !== expected)
        wrong.push(`${JSON.stringify({ root, d })}: ${path} ${attribute} is ${expected}, not ${ours}`);
    }
  });
  expect(wrong).toEqual([]);
  expect(specified).toBeGreaterThan(200);
});

test('any text is read', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), file);
  fc.assert(
    fc.property(anything, fc.string({ maxLength: 20 }), (content, path) => {
      const states = readAttributes([at('.gitattributes', content), at('d/.gitattributes', content)]).of(path);
      expect(linguistAttributes(states)).toHaveProperty('binary');
    }),
    { numRuns: 20_000 },
  );
});

test('a hostile mass of rules is bounded and said', () => {
  const attributes = readAttributes([at('.gitattributes', '*a*b*c*d*e linguist-vendored\n'.repeat(30_000))]);
  const start = processorTime();
  for (let i = 0; i < 1000; i++) attributes.of(`${'abcd'.repeat(20)}/${i}`);
  expect(processorTime() - start).toBeLessThan(5000);
  expect(attributes.dropped).toBe(29_500);
});
