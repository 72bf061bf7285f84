import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { RECORD_KINDS } from '../../domain/records/index.ts';
import { PRIVATE_MARK } from '../../records/record-file.ts';
import { isCode, makePrivateDirectory } from '../../store/durable.ts';
import { usingFolder } from '../data-directory.ts';
import { isInside, realPlace } from '../real-place.ts';
import { openPractice } from './open-practice.ts';
import type { PracticePlace } from './practice-place.ts';

/** A hook for git that refuses a commit with a private record in it. Needs nothing but git and a POSIX shell with awk. */
export function guardHook(): string {
  const kinds = RECORD_KINDS.filter(({ visibility }) => visibility === 'private').map(({ id }) => id);
  return `#!/bin/sh
# Refuses private records of Fortnight in a commit: they lie in a private folder, never in a repository.
# Made by: fortnight records guard
mark='^${PRIVATE_MARK}:[[:space:]]*["'"'"']?(${kinds.join('|')})["'"'"']?[[:space:]]*$'
found=$(
  git grep --cached -I -l -z -e '^${PRIVATE_MARK}:' -- ':(icase)*.md' | tr '\\0' '\\n' | while IFS= read -r path; do
    git cat-file blob ":$path" | LC_ALL=C MARK="$mark" awk '
      NR == 1 { sub(/^\\357\\273\\277/, ""); if ($0 !~ /^---[[:space:]]*$/) exit; next }
      /^(---|\\.\\.\\.)[[:space:]]*$/ { exit }
      $0 ~ ENVIRON["MARK"] { found = 1; exit }
      END { exit !found }' && printf '  %s\\n' "$path"
  done
)
[ -z "$found" ] && exit 0
printf 'These are private records, which do not belong into a repository:\\n%s\\n' "$found" >&2
printf 'Take them out: git rm --cached FILE, and move them to where "fortnight records where" says.\\n' >&2
exit 1
`;
}

/** Puts the hook into the repository looked at and gives its path. Throws `already-there` where a hook is: it is nobody's to replace. */
export async function writeGuard(at: PracticePlace): Promise<string> {
  const { repositories } = await openPractice(at);
  const [repository, ...others] = repositories;
  if (repository === undefined || others.length > 0) {
    throw new FortnightError('no-work-tree', 'A hook belongs to one repository.', {
      hint: 'Go into a clone, or name one with --repo.',
      exitCode: EXIT.usage,
    });
  }
  const base = await realPlace(repository.commonDir);
  const folder = await realPlace(join(base, 'hooks'));
  if (!isInside(folder, base)) throw elsewhere(folder);
  const written = join(folder, 'pre-commit');
  await usingFolder(folder, async () => {
    await makePrivateDirectory(folder);
    try {
      const file = await open(written, 'wx', 0o755);
      try {
        await file.writeFile(guardHook());
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      if (isCode(error, 'EEXIST')) throw alreadyThere(written);
      throw error;
    }
  });
  return written;
}

const elsewhere = (folder: string) =>
  new FortnightError('leads-out', `The hooks of this repository lie elsewhere: ${folder}.`, {
    hint: 'Put the hook there yourself: fortnight records guard',
    exitCode: EXIT.usage,
  });
const alreadyThere = (path: string) =>
  new FortnightError('already-there', `There is a hook already: ${path}. It was left as it is.`, {
    hint: 'Call the guard from it: save what "fortnight records guard" prints beside it.',
    exitCode: EXIT.usage,
  });
