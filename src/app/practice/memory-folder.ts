import { createHash } from 'node:crypto';
import { FortnightError } from '../../domain/errors.ts';
import type { RecordFolder, StoredText } from '../../domain/records/record-folder.ts';
import { checkedName } from '../../records/record-path.ts';
import { recordChanged } from '../../records/records.ts';

/** A folder of records in memory: for what must never touch a disk. What is in it is gone with the process. */
export function memoryFolder(label: string): RecordFolder {
  const texts = new Map<string, string>();
  const stored = (name: string, text: string): StoredText => ({ name, text, version: versionOf(text) });
  const read = async (name: string): Promise<StoredText | null> => {
    const text = texts.get(checkedName(name));
    return text === undefined ? null : stored(name, text);
  };
  return {
    label,
    read,
    async list() {
      return { texts: [...texts].sort().map(([name, text]) => stored(name, text)), unreadable: [] };
    },
    async create(stem, text) {
      for (let number = 1; ; number += 1) {
        const name = `${stem}${number === 1 ? '' : `-${number}`}.md`;
        if (texts.has(checkedName(name))) continue;
        if (texts.size >= MOST_TEXTS) {
          throw new FortnightError('too-many-records', `${label} holds ${MOST_TEXTS} records.`, {
            hint: 'Start Fortnight again for an empty one.',
          });
        }
        texts.set(name, text);
        return stored(name, text);
      }
    },
    async replace(name, text, before) {
      const now = texts.get(checkedName(name));
      if (now === undefined || versionOf(now) !== before) throw recordChanged(name);
      texts.set(name, text);
      return stored(name, text);
    },
  };
}

/** A folder in memory for each kind of record, empty when it is first looked at. */
export function memoryFolders(): (kind: string) => RecordFolder {
  const folders = new Map<string, RecordFolder>();
  return (kind) => {
    const folder = folders.get(kind) ?? memoryFolder(kind);
    folders.set(kind, folder);
    return folder;
  };
}

/** Nobody writes more by hand. */
const MOST_TEXTS = 5000;

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex');
