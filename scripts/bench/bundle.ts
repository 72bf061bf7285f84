import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of the built page as they are sent, gzipped; fonts, which are compressed already, stand apart. */
export interface Bundle {
  /** Everything but fonts: every page. */
  readonly all: number;
  /** What `index.html` names: enough for any page to begin. */
  readonly first: number;
  readonly fonts: number;
}

/** Measures a built page; `folder` ends with a slash. */
export function bundleOf(folder: string): Bundle {
  const page = readFileSync(`${folder}index.html`, 'utf8');
  const files = readdirSync(`${folder}assets`).map((name) => {
    const bytes = readFileSync(join(folder, 'assets', name));
    const isFont = name.endsWith('.woff2');
    return { name, isFont, size: isFont ? bytes.length : gzipSync(bytes).length };
  });
  const sum = (some: typeof files) => some.reduce((total, { size }) => total + size, 0);
  const index = gzipSync(page).length;
  return {
    all: index + sum(files.filter(({ isFont }) => !isFont)),
    first: index + sum(files.filter(({ name, isFont }) => !isFont && page.includes(name))),
    fonts: sum(files.filter(({ isFont }) => isFont)),
  };
}
