import { createHash } from 'node:crypto';
import type { RecordFolder, StoredText } from '../src/domain/records/record-folder.ts';
import { checkedName } from '../src/records/record-path.ts';
import { recordChanged } from '../src/records/records.ts';

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A folder of records in memory: what every other folder is compared with. */
export function memoryFolder(texts: Readonly<Record<string, string>> = {}): RecordFolder {
  const held = new Map(Object.entries(texts));
  const stored = (name: string): StoredText | null => {
    const text = held.get(name);
    return text === undefined ? null : { name, text, version: versionOf(text) };
  };
  const put = (name: string, text: string): StoredText => {
    held.set(name, text);
    return { name, text, version: versionOf(text) };
  };
  const isTaken = (name: string) => [...held.keys()].some((one) => one.toLowerCase() === name.toLowerCase());
  return {
    label: 'memory',
    async list() {
      const found = [...held.keys()].sort().flatMap((name) => stored(name) ?? []);
      return { texts: found, unreadable: [] };
    },
    async read(name) {
      return stored(checkedName(name));
    },
    async create(stem, text) {
      checkedName(`${stem}.md`);
      for (let number = 1; ; number += 1) {
        const name = `${stem}${number === 1 ? '' : `-${number}`}.md`;
        if (!isTaken(name)) return put(name, text);
      }
    },
    async replace(name, text, before) {
      if (stored(checkedName(name))?.version !== before) throw recordChanged(name);
      return put(name, text);
    },
  };
}
