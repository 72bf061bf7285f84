import { resolve } from 'node:path';
import type { Effects } from '../domain/effects.ts';
import type { CleanedFiles, ExportedFiles } from '../domain/housekeeping.ts';
import { cleanDataDirectory } from './clean.ts';
import { dataDirectory } from './data-directory.ts';
import { exportParquet } from './export.ts';
import { locate, type Opened, type Place } from './open.ts';

/** Removes the facts of the repositories of a request, or of all. */
export async function cleanFacts(place: Place, all: boolean): Promise<CleanedFiles> {
  const directory = dataDirectory(place.request.dataDirectory, place.effects);
  const { removed, bytes, left } = await cleanDataDirectory(directory, all ? null : await locate(place));
  return { dataDirectory: directory, removed: [...removed], bytes, left: [...left] };
}

/** Writes all tables into a folder. */
export async function exportFacts(
  { facts, workspace }: Pick<Opened, 'facts' | 'workspace'>,
  effects: Effects,
  directory: string,
  insideRepository: boolean,
): Promise<ExportedFiles> {
  const locations = workspace.repositories.map(({ location }) => location);
  const written = await exportParquet(facts, {
    directory: resolve(effects.cwd, directory),
    locations,
    insideRepository,
  });
  return { directory: written.directory, files: [...written.files] };
}
