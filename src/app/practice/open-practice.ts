import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { locateRepository } from '../../collect/git/locate.ts';
import type { Effects } from '../../domain/effects.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { RecordVersion } from '../../domain/records/entry.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import type { RecordFolder } from '../../domain/records/record-folder.ts';
import type { RepositoryLocation } from '../../domain/repository.ts';
import { calendarDay } from '../../domain/words.ts';
import { openRecords, type Records } from '../../records/records.ts';
import { usingFolder } from '../data-directory.ts';
import type { Place } from '../open.ts';
import { privateDirectory, privateFolder } from '../private-folder.ts';
import { isInside, realPlace } from '../real-place.ts';
import { ageCodec } from './age-codec.ts';
import { diskFolder } from './disk-folder.ts';
import { isTeamRecord, teamFolder } from './team-folder.ts';
import { plainText } from './text-codec.ts';

/** Where the files of a kind lie, and how they are read and written. */
export interface KindFolder {
  readonly folder: RecordFolder;
  /** Its real path; of one in memory, what stands for it. */
  readonly path: string;
  /** The repository it lies in; null for a private one, and in memory. */
  readonly repository: RepositoryLocation | null;
  /** How a person finds a file of it. */
  pathOf(name: string): string;
}

/** The practice of one lead: their private records, and those of the repository looked at. Works without any scan. */
export interface Practice {
  /** Throws `no-work-tree` for a team kind where there is no repository with files, `inside-repository` for a private one that would lie in one. */
  records<K extends RecordKind>(kind: K): Promise<Records<K>>;
  /** Where records of a kind lie. */
  folder(kind: RecordKind): Promise<KindFolder>;
  /** Versions of a record in the history of its repository, newest first; none of a private one. */
  history(kind: RecordKind, id: string): Promise<readonly RecordVersion[]>;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The repositories looked at; empty where the current folder is none. */
  readonly repositories: readonly RepositoryLocation[];
}

/** Opens the practice: finds the repositories by reading a few small files, and nothing else. */
export async function openPractice({ effects, request }: Pick<Place, 'effects' | 'request'>): Promise<Practice> {
  const repositories = await repositoriesOf(request.paths, effects.cwd);
  const today = calendarDay(effects.now());
  const folderOf = async (kind: RecordKind): Promise<KindFolder> => {
    const held = effects.recordFolder?.(kind.id);
    if (held !== undefined) {
      return { folder: held, path: kind.folder, repository: null, pathOf: (name) => `${kind.folder}/${name}` };
    }
    if (kind.visibility === 'team') return await teamKind(kind, repositories, effects);
    const path = await privateFolder(kind.folder, effects, repositories);
    const lock = await lockOf(path, effects);
    const codec = (await ageCodec(effects)) ?? plainText;
    const folder = diskFolder(path, { label: path, mode: 0o600, lock, codec, isUniform: true });
    return { folder, path, repository: null, pathOf: (name) => `${kind.folder}/${name}` };
  };
  return {
    today,
    repositories,
    folder: folderOf,
    async records(kind) {
      const { folder, pathOf, repository } = await folderOf(kind);
      const isRecord = kind.visibility === 'team' ? isTeamRecord : () => true;
      const takenNumbers = async () => {
        if (repository === null) return [];
        // Git is started only where a new record of the team is written.
        const { takenOnRefs } = await import('./taken-numbers.ts');
        return await takenOnRefs(repository, pathOf(''));
      };
      return openRecords(kind, folder, { today, pathOf, isRecord, takenNumbers });
    },
    async history(kind, id) {
      if (kind.visibility === 'private') return [];
      const { repository, pathOf } = await folderOf(kind);
      if (repository === null) return [];
      // Git is started only where somebody asks for history.
      const { recordHistory } = await import('./record-history.ts');
      return await recordHistory(kind, repository, pathOf(`${id}.md`));
    },
  };
}

/** Private records need no repository: where none was named, none need be there. */
async function repositoriesOf(paths: readonly string[], cwd: string): Promise<RepositoryLocation[]> {
  if (paths.length > 0) return await Promise.all(paths.map((path) => locateRepository(resolve(cwd, path))));
  try {
    return [await locateRepository(cwd)];
  } catch (error) {
    if (error instanceof FortnightError && error.code === 'not-a-repository') return [];
    throw error;
  }
}

async function teamKind(
  kind: RecordKind,
  repositories: readonly RepositoryLocation[],
  effects: Pick<Effects, 'env' | 'cwd'>,
): Promise<KindFolder> {
  const [repository, ...others] = repositories;
  if (repository === undefined || repository.workTree === null) {
    throw new FortnightError('no-work-tree', `There is no repository here whose files could hold ${kind.many}.`, {
      hint: `${capital(kind.many)} lie in a repository: go into a clone, or name it with --repo.`,
      exitCode: EXIT.usage,
    });
  }
  if (others.length > 0) {
    throw new FortnightError(
      'several-repositories',
      `${capital(kind.many)} lie in one repository, and several are looked at.`,
      {
        hint: 'Name one with --repo.',
        exitCode: EXIT.usage,
      },
    );
  }
  const base = await realPlace(repository.workTree);
  const shown = teamFolder(base, kind.folder);
  const path = await realPlace(join(base, shown));
  const isGits = [repository.gitDir, repository.commonDir, join(base, '.git')].some((one) => isInside(path, one));
  if (!isInside(path, base) || isGits) {
    throw new FortnightError('leads-out', `${shown} leads out of the work tree, so nothing is read or written there.`, {
      hint: 'Put a folder in the place of the link.',
      exitCode: EXIT.usage,
    });
  }
  const lock = await lockOf(path, effects);
  return {
    folder: diskFolder(path, { label: shown, mode: 0o644, base, lock }),
    path,
    repository,
    pathOf: (name) => `${shown}/${name}`,
  };
}

/** The lock of a folder. Locks lie in the private folder, also those of the team's records: in the work tree git would see them. */
export async function lockOf(path: string, effects: Pick<Effects, 'env' | 'cwd'>): Promise<string> {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 24);
  const own = privateDirectory(effects);
  return join(await usingFolder(own, () => realPlace(own)), '.locks', `${name}.lock`);
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
