/** How measures call what lies outside of all areas. */
const NO_AREA = '(no area)';

/**
 * Which area a cell names: it stands with its repository where there are several, `web: src/parser`. Null for what is no
 * area and has no page.
 */
export function areaOf(cell: string, repositories: readonly string[]): { repository: string; area: string } | null {
  const [only] = repositories;
  if (only === undefined || cell.endsWith(NO_AREA)) return null;
  if (repositories.length === 1) return { repository: only, area: cell };
  const repository = [...repositories].sort((a, b) => b.length - a.length).find((name) => cell.startsWith(`${name}: `));
  return repository === undefined ? null : { repository, area: cell.slice(repository.length + 2) };
}
