import type { KnowledgeMap } from '../../../domain/knowledge-map.ts';
import { at, KIND, type Tree } from './tree.ts';

/** How many could cover: nobody, one, two, three and more; and files nobody knows in an area that somebody does. */
export const LEVELS = [0, 1, 2, 3, 4] as const;
/** Nobody knows the file itself; somebody knows its area. */
export const AREA_ONLY = 4;

/** How many of each set are left without some people; more than three count as three. */
export function leftOf(sets: KnowledgeMap['sets'], without: ReadonlySet<number>): Uint8Array {
  return Uint8Array.from(sets, (set) =>
    Math.min(
      3,
      set.reduce((sum, one) => sum + (without.has(one) ? 0 : 1), 0),
    ),
  );
}

/** The level of each node: of an area its own; of a file its own, or that of its area; of a folder that of its area. */
export function levelsOf(
  tree: Tree,
  map: Pick<KnowledgeMap, 'areas'>,
  left: Uint8Array,
  by: 'area' | 'file',
): Uint8Array {
  const areas = Uint8Array.from(map.areas, ({ set }) => at(left, set));
  const levels = new Uint8Array(tree.count);
  for (let node = 0; node < tree.count; node++) {
    const area = at(tree.area, node);
    const ofArea = area < 0 ? 3 : at(areas, area);
    const own = at(left, at(tree.set, node));
    const isOwn = by === 'file' && at(tree.kind, node) === KIND.file;
    levels[node] = !isOwn ? ofArea : own > 0 ? own : ofArea > 0 ? AREA_ONLY : 0;
  }
  // A folder that is too small to look into looks like its largest file. Children stand behind their parents.
  if (by === 'file') {
    for (let node = tree.count - 1; node > 0; node--) {
      if (at(tree.kind, node) === KIND.folder) levels[node] = at(levels, at(tree.first, node));
    }
  }
  return levels;
}

/** How many areas and files stand at each level. */
export function countLevels(
  tree: Tree,
  levels: Uint8Array,
  areaLevels: Uint8Array,
): readonly { files: number; areas: number }[] {
  const counts = LEVELS.map(() => ({ files: 0, areas: 0 }));
  for (let node = 0; node < tree.count; node++) {
    const kind = at(tree.kind, node);
    const count = counts[kind === KIND.area ? at(areaLevels, node) : at(levels, node)];
    if (count === undefined) continue;
    if (kind === KIND.file) count.files += 1;
    else if (kind === KIND.area) count.areas += 1;
  }
  return counts;
}
