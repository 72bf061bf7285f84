import type { PreviousScan } from '../../domain/sink.ts';
import type { RawRow } from '../../domain/tables.ts';
import { CONTENT_LIMIT, lookAtContent, needsContent } from '../content.ts';
import { DECISION_FILES } from './decision-files.ts';
import { DOCUMENTS } from './documents.ts';
import { joined, leftOver, unexpectedOutput } from './git-output.ts';
import { readHeadTexts } from './head-texts.ts';
import { readObjects } from './object-stream.ts';
import { kindOfMode } from './raw-diff.ts';
import { GitFailure, type SafeGit } from './safe-git.ts';
import { showPath } from './text.ts';

type HeadFile = RawRow<'head_files'>;
type Verdicts = Pick<HeadFile, 'size' | 'is_binary' | 'is_generated' | 'interpreter'>;

/** Larger files are not looked into. */
const LOOK_LIMIT = 1 << 20;

/** A few objects can unfold to a tree of any size; what is read of it must fit into memory. */
const MOST_FILES = 1_000_000;
const MOST_CHARACTERS = 1 << 28;

/** The tree of the head. */
export interface HeadTree {
  readonly files: readonly HeadFile[];
  readonly documents: readonly RawRow<'documents'>[];
  /** Documents that were left out, being too many or too large together. */
  readonly leftDocuments: number;
  readonly decisionFiles: readonly RawRow<'decision_files'>[];
  /** Decision records that were left out, being too large, or too many or too large together. */
  readonly leftDecisionFiles: number;
  /** The tree could not be read to its end. */
  readonly isCut: boolean;
  /** Files whose content is not there. */
  readonly missing: number;
}

interface Entry {
  readonly path: string;
  readonly blob: string;
  readonly kind: HeadFile['kind'];
}

/**
 * Lists the files at a commit, with the size of each and what its content says of it where the path does not say all; reads
 * the documents and the decision records. Files that were at the same path with the same content at the last scan are not looked at again.
 */
export async function readHeadTree(git: SafeGit, head: string, previous: PreviousScan | null): Promise<HeadTree> {
  const { entries, isCut } = await listTree(git, head);
  const before = previous === null || entries.length === 0 ? new Map() : await previous.contents();
  const known = new Map<string, Verdicts>();
  for (const { path, blob } of entries) {
    const row = before.get(path);
    if (row?.blob === blob && row.size !== null) known.set(path, row);
  }
  const fresh = entries.filter(({ path, kind }) => kind !== 'submodule' && !known.has(path));
  const sizes = await sizesOf(git, fresh);
  const verdicts = await lookAtFiles(
    git,
    fresh.filter((entry) => (sizes.get(entry.blob) ?? LOOK_LIMIT + 1) <= LOOK_LIMIT),
  );
  const files = entries.map((entry): HeadFile => {
    const row = known.get(entry.path) ?? {
      ...UNSEEN,
      size: sizes.get(entry.blob) ?? null,
      ...verdicts.get(entry.path),
    };
    const { size, is_binary, is_generated, interpreter } = row;
    return { ...entry, size, is_binary, is_generated, interpreter };
  });
  const documents = await readHeadTexts(git, files, DOCUMENTS);
  const decisions = await readHeadTexts(git, files, DECISION_FILES);
  return {
    files,
    documents: documents.texts,
    leftDocuments: documents.left,
    decisionFiles: decisions.texts,
    leftDecisionFiles: decisions.left + decisions.tooLarge,
    isCut,
    missing: files.filter(({ kind, size }) => kind !== 'submodule' && size === null).length,
  };
}

const UNSEEN = { is_binary: null, is_generated: null, interpreter: null };

async function listTree(git: SafeGit, head: string): Promise<{ entries: Entry[]; isCut: boolean }> {
  const entries: Entry[] = [];
  const process = git.start(['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', head]);
  try {
    let rest: Buffer = Buffer.alloc(0);
    let characters = 0;
    for await (const chunk of process.output) {
      characters += chunk.length;
      if (entries.length >= MOST_FILES || characters > MOST_CHARACTERS) return { entries, isCut: true };
      const buffer = joined(rest, chunk);
      let start = 0;
      for (let end = buffer.indexOf(0); end !== -1; end = buffer.indexOf(0, start)) {
        entries.push(readEntry(buffer, start, end, git.hexLength));
        start = end + 1;
      }
      rest = leftOver(buffer, start);
    }
    await process.finish();
    return { entries, isCut: false };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    return { entries, isCut: true };
  } finally {
    process.kill();
  }
}

/** Reads `mode type id TAB path`. The tab stands at a fixed distance after the type's word; a path may hold tabs too. */
function readEntry(buffer: Buffer, start: number, end: number, hexLength: number): Entry {
  const tab = buffer.indexOf(0x09, start);
  const blob = buffer.toString('latin1', tab - hexLength, tab);
  if (tab === -1 || tab >= end || tab - hexLength < start + 8) throw unexpectedOutput('a file without mode and id');
  return { path: showPath(buffer, tab + 1, end), blob, kind: kindOfMode(buffer, start) };
}

async function sizesOf(git: SafeGit, entries: readonly Entry[]): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  const ids = [...new Set(entries.map(({ blob }) => blob))];
  if (ids.length === 0) return sizes;
  for await (const { id, type, size } of readObjects(git, ids, null)) if (type === 'blob') sizes.set(id, size);
  return sizes;
}

async function lookAtFiles(git: SafeGit, entries: readonly Entry[]): Promise<ReadonlyMap<string, Partial<Verdicts>>> {
  const verdicts = new Map<string, Partial<Verdicts>>();
  const paths = new Map<string, string[]>();
  for (const { path, blob, kind } of entries) {
    if (kind === 'symlink' || !needsContent(path, kind === 'executable')) continue;
    const sharing = paths.get(blob);
    if (sharing === undefined) paths.set(blob, [path]);
    else sharing.push(path);
  }
  if (paths.size === 0) return verdicts;
  for await (const { id, type, content } of readObjects(git, [...paths.keys()], CONTENT_LIMIT)) {
    if (type !== 'blob') continue;
    for (const path of paths.get(id) ?? []) verdicts.set(path, lookAtContent(path, content));
  }
  return verdicts;
}
