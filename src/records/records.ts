import { EXIT, FortnightError } from '../domain/errors.ts';
import type { RecordChanges, RecordEntry } from '../domain/records/entry.ts';
import type { RecordKind } from '../domain/records/kind.ts';
import type { RecordFolder, StoredText } from '../domain/records/record-folder.ts';
import { editRecord, printRecord, type RecordDraft, readRecord } from './record-file.ts';
import { recordName } from './record-name.ts';

/** The records of one kind. Every error is a `FortnightError` that says what to do. */
export interface Records<K extends RecordKind = RecordKind> {
  readonly kind: K;
  /** All that can be read, newest first by id. */
  list(): Promise<readonly RecordEntry<K>[]>;
  /** What lies there and cannot be read, as the last {@link list} saw it. */
  unreadable(): Promise<readonly { readonly name: string; readonly path: string; readonly why: string }[]>;
  /** By its id, the name of its file, its number, or the beginning of its id that no other has. Throws `no-such-record`, `ambiguous-record`. */
  get(idOrPrefix: string): Promise<RecordEntry<K>>;
  /** Writes a new one and nothing else; throws `invalid-record`. */
  create(draft: RecordDraft<K>): Promise<RecordEntry<K>>;
  /**
   * Changes what was read: throws `record-changed` when it was saved meanwhile, `invalid-record`, `not-editable`. Where nothing changes,
   * nothing is written.
   */
  save(entry: Pick<RecordEntry<K>, 'id' | 'text' | 'version'>, changes: RecordChanges<K>): Promise<RecordEntry<K>>;
}

export interface RecordsOptions {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** How a person finds a file of the folder. */
  readonly pathOf: (name: string) => string;
  /** Files of the folder that are no records of the kind: a template, a table of contents. */
  readonly isRecord?: (name: string) => boolean;
  /** Numbers that records have elsewhere, on other branches. */
  readonly takenNumbers?: () => Promise<readonly number[]>;
}

/** The records of one kind in a folder. */
export function openRecords<K extends RecordKind>(
  kind: K,
  folder: RecordFolder,
  { today, pathOf, isRecord = () => true, takenNumbers }: RecordsOptions,
): Records<K> {
  const entryOf = (stored: StoredText): RecordEntry<K> => readRecord(kind, stored, pathOf);
  let lastUnreadable: Awaited<ReturnType<RecordFolder['list']>>['unreadable'] | null = null;
  const look = async () => {
    const found = await folder.list();
    lastUnreadable = found.unreadable;
    return found;
  };
  const list = async () =>
    (await look()).texts
      .filter(({ name }) => isRecord(name))
      .map(entryOf)
      .sort((one, other) => (one.id < other.id ? 1 : one.id > other.id ? -1 : 0));
  // Only a team numbers its files. A private folder is not read to write one more: that would take longer than all else.
  const namesIn = async ({ list: all }: RecordFolder) => {
    const { texts, unreadable } = await all();
    return [...texts, ...unreadable].map(({ name }) => name).filter(isRecord);
  };
  return {
    kind,
    list,
    async unreadable() {
      // Thousands of files are not read again for it.
      return (lastUnreadable ?? (await look()).unreadable).map(({ name, why }) => ({ name, path: pathOf(name), why }));
    },
    async get(asked) {
      const id = asked.replace(/\.md$/i, '');
      const exact = isName(id) ? await folder.read(`${id}.md`) : null;
      return exact === null ? named(kind, await list(), id) : entryOf(exact);
    },
    async create(draft) {
      const text = printRecord(kind, draft);
      const names = kind.visibility === 'private' ? [] : await namesIn(folder);
      const taken = (await takenNumbers?.()) ?? [];
      return entryOf(await folder.create(recordName(draft.title, { today, names, taken, fallback: kind.id }), text));
    },
    async save(entry, changes) {
      const text = editRecord(kind, entry, changes);
      const name = `${entry.id}.md`;
      if (text !== entry.text) return entryOf(await folder.replace(name, text, entry.version));
      const now = await folder.read(name);
      if (now?.version !== entry.version) throw recordChanged(name);
      return entryOf(now);
    },
  };
}

/** Could be the name of one file: what a person types is looked up among names, never as a path. */
const isName = (id: string): boolean => /^[^\\:*?"<>|]+$/.test(id) && !/(?:^|\/)\.|^\/|\/$|\/\/|\.$| $/.test(id);

function named<K extends RecordKind>(kind: K, entries: readonly RecordEntry<K>[], asked: string): RecordEntry<K> {
  const wanted = asked.toLowerCase();
  const byNumber = /^\d+$/.test(asked) ? entries.filter(({ id }) => numberOf(id) === Number(asked)) : [];
  const beginning = entries.filter(({ id }) => id.toLowerCase().startsWith(wanted));
  const within = entries.filter(({ id }) =>
    id
      .toLowerCase()
      .replace(/^[\d-]+/, '')
      .startsWith(wanted),
  );
  const found = [byNumber, beginning, within].find((some) => some.length > 0) ?? [];
  const [one, ...others] = asked === '' ? [] : found;
  if (one === undefined) {
    throw new FortnightError('no-such-record', `There is no ${kind.one} called ${asked}.`, {
      hint: `See what there is: fortnight ${kind.command} list --all`,
      exitCode: EXIT.usage,
    });
  }
  if (others.length === 0) return one;
  throw new FortnightError('ambiguous-record', `${asked} could be any of ${found.length} ${kind.many}.`, {
    hint: `Give more of its name: ${found
      .slice(0, 5)
      .map(({ id }) => id)
      .join(', ')}${found.length > 5 ? ', …' : ''}.`,
    exitCode: EXIT.usage,
  });
}

/** The number with which a name begins; a day is none. */
function numberOf(id: string): number | null {
  const digits = /^(?:[a-z]+-)?(\d{1,5})(?=[-_. ]|$)/i.exec(id.slice(id.lastIndexOf('/') + 1))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Somebody saved it meanwhile. */
export const recordChanged = (name: string): FortnightError =>
  new FortnightError(
    'record-changed',
    `${name} was changed by somebody else since it was read, and was left as it is.`,
    {
      hint: 'Look at it again, and make your change once more.',
    },
  );
