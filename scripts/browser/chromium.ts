import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Names under which systems install it, the free one first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** No sandbox, as tests may run as root in a container; nothing that would ask the network for anything of its own. */
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The system's Chromium: where `CHROMIUM_PATH` says, else the first of its names on the `PATH`; null when there is none. */
export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const given = env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') return given;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun) ?? null;
}

/** Starts it, with an empty profile that goes when it is closed. Throws when there is none. */
export async function openChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(NO_CHROMIUM);
  return await chromium.launch({ executablePath, args: FLAGS, handleSIGINT: false });
}

export const NO_CHROMIUM =
  'The tests of the page need Chromium. Install it (Debian and Ubuntu: sudo apt-get install chromium), or say where it is in CHROMIUM_PATH.';

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
