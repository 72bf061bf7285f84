import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { RECORD_KINDS } from '../../domain/records/index.ts';
import { isPrivateRecord } from '../../records/check.ts';
import { isCode } from '../../store/durable.ts';
import type { Opened } from '../open.ts';

/** A record says what it is in its first lines. Bytes. */
const LOOKED_AT = 1 << 14;
const MOST_FILES = 5000;

/** Private records among the files at the heads: they should lie in no repository. Looks into the work tree, follows no link. */
export async function exposedRecords({ facts, workspace }: Pick<Opened, 'facts' | 'workspace'>) {
  const rows = await facts.query<{ repository: string; path: string }>(
    `SELECT repository, path FROM files WHERE lower(path) LIKE '%.md' ORDER BY repository, path LIMIT ${MOST_FILES}`,
  );
  const exposed: { repository: string; path: string }[] = [];
  for (const row of rows) {
    const found = workspace.repositories.find(({ name }) => name === row.repository);
    const tree = found?.location.workTree ?? null;
    if (tree !== null && isPrivateRecord(await beginning(join(tree, row.path)), RECORD_KINDS)) exposed.push(row);
  }
  return exposed;
}

async function beginning(path: string): Promise<string> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOFOLLOW ?? 0));
    try {
      if (!(await file.stat()).isFile()) return '';
      const buffer = Buffer.alloc(LOOKED_AT);
      const { bytesRead } = await file.read(buffer, 0, LOOKED_AT, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    // Removed from the work tree, a link, or not ours to read: the head alone holds it.
    if (isCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM', 'ENXIO', 'ENAMETOOLONG', 'EISDIR')) return '';
    throw error;
  }
}
