import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}
const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> };
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** Finds a package as Node would from the folder `from`. */
function isLocked(from: string, name: string): boolean {
  const path = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (packages[path]) return true;
  if (from === '') return false;
  const end = from.lastIndexOf('/node_modules/');
  return isLocked(end < 0 ? '' : from.slice(0, end), name);
}

describe('the lockfile', () => {
  it('names packages by version and checksum, never by where they were fetched from', () => {
    expect(locked.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
    expect(locked.filter(([, entry]) => entry.integrity === undefined)).toEqual([]);
  });

  it('holds the optional packages of every platform, without which `npm ci` refuses to run', () => {
    const missing = locked.flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isLocked(path, name)),
    );
    expect(missing).toEqual([]);
  });

  it('lets one package run a script when it is installed: the pinned Node', () => {
    const { allowScripts, scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      allowScripts: Record<string, boolean>;
      scripts: Record<string, string>;
    };
    const withScript = locked.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path);
    expect(withScript.filter((path) => path !== 'node_modules/fsevents')).toEqual(['node_modules/node']);
    expect(allowScripts).toEqual({ node: true });
    const installing = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare'];
    expect(Object.keys(scripts).filter((name) => installing.includes(name))).toEqual([]);
  });
});
