import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const project = fileURLToPath(new URL('..', import.meta.url));
const VITE = join(project, 'node_modules/vite/bin/vite.js');

let built: Promise<string> | null = null;
let report: Promise<URL> | null = null;

/**
 * The page as it is published, built once in a run of the suite by whichever test asks first: its folder, with a slash at
 * the end. All processes of a run share one temporary directory (`test/temporary-root.ts`), and so the page in it.
 */
export function builtPage(): Promise<string> {
  built ??= buildOnce(join(tmpdir(), 'fortnight-page'), 'vite.config.ts');
  return built;
}

/** The module that writes the report, built in the same way. */
export function builtReport(): Promise<URL> {
  report ??= buildOnce(join(tmpdir(), 'fortnight-report'), 'vite.report.config.ts').then((folder) =>
    pathToFileURL(`${folder}report.js`),
  );
  return report;
}

async function buildOnce(folder: string, config: string): Promise<string> {
  const failed = `${folder}.failed`;
  try {
    mkdirSync(`${folder}.lock`);
  } catch {
    while (!existsSync(folder)) {
      if (existsSync(failed))
        throw new Error(`${folder} could not be built; the first test that asked for it says why.`);
      await pause(100);
    }
    return `${folder}/`;
  }
  try {
    const making = `${folder}.making`;
    // As `npm run build:web` would: what the test runner says about its own environment is not for the page.
    const { NODE_ENV: _, VITEST: __, ...env } = process.env;
    const args = [VITE, 'build', '--logLevel', 'warn', '--config', config, '--emptyOutDir', '--outDir', making];
    await promisify(execFile)(process.execPath, args, { cwd: project, env });
    renameSync(making, folder);
    return `${folder}/`;
  } catch (error) {
    writeFileSync(failed, '');
    throw error;
  }
}
