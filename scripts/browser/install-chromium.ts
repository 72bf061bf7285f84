import { spawnSync } from 'node:child_process';
import { findChromium, NO_CHROMIUM } from './chromium.ts';

const ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Sees to it that there is a Chromium: on Debian and Ubuntu it is installed where that can be done without asking anybody
 * (as root, or with sudo that wants no password). Gives null, or the sentence that says what to install.
 */
export function installChromium(): string | null {
  if (findChromium() !== null) return null;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!succeeds([...prefix, 'apt-get', '--version'])) return NO_CHROMIUM;
  process.stderr.write('Installing Chromium, which the tests of the page drive …\n');
  succeeds([...prefix, 'apt-get', 'update', '-q']);
  succeeds([...prefix, 'apt-get', 'install', '-q', '-y', '--no-install-recommends', 'chromium']);
  return findChromium() === null ? NO_CHROMIUM : null;
}

/** What it says goes to standard error, where it does not mix with results. */
function succeeds([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { env: ENV, stdio: ['ignore', 2, 2] }).status === 0;
}
