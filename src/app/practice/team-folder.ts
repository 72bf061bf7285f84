import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DECISION_FILES } from '../../collect/git/decision-files.ts';

/** Folders looked into before we give up; a work tree can be any size. */
const MOST_FOLDERS = 3000;
const DEEPEST = 5;

/**
 * Where a work tree keeps the records of a team kind, from the work tree: the folder that most files lie in which look like decision
 * records, else the folder the kind names. Looks at names alone, follows no link.
 */
export function teamFolder(workTree: string, usual: string): string {
  const counts = new Map<string, number>();
  let folders: string[] = [''];
  let left = MOST_FOLDERS;
  for (let depth = 0; depth < DEEPEST && folders.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of folders) {
      if (left-- <= 0) break;
      for (const entry of entriesOf(join(workTree, folder))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') next.push(path);
        if (entry.isFile() && DECISION_FILES.isWanted(path)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
      }
    }
    folders = next;
  }
  const found = [...counts].sort(
    ([one, count], [other, more]) =>
      more - count || Number(other === usual) - Number(one === usual) || one.length - other.length,
  );
  return found[0]?.[0] ?? usual;
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    // What cannot be read holds no records for us.
    return [];
  }
}

/** Whether a file of such a folder is a record: no template, no table of contents. */
export const isTeamRecord = (name: string): boolean => DECISION_FILES.isWanted(`decisions/${name}`);
