import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Refusal, refusal } from './refusal.ts';

/** Where the built page lies: beside the program when it is built, in `dist/` when it runs from source. */
const ROOT = fileURLToPath(
  new URL(import.meta.url.endsWith('/src/http/assets.ts') ? '../../dist/web/' : './web/', import.meta.url),
);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/**
 * A file of the page, by a path as it was sent. A file is one of `assets/` whose name is letters, digits, dots, dashes: no
 * path leads anywhere else. Every address without an ending is the page itself, which reads it.
 */
export async function readAsset(path: string, root: string = ROOT): Promise<Asset | Refusal> {
  const file = /^\/assets\/([A-Za-z0-9_-][A-Za-z0-9._-]*)$/.exec(path)?.[1];
  const isPage = path === '/index.html' || (!path.startsWith('/assets') && /^\/[A-Za-z0-9/_-]*$/.test(path));
  if (file === undefined && !isPage) return missing();
  const name = file === undefined ? 'index.html' : `assets/${file}`;
  const type = TYPES[extname(name)];
  if (type === undefined) return missing();
  try {
    return { body: new Uint8Array(await readFile(`${root}${name}`)), type };
  } catch {
    return file === undefined
      ? refusal(503, 'no-page', 'The page is not built.', 'Build it with: npm run build:web.')
      : missing();
  }
}

const missing = (): Refusal =>
  refusal(404, 'no-such-address', 'There is nothing at this address.', 'The page of Fortnight begins at /.');
