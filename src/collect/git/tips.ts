import { FortnightError } from '../../domain/errors.ts';
import type { RawRow } from '../../domain/tables.ts';
import { readSignature, type Signature } from './commit-object.ts';
import { readObjects } from './object-stream.ts';
import type { Ref, Refs } from './refs.ts';
import type { SafeGit } from './safe-git.ts';
import { showPath } from './text.ts';

/** Where the refs lead, tags peeled. */
export interface Tips {
  readonly rows: readonly RawRow<'refs'>[];
  /** Commits that refs or the head lead to: sorted, each once. */
  readonly commits: readonly string[];
  readonly head: string | null;
  /** Refs whose object is not there or cannot be read. */
  readonly unreadable: number;
}

interface Tag {
  readonly target: string;
  readonly tagger: Signature | null;
}

const TAG_LIMIT = 1 << 16;
/** Tags may name tags; nobody nests them deeper. */
const MAX_NESTING = 10;

/** Asks git what the objects named by the refs are, and peels tags down to commits. */
export async function followRefs(git: SafeGit, refs: Refs): Promise<Tips> {
  const named = new Set(refs.refs.map((ref) => ref.id));
  if (refs.head !== null) named.add(refs.head);
  const types = await typesOf(git, named);
  const tags = await readTags(git, types);
  const commitOf = (id: string | null): string | null => {
    let target = id;
    for (let depth = 0; target !== null && types.get(target) === 'tag' && depth < MAX_NESTING; depth++) {
      target = tags.get(target)?.target ?? null;
    }
    return target !== null && types.get(target) === 'commit' ? target : null;
  };
  const unreadable = [...named].filter((id) => types.get(id) === null).length;
  if (named.size > 0 && unreadable === named.size) {
    throw new FortnightError('objects-missing', 'None of the commits that the branches name can be read.', {
      hint: 'Run "git fsck" in the clone; if it reports missing or damaged objects, clone it again.',
    });
  }
  const head = commitOf(refs.head);
  const rows = [
    { name: 'HEAD', kind: 'head', commit_id: head, tagger: null, tagged_time: null },
    ...refs.refs.map((ref) => rowOf(ref, commitOf(ref.id), tags.get(ref.id)?.tagger ?? null)),
  ];
  const commits = new Set(rows.flatMap((row) => (row.commit_id === null ? [] : [row.commit_id])));
  return { rows, commits: [...commits].sort(), head, unreadable };
}

function rowOf(ref: Ref, commit: string | null, tagger: Signature | null): RawRow<'refs'> {
  return {
    name: showPath(Buffer.from(ref.name, 'latin1')),
    kind: ref.name.startsWith('refs/tags/') ? 'tag' : ref.name.startsWith('refs/remotes/') ? 'remote' : 'branch',
    commit_id: commit,
    tagger: tagger?.identity ?? null,
    tagged_time: tagger?.time ?? null,
  };
}

type Types = Map<string, 'commit' | 'tree' | 'blob' | 'tag' | null>;

async function typesOf(git: SafeGit, ids: ReadonlySet<string>): Promise<Types> {
  const types: Types = new Map();
  if (ids.size === 0) return types;
  for await (const { id, type } of readObjects(git, [...ids], null)) types.set(id, type);
  return types;
}

/** Reads the tags among the objects, then what they name, as far as those are tags again. Adds their types to `types`. */
async function readTags(git: SafeGit, types: Types): Promise<ReadonlyMap<string, Tag>> {
  const tags = new Map<string, Tag>();
  let open = [...types].filter(([, type]) => type === 'tag').map(([id]) => id);
  for (let depth = 0; open.length > 0 && depth < MAX_NESTING; depth++) {
    for await (const { id, content } of readObjects(git, open, TAG_LIMIT)) {
      const tag = parseTag(content, git.hexLength);
      if (tag !== null) tags.set(id, tag);
    }
    const targets = open.flatMap((id) => tags.get(id)?.target ?? []).filter((id) => !types.has(id));
    for (const [id, type] of await typesOf(git, new Set(targets))) types.set(id, type);
    open = targets.filter((id) => types.get(id) === 'tag' && !tags.has(id));
  }
  return tags;
}

function parseTag(content: Buffer, hexLength: number): Tag | null {
  const end = content.indexOf('\n\n');
  const header = content.subarray(0, end === -1 ? content.length : end);
  const target = new RegExp(`^object ([0-9a-f]{${hexLength}})(?:\n|$)`).exec(header.toString('latin1'))?.[1];
  if (target === undefined) return null;
  const at = header.indexOf('\ntagger ');
  if (at === -1) return { target, tagger: null };
  const lineEnd = header.indexOf('\n', at + 1);
  return { target, tagger: readSignature(header, at + 8, lineEnd === -1 ? header.length : lineEnd, null) };
}
