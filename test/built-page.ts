import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { madeOnce } from './made-once.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const VITE = join(project, 'node_modules/vite/bin/vite.js');

/** The page as it is published: its folder, with a slash at the end. */
export async function builtPage(): Promise<string> {
  return `${await madeOnce('page', (folder) => build(folder, 'vite.config.ts'))}/`;
}

/** The module that writes the report. */
export async function builtReport(): Promise<URL> {
  const folder = await madeOnce('report', (making) => build(making, 'vite.report.config.ts'));
  return pathToFileURL(join(folder, 'report.js'));
}

async function build(folder: string, config: string): Promise<void> {
  // As `npm run build:web` would: what the test runner says about its own environment is not for the page.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const args = [VITE, 'build', '--logLevel', 'warn', '--config', config, '--emptyOutDir', '--outDir', folder];
  await promisify(execFile)(process.execPath, args, { cwd: project, env });
}
