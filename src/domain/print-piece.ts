import type { Evidence } from './report.ts';

/**
 * A piece of evidence in one word for an address: `kind:repository:id`. A colon in the id stands as `%3A` (and `%` as
 * `%25`), so that the last colon always ends the repository, which may hold colons of its own.
 */
export function printPiece({ kind, repository, id }: Evidence): string {
  return `${kind}:${repository}:${id.replaceAll('%', '%25').replaceAll(':', '%3A')}`;
}
