import { spawn } from 'node:child_process';

/** By platform: the program that opens an address, and its arguments before it. None is a shell, nor asks one. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['/usr/bin/open'],
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
  freebsd: ['xdg-open'],
  openbsd: ['xdg-open'],
};

/**
 * Whether a browser that is started here would be seen: not by a program that runs in CI, nor through SSH, nor without a
 * screen.
 */
export function hasBrowser(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): boolean {
  const isSet = (name: string) => env[name] !== undefined && env[name] !== '';
  if (OPENERS[platform] === undefined || isSet('CI') || isSet('SSH_CONNECTION') || isSet('SSH_TTY')) return false;
  return platform === 'darwin' || platform === 'win32' || isSet('DISPLAY') || isSet('WAYLAND_DISPLAY');
}

/**
 * Shows an address of ours in the browser of the person at this machine. Starts the one program of Fortnight that is not git:
 * chosen by the platform alone, with the address as one argument. Where it cannot be started nothing happens: the address
 * was printed.
 */
export function showInBrowser(address: string): void {
  const [program, ...before] = OPENERS[process.platform] ?? [];
  if (program === undefined || !/^http:\/\/127\.0\.0\.1:\d+\/[\w#=-]*$/.test(address)) return;
  const child = spawn(program, [...before, address], { stdio: 'ignore', detached: true, shell: false });
  child.on('error', () => undefined);
  child.unref();
}
