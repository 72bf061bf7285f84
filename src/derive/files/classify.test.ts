import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linguistData } from '../../../scripts/linguist-data.ts';
import { processorTime } from '../../../test/processor-time.ts';
import { classifier, type FileClass, type HeadFile, NO_ATTRIBUTES } from './classify.ts';
import { languageOf, linguist } from './linguist.ts';

const FILE: HeadFile = { kind: 'file', size: 10, is_binary: null, is_generated: null, interpreter: null };
const classify = classifier();
const classOf = (path: string, file: Partial<HeadFile> | null = {}) =>
  classify(path, file === null ? null : { ...FILE, ...file }, NO_ATTRIBUTES);

test("the committed data are what Linguist's give", () => {
  expect(readFileSync(new URL('linguist.json', import.meta.url), 'utf8')).toBe(linguistData());
});

test.each<[string, string | null]>([
  ['a.ts', 'TypeScript'],
  ['a.h', 'C'],
  ['a.m', 'Objective-C'],
  ['a.md', 'Markdown'],
  ['a.rs', 'Rust'],
  ['a.pl', 'Perl'],
  ['a.cs', 'C#'],
  ['a.R', 'R'],
  ['a.html.erb', 'HTML+ERB'],
  ['a.sql', 'SQL'],
  ['a.sol', 'Solidity'],
  ['Makefile', 'Makefile'],
  ['x/Dockerfile', 'Dockerfile'],
  ['.bashrc', 'Shell'],
  ['a.1', null],
  ['a.unheard-of', null],
  ['constructor', null],
  ['a.__proto__', null],
])('%s is %s', (path, language) => {
  expect(languageOf(path, null)).toBe(language);
});

test('the first line decides where the name does not', () => {
  expect(languageOf('bin/tool', 'python3')).toBe('Python');
  expect(languageOf('bin/tool', 'c++')).toBe('C++');
  expect(languageOf('bin/tool', 'unheard-of')).toBeNull();
  expect(languageOf('tool.rb', 'ruby')).toBe('Ruby');
  expect(languageOf('Makefile', 'python3')).toBe('Makefile');
});

test.each<[string, FileClass]>([
  ['src/main.rs', 'source'],
  ['web/style.css', 'source'],
  ['src/a.test.ts', 'test'],
  ['src/__tests__/a.js', 'test'],
  ['pkg/fixtures/a.ts', 'test'],
  ['pkg/a_test.go', 'test'],
  ['test_a.py', 'test'],
  ['spec/models/user_spec.rb', 'test'],
  ['src/test/java/com/x/Helper.java', 'test'],
  ['src/main/java/com/x/OrderTest.java', 'test'],
  ['src/main/java/com/x/Contest.java', 'source'],
  ['src/latest.ts', 'source'],
  ['src/inspector/a.ts', 'source'],
  ['test/data.bin', 'binary'],
  ['README.md', 'documentation'],
  ['docs/conf.py', 'documentation'],
  ['examples/a.py', 'documentation'],
  ['lib/guide.rst', 'documentation'],
  ['LICENSE', 'documentation'],
  ['node_modules/a/index.js', 'vendored'],
  ['vendor/a.php', 'vendored'],
  ['public/jquery-1.7.2.min.js', 'vendored'],
  ['package-lock.json', 'generated'],
  ['Form1.Designer.cs', 'generated'],
  ['app.js.map', 'generated'],
  ['package.json', 'configuration'],
  ['.github/workflows/ci.yml', 'configuration'],
  ['.gitignore', 'configuration'],
  ['vite.config.ts', 'configuration'],
  ['deploy/values.yaml', 'configuration'],
  ['src/app.config.json', 'configuration'],
  ['data/countries.json', 'data'],
  ['data/x.csv', 'data'],
  ['notes.unheard-of', 'data'],
  ['logo.png', 'binary'],
  ['logo.svg', 'data'],
])('%s is %s', (path, expected) => {
  expect(classOf(path).class).toBe(expected);
  // A path that is gone is classed alike, but never counts.
  expect(classOf(path, null)).toMatchObject({ class: expected, isCounted: false });
});

