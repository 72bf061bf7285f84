import { namesOnRefs } from '../../collect/git/names-on-refs.ts';
import type { RepositoryLocation } from '../../domain/repository.ts';

/** Numbers that files of a folder have on any branch, remote branch or tag: a new record takes none of them. A day is no number. */
export async function takenOnRefs(repository: RepositoryLocation, folder: string): Promise<number[]> {
  const names = await namesOnRefs(repository, folder.replace(/\/+$/, ''));
  return [...names].flatMap((name) => {
    const digits = /^(?:[a-z]+-)?(\d{1,5})(?=[-_. ])/i.exec(name)?.[1];
    return digits === undefined || /^(?:19|20)\d{2}-\d{2}(?!\d)/.test(name) ? [] : [Number(digits)];
  });
}
