import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import vm from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixtureEnvironment, temporaryFolder } from './git-fixture.ts';
import { teamRepository } from './team-repository.ts';

const MAIN = join(import.meta.dirname, '../src/cli/main.ts');
const env = {
  PATH: process.env.PATH ?? '',
  HOME: temporaryFolder('home'),
  FORTNIGHT_DATA_DIR: temporaryFolder('data'),
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
};
let repository = '';
beforeAll(() => {
  repository = teamRepository();
});

const fortnight = (...args: string[]) =>
  spawnSync(process.execPath, [MAIN, ...args], { cwd: repository, env, encoding: 'utf8' });

describe('the process', () => {
  test('writes data to stdout and nothing else anywhere', () => {
    const ran = fortnight('measure', 'gate', '--json');
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ measure: 'gate' });
  });

  test('says its version and its help quickly enough to be asked', () => {
    expect(fortnight('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = fortnight('--help').stdout;
    expect(help.indexOf('Examples')).toBeLessThan(help.indexOf('Usage'));
  });

  test('is quiet when its reader goes away', () => {
    const line = `"${process.execPath}" "${MAIN}" export --help --width 40 | head -1; echo "status \${PIPESTATUS[0]}"`;
    const ran = spawnSync('bash', ['-c', line], { cwd: repository, env, encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toMatch(/status 0\n$/);
    const long = `"${process.execPath}" "${MAIN}" --json --evidence | true; echo "status \${PIPESTATUS[0]}"`;
    const other = spawnSync('bash', ['-c', long], { cwd: repository, env, encoding: 'utf8' });
    expect(other.stderr).toBe('');
    expect(other.stdout).toBe('status 0\n');
  });

  test.runIf(existsSync('/dev/full'))('says in a sentence that its answer could not be written', () => {
    const line = `"${process.execPath}" "${MAIN}" --help > /dev/full`;
    const ran = spawnSync('bash', ['-c', line], { cwd: repository, env, encoding: 'utf8' });
    expect(ran).toMatchObject({ status: 1, stderr: 'fortnight: The answer could not be written: ENOSPC.\n' });
  });

  test('ends with 130 on an interrupt, and the facts of before are whole', async () => {
    fortnight('scan');
    const child = spawn(process.execPath, [MAIN, 'scan', '--full'], { cwd: repository, env, stdio: 'pipe' });
    setTimeout(() => child.kill('SIGINT'), 400);
    const code = await new Promise((resolve) => child.on('exit', (status, signal) => resolve(status ?? signal)));
    // Before it listens the signal ends it as it ends any program; a small repository may be read before it comes.
    expect([130, 'SIGINT', 0]).toContain(code);
    expect(fortnight('--no-scan', '--json').status).toBe(0);
  });

  test('says that a shallow clone answers from partial evidence, with exit code 3', () => {
    const clone = join(temporaryFolder('shallow'), 'engine');
    execFileSync('git', ['clone', '-q', '--depth', '30', `file://${repository}`, clone], { env: fixtureEnvironment() });
    const ran = fortnight(clone);
    expect(ran.status).toBe(3);
    expect(ran.stdout).toContain('The history of engine is cut off (a shallow clone)');
  });

  test('completes words for a shell without bash-completion', () => {
    const line = [
      `fortnight() { "${process.execPath}" "${MAIN}" "$@"; }`,
      'source <(fortnight completion bash)',
      'COMP_WORDS=(fortnight explain auto); COMP_CWORD=2; __fortnight_complete; echo "${COMPREPLY[@]}"',
    ].join('\n');
    const ran = spawnSync('bash', ['--norc', '-c', line], { cwd: repository, env, encoding: 'utf8' });
    expect(ran.stdout.trim()).toBe('autonomy');
  });
});

describe('an old Node', () => {
  const source = stripTypeScriptTypes(readFileSync(MAIN, 'utf8'))
    .replace(/^#!.*/, '')
    .replace(/export \{\};?/, '');

  function startedOn(version: string) {
    let stderr = '';
    let isLoaded = false;
    const old = {
      versions: { node: version },
      stderr: { write: (text: string) => (stderr += text) },
      exitCode: 0,
    };
    const code = source.replace(/import\((['"])\.\/start\.ts\1\)/, 'load()');
    const load = () => {
      isLoaded = true;
      return Promise.resolve({ start: () => undefined });
    };
    vm.runInNewContext(code, { process: old, load, Number });
    return { stderr, isLoaded, exitCode: old.exitCode };
  }

  test.each(['12.22.1', '20.20.2', '22.11.0'])('%s is refused in one sentence, with exit code 2', (version) => {
    expect(startedOn(version)).toEqual({
      exitCode: 2,
      isLoaded: false,
      stderr: `fortnight: Fortnight needs Node 22.12 or newer, and this is Node ${version}; install a newer one from https://nodejs.org.\n`,
    });
  });

  test.each(['22.12.0', '24.1.0', '30.0.0'])('%s goes on', (version) => {
    expect(startedOn(version)).toEqual({ exitCode: 0, isLoaded: true, stderr: '' });
  });

  test('reads nothing newer before it has looked: no static import, no syntax of later years', () => {
    expect(source).not.toMatch(/^\s*import\s/m);
    expect(source).not.toMatch(/\?\?|\?\.|await/);
  });
});