test('what counts is programs and markup that people wrote here', () => {
  const counts = (path: string, file: Partial<HeadFile> = {}) => classOf(path, file).isCounted;
  expect(['a.c', 'a.css', 'test/a.c', 'vite.config.ts', 'Makefile'].map((path) => counts(path))).toEqual(
    Array(5).fill(true),
  );
  expect(['a.md', 'a.json', 'docs/a.c', 'vendor/a.c', 'a.csv', 'a'].map((path) => counts(path))).toEqual(
    Array(6).fill(false),
  );
  expect(counts('a.c', { size: 0 })).toBe(false);
  expect(counts('a.c', { is_generated: true })).toBe(false);
  expect(counts('a.c', { is_binary: true })).toBe(false);
  expect(counts('a.c', { kind: 'symlink' })).toBe(false);
  expect(counts('a.c', { kind: 'submodule', size: null })).toBe(false);
  expect(counts('a.c', { size: null })).toBe(true);
  expect(counts('a', { interpreter: 'bash' })).toBe(true);
});

test('attributes overrule the rules on paths and contents', () => {
  const of = (path: string, attributes: Partial<typeof NO_ATTRIBUTES>, file: Partial<HeadFile> = {}) =>
    classify(path, { ...FILE, ...file }, { ...NO_ATTRIBUTES, ...attributes });
  expect(of('vendor/a.c', { vendored: false })).toMatchObject({ class: 'source', isCounted: true });
  expect(of('a.c', { vendored: true }).class).toBe('vendored');
  expect(of('a.c', { generated: false }, { is_generated: true })).toMatchObject({ class: 'source', isCounted: true });
  expect(of('docs/a.c', { documentation: false }).class).toBe('source');
  expect(of('data/a.json', { detectable: true })).toMatchObject({ class: 'source', isCounted: true });
  expect(of('a.c', { detectable: false })).toMatchObject({ class: 'source', isCounted: false });
  expect(of('a.tmpl', { language: 'c++' })).toMatchObject({ language: 'C++', isCounted: true });
  expect(of('a.c', { language: 'unheard-of' }).language).toBe('C');
  expect(of('a.c', { binary: true }).class).toBe('binary');
  expect(of('a.c', { binary: true }, { is_binary: false }).class).toBe('source');
});

test('any path has a class, and the shortcuts of the rules change none', async () => {
  const data = JSON.parse(readFileSync(new URL('linguist.json', import.meta.url), 'utf8'));
  const plainly = (key: string, flags = '') => {
    const expression = new RegExp(data[key].join('|'), flags);
    return (path: string) => expression.test(path);
  };
  const [vendored, documentation, generated] = [plainly('vendored'), plainly('documentation'), plainly('generated')];
  const anyCase = plainly('generatedAnyCase', 'i');
  const verdictOf = linguist();
  const part = fc.constantFrom(
    'vendor',
    'jquery',
    '.min',
    '.js',
    '.css',
    '/',
    'docs',
    'a',
    'Test',
    'fixtures',
    'extjs',
    '.html',
    'yui',
    '-',
    '1.2',
    '.d.ts',
    'Cargo.lock',
    '.designer.CS',
    'bootstrap',
    'd3',
    '.lock',
    'node_modules',
    'env',
    '.osx',
    'waf',
  );
  const path = fc.oneof(
    fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(path, (text) => {
      expect(verdictOf(text, null)).toMatchObject({
        isVendored: vendored(text),
        isDocumentation: documentation(text),
        isGenerated: generated(text) || anyCase(text),
      });
      expect(classOf(text).class).not.toBe('');
    }),
    { numRuns: 20_000 },
  );
});

test('a hundred thousand paths are classed while one waits', () => {
  const paths = Array.from(
    { length: 100_000 },
    (_, i) => `src/module${i % 97}/part${i % 1013}/file${i}.${['ts', 'js', 'css', 'go', 'md'][i % 5]}`,
  );
  const classifyAll = classifier();
  const start = processorTime();
  for (const path of paths) classifyAll(path, null, NO_ATTRIBUTES);
  // Measured: 0.15 to 0.3 s of processor.
  expect(processorTime() - start).toBeLessThan(1500);
});

test.each(['vendor/', 'jquery/', 'a.a.a/', '-', 'a/Packages/1.', 'import', 'docs/', 'test_'])(
  'a hostile path of %j is classed at once',
  (unit) => {
    const path = `${unit.repeat(Math.ceil(100_000 / unit.length))}x.js`;
    const start = processorTime();
    classOf(path);
    expect(processorTime() - start).toBeLessThan(500);
  },
);
