import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './git-fixture.ts';

const MAIN = join(import.meta.dirname, '../src/cli/main.ts');

/** Tells at the end of a process every module it loaded. */
const TELL = `data:text/javascript,${encodeURIComponent(
  "import { registerHooks } from 'node:module';" +
    'const seen = [];' +
    'registerHooks({ load(url, context, next) { seen.push(url); return next(url, context); } });' +
    "process.on('exit', () => process.stderr.write(JSON.stringify(seen)));",
)}`;

/** What a line makes the program load: our own rooms, packages and what Node brings. */
function loadedFor(...line: string[]): string[] {
  const { stderr, status } = spawnSync(process.execPath, ['--import', TELL, MAIN, ...line], {
    cwd: temporaryFolder('elsewhere'),
    env: { PATH: process.env.PATH ?? '', FORTNIGHT_PRIVATE_DIR: temporaryFolder('private') },
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return (JSON.parse(stderr) as string[]).map(
    (url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? /\/(src\/[^/]+)\//.exec(url)?.[1] ?? url,
  );
}

describe('what is logged in passing', () => {
  test('loads neither the engine, nor a server, nor anything that knows facts', () => {
    const loaded = new Set(loadedFor('log', 'Asked what breaks'));
    for (const heavy of ['@duckdb/node-api', 'hono', '@bomb.sh/tab', 'src/measures', 'src/derive', 'src/absence']) {
      expect([heavy, loaded.has(heavy)]).toEqual([heavy, false]);
    }
    expect(loaded.has('src/records')).toBe(true);
  });

  test('loads less than a third of what other lines do', () => {
    const ours = (loaded: readonly string[]) => loaded.filter((one) => one.startsWith('src/')).length;
    expect(3 * ours(loadedFor('log', 'x'))).toBeLessThan(ours(loadedFor('journal', 'list')));
  });
});
