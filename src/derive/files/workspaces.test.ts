import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { WORKSPACE_PATHS, workspacePackages } from './workspaces.ts';

const packages = (file: string, content: string, paths: readonly string[]) =>
  [...workspacePackages(new Map([[file, content]]), paths)].sort();

const npm = [
  'package.json',
  'packages/a/package.json',
  'packages/b/package.json',
  'packages/b/deep/package.json',
  'x/package.json',
  'packages/c/readme.md',
];

test('workspaces of npm, yarn, pnpm and lerna name the directories with a manifest', () => {
  expect(packages('package.json', '{"workspaces": ["packages/*", "./x/"]}', npm)).toEqual([
    'packages/a',
    'packages/b',
    'x',
  ]);
  expect(packages('package.json', '{"workspaces": {"packages": ["packages/**", "!**/deep"]}}', npm)).toEqual([
    'packages/a',
    'packages/b',
  ]);
  expect(
    packages('pnpm-workspace.yaml', "catalog:\n  - no\npackages:\n  - 'packages/*' # all\n  - x\nother:\n  - y", npm),
  ).toEqual(['packages/a', 'packages/b', 'x']);
  expect(packages('lerna.json', '{"packages": ["packages/a"]}', npm)).toEqual(['packages/a']);
});

test('Cargo, Go, Gradle and Maven are understood', () => {
  const cargo =
    '[workspace]\nmembers = [\n  "crates/*", # all\n  "cli",\n]\nexclude = ["crates/old"]\n[dependencies]\nmembers = ["no"]';
  expect(
    packages('Cargo.toml', cargo, ['crates/a/Cargo.toml', 'crates/old/Cargo.toml', 'cli/Cargo.toml', 'no/Cargo.toml']),
  ).toEqual(['cli', 'crates/a']);
  expect(
    packages('go.work', 'go 1.22\nuse (\n\t./a\n\t./b // old\n)\nuse ./c\n', [
      'a/go.mod',
      'b/go.mod',
      'c/go.mod',
      'd/go.mod',
    ]),
  ).toEqual(['a', 'b', 'c']);
  const gradle = "rootProject.name = 'x'\ninclude ':app', 'lib:core'\ninclude(\":tool\")\n";
  expect(
    packages('settings.gradle', gradle, [
      'app/build.gradle',
      'lib/core/Main.java',
      'tool/build.gradle.kts',
      'x/build.gradle',
    ]),
  ).toEqual(['app', 'lib/core', 'tool']);
  expect(
    packages('pom.xml', '<modules><module>core</module>\n<module> web </module></modules>', [
      'core/pom.xml',
      'web/pom.xml',
      'x/pom.xml',
    ]),
  ).toEqual(['core', 'web']);
});

test('no workspace, or one that cannot be read, names nothing', () => {
  expect(packages('package.json', '{', npm)).toEqual([]);
  expect(packages('package.json', '{"workspaces": 7}', npm)).toEqual([]);
  expect(packages('Cargo.toml', '[package]\nname = "x"', npm)).toEqual([]);
});

test('any text is read, quickly', () => {
  const part = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    'packages:',
    '\n',
    ' - ',
    'use (',
    ')',
    'include ',
    "'a'",
    '<module>',
    '</module>',
    '[workspace]',
    'members = [',
    '*',
    '/',
    '!',
    '#',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(fc.constantFrom(...WORKSPACE_PATHS), text, (file, content) => {
      for (const name of packages(file, content, npm)) expect(name).not.toBe('');
    }),
    { numRuns: 20_000 },
  );
  for (const unit of [' ', '<module>', '[workspace]', '- ', "include '", '#', '"', '\t- x ', 'members = [']) {
    const start = processorTime();
    for (const file of WORKSPACE_PATHS) packages(file, unit.repeat((1 << 20) / unit.length), npm);
    expect(processorTime() - start).toBeLessThan(2000);
  }
});
