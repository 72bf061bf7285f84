/**
 * `npm run docs`: writes the reference pages (`manual.ts`), and puts what the program prints into the README. It needs
 * the published history that the README shows
 * (`FORTNIGHT_SHARED`, else `../shared` beside the project); `test/docs.test.ts` tells when the README is behind.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manual } from './manual.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const README = join(PROJECT, 'README.md');
const SCREEN = /(?<=^```text\n)[\s\S]*?(?=^```$)/m;
const BUNDLE = 'jekyll-2015-02-24.bundle';

/** What the README says is printed. */
export function documentedScreen(): string {
  return SCREEN.exec(readFileSync(README, 'utf8'))?.[0] ?? '';
}

/** What is printed; null where the history it is about is not there. */
export function printedScreen(): string | null {
  const bundle = resolve(PROJECT, process.env.FORTNIGHT_SHARED ?? '../shared', 'histories', BUNDLE);
  if (!existsSync(bundle)) return null;
  const scratch = mkdtempSync(join(tmpdir(), 'fortnight-readme-'));
  try {
    const env = { PATH: process.env.PATH ?? '', HOME: scratch, FORTNIGHT_DATA_DIR: join(scratch, 'data') };
    const clone = join(scratch, 'jekyll');
    execFileSync('git', ['clone', '--quiet', '--bare', bundle, clone], { env, stdio: 'pipe' });
    const main = join(PROJECT, 'src/cli/main.ts');
    return execFileSync(process.execPath, [main, '--until', '2015-02-26'], { cwd: clone, env, encoding: 'utf8' });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  for (const [path, text] of manual()) {
    mkdirSync(dirname(join(PROJECT, path)), { recursive: true });
    writeFileSync(join(PROJECT, path), text);
  }
  const screen = printedScreen();
  if (screen === null)
    throw new Error(`there is no ${BUNDLE}: set FORTNIGHT_SHARED to the folder that holds histories/`);
  const readme = readFileSync(README, 'utf8');
  writeFileSync(
    README,
    readme.replace(SCREEN, () => screen),
  );
}
