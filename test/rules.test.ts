import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, describe, expect, it } from 'vitest';

const { default: configuration } = (await import(new URL('../.dependency-cruiser.mjs', import.meta.url).href)) as {
  default: { forbidden: readonly IForbiddenRuleType[]; options: object };
};

/** A small house in which every room is used as it should be: no rule complains. */
const HOUSE: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'house',
    dependencies: { zod: '1', '@duckdb/node-api': '1' },
    devDependencies: { vitest: '1' },
  }),
  'node_modules/zod/package.json': '{"name":"zod","version":"1.0.0","main":"index.js"}',
  'node_modules/zod/index.js': '',
  'node_modules/vitest/package.json': '{"name":"vitest","version":"1.0.0","main":"index.js"}',
  'node_modules/vitest/index.js': '',
  'node_modules/stray/package.json': '{"name":"stray","version":"1.0.0","main":"index.js"}',
  'node_modules/stray/index.js': '',
  'node_modules/@duckdb/node-api/package.json': '{"name":"@duckdb/node-api","version":"1.0.0","main":"index.js"}',
  'node_modules/@duckdb/node-api/index.js': '',
  'src/domain/fact.ts': "import 'zod';\nexport const fact = 1;\n",
  'src/collect/git.ts': "import 'node:child_process';\nimport '../domain/fact.ts';\n",
  'src/derive/people.ts': "import '../domain/fact.ts';\n",
  'src/store/store.ts': "import '@duckdb/node-api';\nimport '../domain/fact.ts';\n",
  'src/measures/count.ts': "import '../domain/fact.ts';\n",
  'src/measures/count.test.ts': "import 'vitest';\nimport './count.ts';\nimport '../store/store.ts';\n",
  'src/report/terminal.ts': "import '../domain/fact.ts';\n",
  'src/app/scan.ts':
    "import '../collect/git.ts';\nimport '../derive/people.ts';\nimport '../store/store.ts';\nimport '../measures/count.ts';\nimport '../report/terminal.ts';\n",
  'src/cli/main.ts': "import '../app/scan.ts';\nimport '../domain/fact.ts';\n",
  'scripts/bench.ts': "import '../src/app/scan.ts';\n",
  'test/end.test.ts': "import '../src/cli/main.ts';\nimport '../scripts/bench.ts';\n",
};

/** By rule: the files that, put into the house, break it. */
const BREAKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-circles': {
    'src/domain/one.ts': "import './two.ts';\nexport const one = 1;\n",
    'src/domain/two.ts': "import './one.ts';\nimport './fact.ts';\n",
  },
  'no-orphans': { 'src/app/forgotten.ts': 'export const forgotten = 1;\n' },
  'domain-stands-alone': { 'src/domain/eager.ts': "import '../measures/count.ts';\n" },
  'domain-does-nothing': { 'src/domain/busy.ts': "import 'node:fs';\n" },
  'rooms-know-only-the-domain': { 'src/measures/curious.ts': "import '../store/store.ts';\n" },
  'documents-are-text': { 'src/documents/curious.ts': "import '../store/store.ts';\n" },
  'app-knows-no-surface': { 'src/app/screen.ts': "import '../cli/words.ts';\n", 'src/cli/words.ts': '' },
  'surfaces-stay-thin': { 'src/cli/shortcut.ts': "import '../report/terminal.ts';\n" },
  'web-carries-no-server': {
    'src/web/client.ts': "import '../http/routes.ts';\n",
    'src/http/routes.ts': "import '../domain/fact.ts';\n",
  },
  'web-talks-through-types': { 'src/web/page.ts': "import '../app/scan.ts';\n" },
  'measures-and-renderers-are-pure': { 'src/report/saved.ts': "import 'node:fs';\n" },
  'only-the-collector-starts-programs': { 'src/app/shell.ts': "import { spawn } from 'node:child_process';\nspawn;\n" },
  'nothing-goes-online': { 'src/collect/caller.ts': "import 'node:https';\n" },
  'only-the-store-knows-the-engine': { 'src/derive/direct.ts': "import '@duckdb/node-api';\n" },
  'nothing-imports-tests': { 'src/app/sample.ts': "import '../measures/count.test.ts';\n" },
  'nothing-imports-scripts': { 'src/app/measured.ts': "import '../../scripts/bench.ts';\n" },
  'no-development-dependency-in-the-product': { 'src/app/tested.ts': "import 'vitest';\n" },
  'no-undeclared-dependency': { 'src/app/lucky.ts': "import 'stray';\n" },
  'everything-resolves': { 'src/app/lost.ts': "import './nowhere.ts';\n" },
};

const root = mkdtempSync(join(tmpdir(), 'fortnight-rules-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a house with these files breaks: the rule and the file, `rule: src/app/file.ts`. */
async function broken(name: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const house = join(root, name);
  for (const [path, text] of Object.entries({ ...HOUSE, ...files })) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const options = {
    ...configuration.options,
    baseDir: house,
    validate: true,
    ruleSet: { forbidden: configuration.forbidden },
  } as unknown as ICruiseOptions;
  const { output } = await cruise(['src', 'scripts', 'test'], options, {});
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

describe('the rules of the house', () => {
  it('let a house through that keeps them', async () => {
    expect(await broken('kept', {})).toEqual([]);
  });

  it('each have a reason and a way to break them', () => {
    expect(configuration.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(BREAKS).sort());
    for (const { comment, severity } of configuration.forbidden) {
      expect(comment?.length).toBeGreaterThan(30);
      expect(severity).toBe('error');
    }
  });

  it.each(Object.entries(BREAKS))('complain by name: %s', async (rule, files) => {
    const file = Object.keys(files)[0];
    expect(await broken(rule, files)).toContain(`${rule}: ${file}`);
  });

  it('keep every room out of every other', async () => {
    const rooms = ['collect', 'derive', 'store', 'measures', 'report'];
    const pairs = rooms.flatMap((from) => [...rooms, 'app', 'cli'].filter((to) => to !== from).map((to) => [from, to]));
    const files = pairs.map(([from, to]) => [`src/${from}/knows-${to}.ts`, `import '../${to}/known.ts';\n`]);
    const known = [...rooms, 'app', 'cli'].map((room) => [`src/${room}/known.ts`, "import '../domain/fact.ts';\n"]);
    const found = await broken('rooms', Object.fromEntries([...files, ...known]));
    const expected = files.map(([file]) => `rooms-know-only-the-domain: ${file}`);
    expect(found.filter((line) => line.startsWith('rooms-know-only-the-domain')).sort()).toEqual(expected.sort());
  });
});
