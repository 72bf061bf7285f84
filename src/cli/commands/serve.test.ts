import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { quietEffects } from '../../../test/command-line.ts';
import { temporaryFolder } from '../../../test/git-fixture.ts';
import { TEAM_NOW, teamRepository } from '../../../test/team-repository.ts';
import { EXIT } from '../../domain/errors.ts';
import { run } from '../run.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Running {
  readonly written: { stdout: string; stderr: string };
  readonly shown: string[];
  press(): void;
  stop(): Promise<number>;
}

/** Runs `fortnight` with these words until its address is printed. */
async function running(words: readonly string[], { terminal = false, cwd = teamRepository() } = {}): Promise<Running> {
  const written = { stdout: '', stderr: '' };
  const world = { cwd, now: TEAM_NOW, dataDir: temporaryFolder('data'), ...(terminal ? { terminal: 100 } : {}) };
  const [signal, shown] = [new AbortController(), [] as string[]];
  let press = () => {};
  const effects = {
    ...quietEffects(world, written),
    showInBrowser: (address: string) => shown.push(address),
    ...(terminal
      ? {
          onEnter: (listener: () => void) => {
            press = listener;
            return () => (press = () => {});
          },
        }
      : {}),
  };
  const ended = run(words, effects, { signal: signal.signal });
  const stop = async () => {
    signal.abort();
    return await ended;
  };
  stops.push(stop);
  await expect
    .poll(() => written.stdout + (written.stderr.includes('fortnight:') ? '?' : ''), { timeout: 20_000 })
    .not.toBe('');
  return { written, shown, press: () => press(), stop };
}

describe('fortnight serve', () => {
  it('prints an address that can be clicked, and nothing else, to stdout', async () => {
    const { written, shown } = await running(['serve', '--port', '0']);
    expect(written.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
    expect(written.stderr).toBe('The page of Fortnight, for this machine alone. Ctrl-C ends it.\n');
    // Nobody sits at a terminal.
    expect(shown).toEqual([]);
  });

  it('is what fortnight --open does', async () => {
    expect((await running(['--open', '--json'])).written.stdout).toContain('"token"');
  });

  it('tells a program address and token, which lets it in', async () => {
    const { written } = await running(['serve', '--port', '0', '--json']);
    const { address, port, token, link } = JSON.parse(written.stdout) as Record<string, string>;
    expect([address, link]).toEqual([`http://127.0.0.1:${port}/`, `${address}#token=${token}`]);
    const entered = await fetch(`${address}api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    expect(entered.status).toBe(204);
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const told = await fetch(`${address}api/here/session`, { headers: { cookie } });
    expect(await told.json()).toMatchObject({ place: 'here', version: expect.any(String) });
  });

  it('opens a browser where a person sits, unless told not to, and gives another link for Enter', async () => {
    const { written, shown, press } = await running(['serve', '--port', '0'], { terminal: true });
    expect(shown).toEqual([written.stdout.trim()]);
    press();
    const [first, second] = written.stdout.trim().split('\n');
    expect(second).toMatch(/#token=/);
    expect(second).not.toBe(first);
    expect((await running(['serve', '--port', '0', '--no-open'], { terminal: true })).shown).toEqual([]);
  });

  it('ends well when it is stopped', async () => {
    const { stop, written } = await running(['serve', '--port', '0']);
    expect(await stop()).toBe(EXIT.fine);
    await expect(fetch(written.stdout.trim())).rejects.toThrow();
  });

  it('serves where there is no repository', async () => {
    const { written, stop } = await running(['serve', '--port', '0'], { cwd: temporaryFolder('nothing') });
    expect(written.stdout).toMatch(/^http:/);
    expect(await stop()).toBe(EXIT.fine);
  });

  it('takes the next port where one is taken, and says so', async () => {
    const first = await running(['serve', '--port', '0']);
    const port = new URL(first.written.stdout.trim()).port;
    const second = await running(['serve', '--port', port]);
    expect(second.written.stderr).toMatch(new RegExp(`^Port ${port} is taken; this is port \\d+\\.\n`));
  });

  it('ends on Ctrl-C with 0, while it scans and somebody listens', async () => {
    const env = { PATH: process.env.PATH ?? '', HOME: temporaryFolder('home'), CI: '1' };
    const main = join(import.meta.dirname, '../main.ts');
    const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--json'], { cwd: teamRepository(), env });
    const { address, token } = await new Promise<{ address: string; token: string }>((resolve) => {
      child.stdout.on('data', (text: Buffer) => resolve(JSON.parse(text.toString())));
    });
    const headers = { 'content-type': 'application/json' };
    const entered = await fetch(`${address}api/enter`, { method: 'POST', headers, body: JSON.stringify({ token }) });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const stream = await fetch(`${address}api/here/scan/progress`, { headers: { cookie } });
    await stream.body?.getReader().read();
    const began = performance.now();
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)))).toBe(0);
    // A second, and as much again for a machine that is busy.
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
