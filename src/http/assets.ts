import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FortnightError } from '../domain/errors.ts';

/** Where the built page lies: beside the program when it is built, in `dist/` when it runs from source. */
const ROOT = fileURLToPath(
  new URL(import.meta.url.includes('/src/http/') ? '../../dist/web/' : './web/', import.meta.url),
);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** A file of the page; every address without an ending is the page itself, which reads it. */
export async function readAsset(path: string, root = ROOT): Promise<{ body: Uint8Array<ArrayBuffer>; type: string }> {
  const name = /^\/assets\/[A-Za-z0-9._-]+$/.test(path) ? path.slice(1) : 'index.html';
  try {
    return { body: new Uint8Array(await readFile(`${root}${name}`)), type: TYPES[extname(name)] ?? 'text/plain' };
  } catch (cause) {
    throw new FortnightError('no-page', 'The page is not built.', { hint: 'Build it with: npm run build:web.', cause });
  }
}
