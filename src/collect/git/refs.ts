import { type Dirent, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { RepositoryLocation } from '../../domain/repository.ts';
import { readSmallFile } from './small-file.ts';
import { harmlessLine, showPath } from './text.ts';

/** A ref as it stands on disk. Names are byte strings (one character per byte) until they are shown. */
export interface Ref {
  readonly name: string;
  /** Id of the object it names, symbolic refs followed; not yet peeled. */
  readonly id: string;
}

/** What the refs of a repository say. */
export interface Refs {
  /** Object at the head; null when the branch it names is not born yet. */
  readonly head: string | null;
  /** refs/heads, refs/remotes and refs/tags, by name. */
  readonly refs: readonly Ref[];
  readonly warnings: readonly string[];
}

const READ = ['refs/heads/', 'refs/remotes/', 'refs/tags/'];
const MAX_LINKS = 5;
const MAX_DEPTH = 40;
const REF_LIMIT = 4096;
const PACKED_LIMIT = 1 << 29;

/**
 * Reads HEAD, branches, remote branches and tags from their files: `refs/`, `packed-refs`, and a linked worktree's own
 * HEAD. Git is not asked, because it would load the repository's configuration first. Links out of the repository,
 * names that git forbids and anything that is not a regular file are left out with a warning.
 */
export function readRefFiles(location: RepositoryLocation, hexLength: number): Refs {
  const reader = new RefReader(location, hexLength);
  return reader.read();
}

class RefReader {
  readonly #location: RepositoryLocation;
  readonly #id: RegExp;
  readonly #packed: ReadonlyMap<string, string>;
  readonly #warnings = new Set<string>();

  constructor(location: RepositoryLocation, hexLength: number) {
    this.#location = location;
    this.#id = new RegExp(`^([0-9a-f]{${hexLength}})(?:\\s|$)`);
    this.#packed = this.#readPacked();
  }

  read(): Refs {
    const loose = new Set<string>();
    for (const prefix of READ) if (this.#isInside(prefix)) this.#walk(prefix, loose, 0);
    const packed = [...this.#packed.keys()].filter((name) => READ.some((prefix) => name.startsWith(prefix)));
    const refs: Ref[] = [];
    for (const name of [...new Set([...loose, ...packed])].sort()) {
      // A million packed refs are read in a moment, unless a file is looked for behind each.
      const id = loose.has(name) ? this.#follow(name, 0) : (this.#packed.get(name) ?? null);
      if (id !== null) refs.push({ name, id });
      else this.#warnings.add(`The ref ${shown(name)} leads nowhere and was left out.`);
    }
    return { head: this.#head(), refs, warnings: [...this.#warnings] };
  }

  #head(): string | null {
    // Long ago HEAD was a symbolic link to the branch's file: its text says which.
    const link = linkText(join(this.#location.gitDir, 'HEAD'));
    if (link !== null) return isRefName(link) ? this.#follow(link, 1) : null;
    const content = this.#content('HEAD');
    if (content === null) {
      this.#warnings.add('HEAD cannot be read.');
      return null;
    }
    return this.#resolve(content, 0);
  }

  /** A loose file wins over a packed line of the same name. */
  #follow(name: string, links: number): string | null {
    const content = this.#content(name);
    if (content !== null) return this.#resolve(content, links);
    return this.#packed.get(name) ?? null;
  }

  #resolve(content: string, links: number): string | null {
    const symbolic = /^ref:\s*(.*?)\s*$/s.exec(content)?.[1];
    if (symbolic !== undefined) {
      if (links >= MAX_LINKS || !isRefName(symbolic)) return null;
      return this.#follow(symbolic, links + 1);
    }
    const id = this.#id.exec(content)?.[1] ?? null;
    return id === null || /^0+$/.test(id) ? null : id;
  }

  #content(name: string): string | null {
    const { gitDir, commonDir } = this.#location;
    // Per worktree: HEAD and what begins like this; everything else is shared.
    const own = name === 'HEAD' || /^refs\/(bisect|worktree|rewritten)\//.test(name);
    const path = Buffer.concat([Buffer.from(`${own ? gitDir : commonDir}/`), Buffer.from(name, 'latin1')]);
    return readSmallFile(path, REF_LIMIT, [gitDir, commonDir])?.toString('latin1') ?? null;
  }

  /** A link of that name would show the names of somebody's files as those of refs. */
  #isInside(prefix: string): boolean {
    const { commonDir } = this.#location;
    const real = realPathOf(join(commonDir, prefix));
    if (real === null || real === join(commonDir, prefix.slice(0, -1))) return real !== null;
    this.#warnings.add(`${prefix} is a link to somewhere else and was left out.`);
    return false;
  }

  #walk(prefix: string, names: Set<string>, depth: number): void {
    const folder = Buffer.concat([
      Buffer.from(`${this.#location.commonDir}/`),
      Buffer.from(prefix.slice(0, -1), 'latin1'),
    ]);
    let entries: Dirent<Buffer>[];
    try {
      entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
    } catch {
      return;
    }
    for (const entry of entries) {
      const name = prefix + entry.name.toString('latin1');
      if (entry.isDirectory()) {
        if (depth < MAX_DEPTH) this.#walk(`${name}/`, names, depth + 1);
      } else if (name.endsWith('.lock')) {
        // Somebody is writing this ref now; its old value is still there.
      } else if (!isRefName(name)) {
        this.#warnings.add(`The ref ${shown(name)} has a name git forbids and was left out.`);
      } else names.add(name);
    }
  }

  #readPacked(): Map<string, string> {
    const packed = new Map<string, string>();
    const { commonDir } = this.#location;
    const text = readSmallFile(join(commonDir, 'packed-refs'), PACKED_LIMIT, [commonDir])?.toString('latin1') ?? '';
    for (const line of text.split('\n')) {
      // `#` is the header. `^` lines say what a tag peels to; anybody could have written that, so we peel ourselves.
      if (line === '' || line.startsWith('#') || line.startsWith('^')) continue;
      const id = this.#id.exec(line)?.[1];
      const name = id === undefined ? '' : line.slice(id.length + 1);
      if (id !== undefined && isRefName(name)) packed.set(name, id);
      else this.#warnings.add(`A line of packed-refs is not a ref git allows and was left out: ${shown(line)}`);
    }
    return packed;
  }
}

function realPathOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function linkText(path: string): string | null {
  try {
    return readlinkSync(path, 'latin1');
  } catch {
    return null;
  }
}

function shown(name: string): string {
  return harmlessLine(showPath(Buffer.from(name, 'latin1')), 120);
}

/** Git's rules for the name of a ref (`git check-ref-format`), on a byte string. */
export function isRefName(name: string): boolean {
  return (
    name.startsWith('refs/') &&
    name.length < 4096 &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: git forbids them
    !/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\/$|\.$/.test(name) &&
    name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'))
  );
}
