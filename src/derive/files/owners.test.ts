import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { readIgnoreRevs } from './ignore-revs.ts';
import { directoryOfRule, readOwners } from './owners.ts';

test('the last pattern that matches owns a path', () => {
  const owners = readOwners(`
# everything
*            @acme/all
*.js         @js-owner # not css
/build/logs/ @doctocat
docs/*       docs@example.com
apps/        @octocat
/apps/github
/scripts/    @doctocat @octocat
`);
  expect(owners.of('a/b.js')).toEqual(['@js-owner']);
  expect(owners.of('a/b.css')).toEqual(['@acme/all']);
  expect(owners.of('build/logs/x/y.log')).toEqual(['@doctocat']);
  expect(owners.of('x/build/logs/y.log')).toEqual(['@acme/all']);
  expect(owners.of('docs/getting-started.md')).toEqual(['docs@example.com']);
  expect(owners.of('docs/build/app.md')).toEqual(['@acme/all']);
  expect(owners.of('deep/apps/x')).toEqual(['@octocat']);
  expect(owners.of('apps/github/x')).toEqual([]);
  expect(owners.of('scripts/x')).toEqual(['@doctocat', '@octocat']);
});

test('spaces may be escaped, comments may follow, and what is no owner is left aside', () => {
  const owners = readOwners('/with\\ space/ @a nonsense @b # @c\n!/x @d\n   \n# only words');
  expect(owners.of('with space/x')).toEqual(['@a', '@b']);
  expect(owners.rules).toHaveLength(1);
});

test('sections own side by side, lend their owners, and can leave paths out', () => {
  const owners = readOwners(`
* @all
[Backend][2] @back
/server/
/server/api/ @api
!/server/api/generated/
^[Docs] @writers
*.md
[backend]
/worker/ @workers
`);
  expect(owners.of('server/x.go')).toEqual(['@all', '@back']);
  expect(owners.of('server/api/x.go')).toEqual(['@all', '@api']);
  expect(owners.of('server/api/generated/x.go')).toEqual(['@all']);
  expect(owners.of('server/README.md')).toEqual(['@all', '@back', '@writers']);
  expect(owners.of('worker/x.go')).toEqual(['@all', '@workers']);
});

test('a path that looks like a section is a path', () => {
  expect(readOwners('[id].tsx @web').of('pages/[id].tsx')).toEqual(['@web']);
});

test('a rule names the directory it speaks of, unless it is about a kind of file', () => {
  const directory = (rule: string, path: string) => {
    const [read] = readOwners(`${rule} @a`).rules;
    return read === undefined ? undefined : directoryOfRule(read, path);
  };
  expect(directory('/src/api/', 'src/api/deep/x.ts')).toBe('src/api');
  expect(directory('/src/api/*.ts', 'src/api/x.ts')).toBe('src/api');
  expect(directory('/src/api/x.ts', 'src/api/x.ts')).toBe('src/api');
  expect(directory('apps/', 'deep/apps/x/y.ts')).toBe('deep/apps');
  expect(directory('*.ts', 'src/x.ts')).toBeNull();
  expect(directory('*', 'src/x.ts')).toBeNull();
  expect(directory('/x.ts', 'x.ts')).toBeNull();
  expect(directory('/lib/', 'src/x.ts')).toBeNull();
});

const word = fc.constantFrom(
  '*',
  '/a/',
  'a/*',
  '**/b',
  '*.ts',
  '[S]',
  '^[S][1]',
  '[',
  '!a/',
  '@x',
  'x@y.z',
  '#',
  '\\ ',
  '\\',
  '\t',
  ' ',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.array(fc.oneof(word, fc.constant('\n')), { maxLength: 40 }).map((words) => words.join('')),
  fc
    .array(
      fc.array(word, { maxLength: 5 }).map((w) => w.join(' ')),
      { maxLength: 10 },
    )
    .map((lines) => lines.join('\n')),
);

test('any text is read as owners', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('a/x.ts', 'b', 'x/a/b/c.ts'), (content, path) => {
      const owners = readOwners(content);
      for (const owner of owners.of(path)) {
        // Nobody owns anything who does not stand in the file.
        expect(content).toContain(owner);
        expect(owner).toMatch(/@/);
      }
      for (const rule of owners.rules) directoryOfRule(rule, path);
    }),
    { numRuns: 20_000 },
  );
});

test.each(['* @a\n', '[s] @x\n* @y\n', '/a/*b*c*d*e @a\n', '\\ ', '[', '@', '/**/*a @x\n'])(
  'a mebibyte of %j is read within a second',
  (unit) => {
    const start = processorTime();
    const owners = readOwners(unit.repeat(Math.floor((1 << 20) / unit.length)));
    for (let i = 0; i < 20; i++) owners.of(`a/${'bcd'.repeat(30)}/${i}`);
    expect(processorTime() - start).toBeLessThan(1000);
  },
);

const ID = '0123456789abcdef0123456789abcdef01234567';
test('ids of reformatting commits are read as git reads them', () => {
  expect([
    ...readIgnoreRevs(`# why\n${ID} # prettier\n\n  ${ID.toUpperCase()}\nabc1234\n${ID}x\n${'a'.repeat(64)}`),
  ]).toEqual([ID, 'a'.repeat(64)]);
});

test('any text is read as ids', () => {
  const lines = fc.array(fc.oneof(fc.constant(ID), fc.string({ unit: 'binary', maxLength: 70 }), fc.constant('#')), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(lines, (list) => {
      for (const id of readIgnoreRevs(list.join('\n'))) expect(id).toMatch(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
    }),
    { numRuns: 20_000 },
  );
});
