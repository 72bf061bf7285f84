/** `npm start`: the program from its source. A command that shows the page has the page built first, when it is out of date. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';

const SHOWS_PAGE = ['serve', '--open', 'report'];

function newest(folder: URL): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...entries.map((entry) => statSync(`${entry.parentPath}/${entry.name}`).mtimeMs));
}

function isStale(): boolean {
  try {
    const built = statSync(new URL('../dist/web/index.html', import.meta.url)).mtimeMs;
    return built < newest(new URL('../src/web/', import.meta.url));
  } catch {
    return true;
  }
}

if (process.argv.slice(2).some((word) => SHOWS_PAGE.includes(word)) && isStale()) {
  process.stderr.write('Building the page, once …\n');
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build:web'], { encoding: 'utf8' });
  if (status !== 0) process.stderr.write(stderr);
}
await import('../src/cli/main.ts');
