import { existsSync } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { RECORD_KINDS } from '../../domain/records/index.ts';
import type { RecordsConverted } from '../../domain/records/record-check.ts';
import { makePrivateDirectory } from '../../store/durable.ts';
import { usingFolder } from '../data-directory.ts';
import { privateFolder } from '../private-folder.ts';
import { ageCodec } from './age-codec.ts';
import { withLock } from './folder-lock.ts';
import { lockOf, openPractice } from './open-practice.ts';
import { pinFolder } from './pinned-folder.ts';
import type { PracticePlace } from './practice-place.ts';
import { bytesOf, namesIn, sweep, written } from './record-files.ts';
import { plainText, type TextCodec } from './text-codec.ts';

/**
 * Encrypts every private record, or decrypts every one, file by file: the new file is whole on the disk, and read back, before the old one
 * goes. Interrupted, it goes on where it was. What a disk or a backup keeps of files that are gone is beyond it.
 */
export async function convertRecords(at: PracticePlace, to: 'encrypted' | 'plain'): Promise<RecordsConverted> {
  const age = await ageCodec(at.effects);
  if (age === null) {
    throw new FortnightError('no-identity', 'No key is named to encrypt or decrypt with.', {
      hint: 'Make one with age-keygen -o FILE, and set FORTNIGHT_AGE_IDENTITY_FILE=FILE.',
      exitCode: EXIT.usage,
    });
  }
  const { repositories } = await openPractice(at);
  const converted: string[] = [];
  for (const kind of RECORD_KINDS.filter(({ visibility }) => visibility === 'private')) {
    const root = await privateFolder(kind.folder, at.effects, repositories);
    const lock = await lockOf(root, at.effects);
    const names =
      to === 'encrypted' ? await convert(root, lock, plainText, age) : await convert(root, lock, age, plainText);
    converted.push(...names.map((name) => `${kind.folder}/${name}`));
  }
  return { to, converted };
}

async function convert(root: string, lock: string, from: TextCodec, to: TextCodec): Promise<string[]> {
  if (!existsSync(root)) return [];
  return await usingFolder(root, async () => {
    await makePrivateDirectory(dirname(lock));
    return await withLock(lock, async (held) => {
      const { names } = namesIn(root, from.ending);
      for (const name of names) {
        await held.check();
        await convertOne(root, name, from, to);
      }
      return names;
    });
  });
}

async function convertOne(root: string, name: string, from: TextCodec, to: TextCodec): Promise<void> {
  const parts = name.split('/');
  const file = parts.pop() ?? '';
  const folder = await pinFolder(root, parts, null);
  if (folder === null) return;
  try {
    await sweep(folder.path);
    const [old, fresh] = [join(folder.path, file + from.ending), join(folder.path, file + to.ending)];
    const text = await textOf(old, name, from);
    if (bytesOf(fresh) === null) {
      const temporary = await written(folder, await to.encode(text), 0o600);
      try {
        await link(temporary, fresh);
      } finally {
        await rm(temporary, { force: true });
      }
      await folder.sync();
    }
    if ((await textOf(fresh, name, to)) !== text) {
      throw new FortnightError('record-changed', `${name} is there encrypted and not encrypted, and they differ.`, {
        hint: 'Keep one of the two, and try again.',
      });
    }
    await rm(old);
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function textOf(path: string, name: string, codec: TextCodec): Promise<string> {
  const bytes = bytesOf(path);
  if (bytes instanceof Uint8Array) return await codec.decode(bytes);
  throw new FortnightError('unreadable-record', `${name} cannot be read: ${bytes ?? 'it is gone'}.`);
}
