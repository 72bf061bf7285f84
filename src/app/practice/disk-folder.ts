import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { link, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { RecordFolder, StoredText } from '../../domain/records/record-folder.ts';
import { checkedName } from '../../records/record-path.ts';
import { recordChanged } from '../../records/records.ts';
import { isCode, makePrivateDirectory } from '../../store/durable.ts';
import { usingFolder } from '../data-directory.ts';
import { type HeldLock, withLock } from './folder-lock.ts';
import { type PinnedFolder, pinFolder } from './pinned-folder.ts';
import { bytesOf, modeOf, namesIn, sweep, written } from './record-files.ts';
import { plainText, type TextCodec } from './text-codec.ts';

export interface DiskFolderOptions {
  /** How a person calls the folder. */
  readonly label: string;
  /** Of new files: 0o600 for what is private, 0o644 for what is the team's. */
  readonly mode: number;
  /** The real path of a folder that `root` lies in and that is taken for granted; `root` itself unless said. */
  readonly base?: string;
  /** The file that is the lock, in a folder for locks; one beside the records unless said. In a repository git would see it. */
  readonly lock?: string;
  readonly codec?: TextCodec;
  /** Refuses a folder in which some files are encrypted and some are not: nobody would see which is which. */
  readonly isUniform?: boolean;
}

/** Files are read in batches, so that a server answers others meanwhile. */
const BATCH = 500;
const MOST_OF_A_NAME = 1000;

/**
 * Records as files of a folder on the disk. `root` is a real path. Files are written beside their place, flushed and renamed into it,
 * under a lock, and only where the text that is replaced is the one that was read. Nothing is followed that is a link, at any step.
 */
export function diskFolder(
  root: string,
  { label, mode, base = root, lock, codec = plainText, isUniform = false }: DiskFolderOptions,
): RecordFolder {
  const below = root === base ? [] : root.slice(base.length + 1).split('/');
  const lockPath = lock ?? join(root, '.fortnight', 'lock');

  const pin = (parts: readonly string[], make: number | null) => pinFolder(base, [...below, ...parts], make);
  const stored = (name: string, text: string): StoredText => ({ name, text, version: hash('sha256', text, 'hex') });

  async function within<T>(
    parts: readonly string[],
    isNew: boolean,
    act: (at: PinnedFolder, held: HeldLock) => Promise<T>,
  ) {
    return await usingFolder(root, async () => {
      if (isNew && root === base) await makePrivateDirectory(root);
      if (!isNew && !existsSync(root)) return null;
      await usingFolder(dirname(lockPath), () => makePrivateDirectory(dirname(lockPath)));
      return await withLock(lockPath, async (held) => {
        const folder = await pin(parts, isNew ? ((mode & 0o077) === 0 ? 0o700 : 0o755) : null);
        if (folder === null) return null;
        try {
          if (held.wasAbandoned) await sweep(folder.path);
          return await act(folder, held);
        } catch (error) {
          throw placed(error, folder.path, join(root, ...parts));
        } finally {
          await folder.close();
        }
      });
    });
  }

  async function textIn(folder: PinnedFolder, file: string): Promise<string | null> {
    const bytes = bytesOf(join(folder.path, file + codec.ending));
    if (bytes === null) return null;
    if (typeof bytes === 'string') throw unreadable(file, bytes);
    return await codec.decode(bytes);
  }

  return {
    label,
    async list() {
      return await usingFolder(root, async () => {
        const texts: StoredText[] = [];
        const unread: { name: string; why: string }[] = [];
        const folder = await pin([], null);
        if (folder === null) return { texts, unreadable: unread };
        try {
          const { names, refused, others } = namesIn(folder.path, codec.ending);
          if (isUniform && others > 0) throw mixed(label, codec);
          unread.push(...refused);
          for (const [count, name] of names.entries()) {
            if (count % BATCH === BATCH - 1) await setImmediate();
            // Joined by hand: thousands of times, and the name was checked.
            const bytes = bytesOf(`${folder.path}/${name}${codec.ending}`);
            // Null: gone since it was seen.
            if (bytes === null) continue;
            try {
              if (typeof bytes === 'string') unread.push({ name, why: bytes });
              else {
                const text = codec.decode(bytes);
                texts.push(stored(name, typeof text === 'string' ? text : await text));
              }
            } catch (error) {
              if (!(error instanceof FortnightError)) throw error;
              unread.push({ name, why: error.message });
            }
          }
          return { texts, unreadable: unread };
        } finally {
          await folder.close();
        }
      });
    },
    async read(name) {
      const { parts, file } = partsOf(name);
      return await usingFolder(root, async () => {
        const folder = await pin(parts, null);
        if (folder === null) return null;
        try {
          const text = await textIn(folder, file);
          return text === null ? null : stored(name, text);
        } finally {
          await folder.close();
        }
      });
    },
    async create(stem, text) {
      const { parts, file } = partsOf(`${stem}.md`);
      const bytes = await codec.encode(text);
      const name = await within(parts, true, async (folder, held) => {
        const taken = new Set(readdirSync(folder.path).map(folded));
        if (isUniform && namesIn(folder.path, codec.ending).others > 0) throw mixed(label, codec);
        const temporary = await written(folder, bytes, mode);
        try {
          for (let number = 1; number <= MOST_OF_A_NAME; number += 1) {
            const free = number === 1 ? file : file.replace(/\.md$/i, `-${number}.md`);
            // A name that differs by case or ending alone is one and the same on other machines.
            if (taken.has(folded(free)) || taken.has(folded(`${free}.age`))) continue;
            await folder.check();
            await held.check();
            // A rename would replace what stands there; a second name for the same file never does.
            await link(temporary, join(folder.path, free + codec.ending));
            await rm(temporary, { force: true });
            await folder.sync();
            return [...parts, free].join('/');
          }
          throw new FortnightError('too-many-records', `${label} holds ${MOST_OF_A_NAME} records called ${stem}.`);
        } finally {
          await rm(temporary, { force: true });
        }
      });
      if (name === null) throw new FortnightError('unusable-directory', `The folder ${root} vanished.`);
      return stored(name, text);
    },
    async replace(name, text, before) {
      const { parts, file } = partsOf(name);
      const bytes = await codec.encode(text);
      const isDone = await within(parts, false, async (folder, held) => {
        const path = join(folder.path, file + codec.ending);
        const temporary = await written(folder, bytes, modeOf(path) ?? mode);
        try {
          // Looked at last: an editor that knows no lock may have saved it a moment ago.
          const now = await textIn(folder, file);
          if (now === null || stored(name, now).version !== before) throw recordChanged(name);
          await folder.check();
          await held.check();
          await rename(temporary, path);
          await folder.sync();
          return true;
        } finally {
          await rm(temporary, { force: true });
        }
      }).catch((error: unknown) => {
        if (isCode(error, 'ENOENT')) return null;
        throw error;
      });
      if (isDone === null) throw recordChanged(name);
      return stored(name, text);
    },
  };
}

function partsOf(name: string): { readonly parts: readonly string[]; readonly file: string } {
  const parts = checkedName(name).split('/');
  return { parts: parts.slice(0, -1), file: parts.at(-1) ?? '' };
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();
const unreadable = (name: string, why: string) =>
  new FortnightError('unreadable-record', `${name} cannot be read: ${why}.`, {
    hint: 'Put a text file in its place.',
    exitCode: EXIT.usage,
  });

const mixed = (label: string, { ending }: TextCodec) =>
  ending === ''
    ? new FortnightError('encrypted-records', `${label} holds encrypted records, and no key is named.`, {
        hint: 'Set FORTNIGHT_AGE_IDENTITY_FILE, or decrypt them with it: fortnight records decrypt',
        exitCode: EXIT.usage,
      })
    : new FortnightError('plain-records', `${label} holds records that are not encrypted, though a key is named.`, {
        hint: 'Encrypt them all: fortnight records encrypt; or unset FORTNIGHT_AGE_IDENTITY_FILE.',
        exitCode: EXIT.usage,
      });

/** An error of the system tells the folder as a person knows it, not as it is held open. */
function placed(error: unknown, held: string, place: string): unknown {
  if (error instanceof Error && 'path' in error && typeof error.path === 'string' && error.path.startsWith(held)) {
    error.path = place + error.path.slice(held.length);
  }
  return error;
}
