import { spawnSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);
const VITE = fileURLToPath(new URL('node_modules/vite/bin/vite.js', ROOT));

/** What is built, by the word that needs it. Of the server the page knows types alone, which leave nothing in it. */
const BUILT = {
  page: { folder: 'web', file: 'index.html', config: 'vite.config.ts', words: ['serve', '--open'] },
  report: { folder: 'report', file: 'report.js', config: 'vite.report.config.ts', words: ['report'] },
} as const;
const SOURCES = ['src/web/', 'src/domain/'];

type Built = (typeof BUILT)[keyof typeof BUILT];

/** The newest change of a file or of a folder, which is changed by what is taken out of it. */
function newest(folder: URL): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(mtime(folder), ...entries.map((entry) => mtime(`${entry.parentPath}/${entry.name}`)));
}

function mtime(path: string | URL): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function isStale({ folder, file, config }: Built): boolean {
  const built = mtime(new URL(`dist/${folder}/${file}`, ROOT));
  const files = [config, 'package-lock.json'].map((name) => mtime(new URL(name, ROOT)));
  return built === 0 || built < Math.max(...files, ...SOURCES.map((source) => newest(new URL(source, ROOT))));
}

/** Built beside its place and then moved there, so that a build that was stopped is no build. */
function build({ folder, config }: Built): void {
  const place = fileURLToPath(new URL(`dist/${folder}`, ROOT));
  const fresh = `${place}-${process.pid}`;
  const args = [VITE, 'build', '--logLevel', 'warn', '--config', config, '--outDir', fresh];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`);
    rmSync(fresh, { recursive: true, force: true });
    return;
  }
  rmSync(place, { recursive: true, force: true });
  renameSync(fresh, place);
}

/** Builds the page, the report or both into `dist/` where what stands there is older than its sources; says so on stderr. */
export function buildStale(isWanted: (words: readonly string[]) => boolean = () => true): void {
  for (const [name, built] of Object.entries(BUILT)) {
    if (!isWanted(built.words) || !isStale(built)) continue;
    process.stderr.write(`Building the ${name}, once …\n`);
    build(built);
  }
}
