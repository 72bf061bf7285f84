import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { talkativeRepository } from './documented.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'fortnight-package-'));
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
const main = join(root, 'node_modules/fortnight/dist/main.js');

/** As somebody's shell would: of what npm told this process, only how to reach its registry and cache is kept. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_|^VITEST|^NODE_/i.test(name) || /^npm_config_(globalconfig|userconfig|registry|cache|cafile)$/i.test(name),
  ),
);

/** Fails instead of waiting for ever, should the registry not answer. */
function npm(cwd: string, ...args: string[]): void {
  execFileSync('npm', args, { cwd, env, stdio: 'pipe', timeout: 100_000 });
}

interface Locked {
  readonly dev?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly bin?: Record<string, string>;
}

beforeAll(() => {
  npm(project, 'pack', '--silent', '--pack-destination', root);
  const tarball = `file:${readdirSync(root).find((name) => name.endsWith('.tgz'))}`;
  // The versions of our own lockfile: what is installed here is what was tested, and what `npm ci` has in its cache.
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const { dependencies = {}, bin = {} } = packages[''] ?? {};
  const brought = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  const manifest = { name: 'somebody', dependencies: { fortnight: tarball } };
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': manifest,
      'node_modules/fortnight': { version, resolved: tarball, dependencies, bin },
      ...Object.fromEntries(brought),
    },
  };
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
  npm(root, 'ci', '--silent', '--prefer-offline', '--no-audit', '--no-fund');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the package as somebody installs it', () => {
  it('starts by its name', () => {
    const said = execFileSync('npx', ['--no-install', 'fortnight', '--version'], { cwd: root, env, encoding: 'utf8' });
    expect(said).toBe(`${version}\n`);
  });

  it('answers about a repository, with the data it needs inside', () => {
    const repository = talkativeRepository();
    const run = spawnSync(process.execPath, [main, 'scan', repository, '--data-dir', join(root, 'data'), '--json'], {
      env,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toBeTruthy();
  });

  it('logs in passing: some times what a Node takes that does nothing', () => {
    const own = join(root, 'private');
    // Time of the processor: how long it takes by the clock depends on what else the machine does.
    const tell =
      "process.on('exit', () => process.stderr.write(String(process.cpuUsage().user + process.cpuUsage().system)))";
    const took = (...args: string[]): number => {
      const hook = `data:text/javascript,${encodeURIComponent(tell)}`;
      const run = spawnSync(process.execPath, ['--import', hook, ...args], {
        cwd: root,
        env: { ...env, FORTNIGHT_PRIVATE_DIR: own },
        encoding: 'utf8',
      });
      expect(run.status).toBe(0);
      return Number(run.stderr);
    };
    const empty = join(root, 'empty.mjs');
    writeFileSync(empty, '');
    const turns = Array.from({ length: 9 }, (_, i) => took(main, 'log', `Entry ${i}`) / took(empty));
    expect(readdirSync(join(own, 'journal')).filter((name) => name.endsWith('.md'))).toHaveLength(9);
    // Nine, and twenty for a line for which every command is loaded.
    expect(turns.sort((a, b) => a - b)[4]).toBeLessThan(14);
  });

  it('writes the report, which it brings the renderer for', () => {
    const args = ['report', talkativeRepository(), '--data-dir', join(root, 'data'), '--html', 'story.html'];
    const run = spawnSync(process.execPath, [main, ...args], { cwd: root, env, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(readFileSync(join(root, 'story.html'), 'utf8')).toMatch(/^<!doctype html>\n<!-- Fortnight report -->/);
  });

  it('serves the page, with all that the page asks for', async () => {
    const args = [main, 'serve', talkativeRepository(), '--data-dir', join(root, 'data'), '--port', '0', '--no-open'];
    const server = spawn(process.execPath, args, { env });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let said = '';
        const listen = (text: Buffer) => {
          said += text.toString('utf8');
          const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
          if (found !== undefined) resolve(found);
        };
        server.stdout.on('data', listen);
        server.stderr.on('data', listen);
        server.on('close', () => reject(new Error(said)));
      });
      const page = await (await fetch(address)).text();
      const asked = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path);
      expect(asked.length).toBeGreaterThan(1);
      for (const path of asked) expect([path, (await fetch(`${address}${path}`)).status]).toEqual([path, 200]);
    } finally {
      server.kill();
    }
  });

  it('says which Node it needs on an older one, and exits with 2', () => {
    const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.19.0"}})';
    const run = spawnSync(process.execPath, ['--import', older, main, '--version'], { env, encoding: 'utf8' });
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(/^fortnight: .*Node 22\.12 or newer.*20\.19\.0.*\n$/);
    expect(run.status).toBe(2);
  });

  it('brings few packages, none of which runs a script when installed', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    expect(Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
    const names = Object.keys(packages).map((path) => path.replace(/^node_modules\//, ''));
    expect(names.filter((name) => !/^@duckdb\/node-bindings-/.test(name)).sort()).toEqual([
      '@bomb.sh/tab',
      '@duckdb/node-api',
      '@duckdb/node-bindings',
      '@hono/node-server',
      'ansi-regex',
      'commander',
      'detect-libc',
      'fortnight',
      'get-east-asian-width',
      'hono',
      'string-width',
      'strip-ansi',
      'yaml',
      'zod',
    ]);
  });

  it('holds no source and no tests', () => {
    const files = readdirSync(join(root, 'node_modules/fortnight'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.ts'))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json']));
  });
});
