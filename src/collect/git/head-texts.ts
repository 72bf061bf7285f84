import type { RawRow } from '../../domain/tables.ts';
import { readObjects } from './object-stream.ts';
import type { SafeGit } from './safe-git.ts';

type HeadFile = RawRow<'head_files'>;

/** Which files at the head are read as text, and how much of them. */
export interface TextFiles {
  isWanted(path: string): boolean;
  /** A larger one is left out. */
  readonly bytes: number;
  /** So many, so large together. */
  readonly files: number;
  readonly allBytes: number;
}

export interface HeadTexts {
  /** In the order of paths; what is not UTF-8 has replacement characters. */
  readonly texts: readonly { readonly path: string; readonly content: string }[];
  /** Files that were left out, being too many or too large together. */
  readonly left: number;
  /** Files that were left out, each being too large by itself. */
  readonly tooLarge: number;
}

/** Reads files at the head as text. Of very many the topmost are read; links are not followed. */
export async function readHeadTexts(git: SafeGit, files: readonly HeadFile[], which: TextFiles): Promise<HeadTexts> {
  const named = files.filter(({ path, kind }) => kind !== 'symlink' && kind !== 'submodule' && which.isWanted(path));
  const all = named.filter(({ size }) => (size ?? Infinity) <= which.bytes);
  const tooLarge = named.filter(({ size }) => size !== null && size > which.bytes).length;
  const wanted = topmost(all, which);
  const texts: { path: string; content: string }[] = [];
  let index = 0;
  const ids = wanted.map(({ blob }) => blob);
  if (ids.length > 0) {
    for await (const { type, content } of readObjects(git, ids, which.bytes)) {
      const path = wanted[index++]?.path ?? '';
      if (type === 'blob') texts.push({ path, content: content.toString('utf8') });
    }
  }
  return { texts, left: all.length - wanted.length, tooLarge };
}

/** As many as may be read, in the order of paths. */
function topmost(files: readonly HeadFile[], { files: most, allBytes }: TextFiles): HeadFile[] {
  const depths = new Map(files.map((file) => [file, file.path.split('/').length]));
  const chosen = new Set<HeadFile>();
  let room = allBytes;
  for (const file of files.toSorted((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0))) {
    room -= file.size ?? 0;
    if (room < 0 || chosen.size === most) break;
    chosen.add(file);
  }
  return files.filter((file) => chosen.has(file));
}
