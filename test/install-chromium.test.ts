import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NO_CHROMIUM } from '../scripts/browser/chromium.ts';
import { temporaryFolder } from './git-fixture.ts';

const scriptOf = (name: string) => fileURLToPath(new URL(`../scripts/${name}`, import.meta.url));

/** A machine: a folder that is all of `PATH`, whose programs write down how they were called. */
function machine(programs: Readonly<Record<string, string>>) {
  const folder = temporaryFolder('machine');
  const calls = join(folder, 'calls');
  const add = (name: string, body: string) => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\necho "${name} $*" >> '${calls}'\n${body}\n`);
    chmodSync(path, 0o755);
  };
  for (const [name, body] of Object.entries(programs)) add(name, body);
  const run = (args: readonly string[]) =>
    spawnSync(process.execPath, args, { env: { PATH: folder, TMPDIR: folder }, encoding: 'utf8' });
  return {
    folder,
    run,
    /** What the installation says to whoever has this number. */
    install(user: number): unknown {
      const source = `process.getuid = () => ${user};
const { installChromium } = await import(${JSON.stringify(pathToFileURL(scriptOf('browser/install-chromium.ts')).href)});
process.stdout.write(JSON.stringify(installChromium()));`;
      return JSON.parse(run(['--input-type=module', '--eval', source]).stdout);
    },
    calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : []),
  };
}

/** An apt-get that puts a Chromium beside itself. */
const APT = `if [ "$1" = install ]; then
  [ "$DEBIAN_FRONTEND" = noninteractive ] || exit 1
  printf '#!/bin/sh\\n' > "\${0%/*}/chromium"
  /bin/chmod +x "\${0%/*}/chromium"
fi`;
const SUDO = 'shift; exec "$@"';
const INSTALLS = [
  'apt-get --version',
  'apt-get update -q',
  'apt-get install -q -y --no-install-recommends chromium',
] as const;

describe('Chromium, which the tests of the page drive', () => {
  it('is installed by root where it is missing, and not again', () => {
    const there = machine({ 'apt-get': APT });
    expect(there.install(0)).toBeNull();
    expect(there.calls()).toEqual(INSTALLS);
    expect(there.install(0)).toBeNull();
    expect(there.calls()).toEqual(INSTALLS);
  });

  it('is installed by others with a sudo that asks for no password', () => {
    const there = machine({ 'apt-get': APT, sudo: SUDO });
    expect(there.install(1000)).toBeNull();
    expect(there.calls()).toEqual(INSTALLS.flatMap((call) => [`sudo -n ${call}`, call]));
  });

  it.each([
    ['nothing can install it', {}, 0, []],
    ['sudo wants a password', { 'apt-get': APT, sudo: 'exit 1' }, 1000, ['sudo -n apt-get --version']],
    ['the installation fails', { 'apt-get': '[ "$1" != install ]' }, 0, INSTALLS],
  ])('is asked for in a sentence where %s', (_, programs, user, calls) => {
    const there = machine(programs);
    expect(there.install(user)).toBe(NO_CHROMIUM);
    expect(there.calls()).toEqual(calls);
  });

  const VITEST = `for one in "$@"; do case "$one" in --outputFile.json=*)
  printf '{"numPassedTests":3,"numFailedTests":1,"numPendingTests":0,"numTodoTests":0,"testResults":[]}' > "\${one#*=}"
esac; done; exit 1`;

  it('is installed by the command for tests before it runs those of the page', () => {
    const there = machine({ 'apt-get': APT, vitest: VITEST });
    const { stdout, status } = there.run([scriptOf('test.ts'), 'test/browser/']);
    expect(there.calls().slice(0, 3)).toEqual(INSTALLS);
    expect(there.calls()[3]).toMatch(/^vitest run .*test\/browser\/$/);
    expect([status, stdout]).toEqual([1, '3 passed, 1 failed\n']);
  });

  it('is left alone by the command for other tests, and is the last thing said where it is lacking', () => {
    const other = machine({ 'apt-get': APT, vitest: VITEST });
    other.run([scriptOf('test.ts'), 'src/domain']);
    expect(other.calls()).toHaveLength(1);
    const lacking = machine({ vitest: VITEST });
    expect(lacking.run([scriptOf('test.ts'), 'test/browser/']).stdout).toBe(`${NO_CHROMIUM}\n3 passed, 1 failed\n`);
  });
});
