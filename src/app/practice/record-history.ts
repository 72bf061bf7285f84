import { fileHistory } from '../../collect/git/file-history.ts';
import type { RecordVersion } from '../../domain/records/entry.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import type { RepositoryLocation } from '../../domain/repository.ts';
import { readRecord } from '../../records/record-file.ts';

/** The versions of a record in git, newest first, with the state each says it was in. */
export async function recordHistory(
  kind: RecordKind,
  repository: RepositoryLocation,
  path: string,
): Promise<RecordVersion[]> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (await fileHistory(repository, path)).map(({ commit, at, author, text }) => ({
    commit,
    at,
    author,
    status: text === null ? null : readRecord(kind, { name, text, version: commit }, () => path).status,
  }));
}
