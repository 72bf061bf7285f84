import type { KnowledgeMap } from '../../../domain/knowledge-map.ts';
import { at, KIND, type Tree } from '../../figures/treemap/tree.ts';

interface Knowers {
  /** Who is left of those who know it; null for what has no set of its own: folders and what stands above areas. */
  readonly known: readonly string[] | null;
  /** Who knows it and was taken out. */
  readonly out: readonly string[];
  /** Who is left of those who know its area, where that says more. */
  readonly ofArea: readonly string[] | null;
}

/** Who knows a node, by set arithmetic of names alone. */
export function knowersOf(
  { sets, people, areas }: Pick<KnowledgeMap, 'sets' | 'people' | 'areas'>,
  tree: Tree,
  without: ReadonlySet<number>,
  node: number,
): Knowers {
  const split = (set: number) => {
    const members = sets[set] ?? [];
    const names = (some: readonly number[]) => some.map((one) => people[one] ?? '');
    return {
      left: names(members.filter((one) => !without.has(one))),
      out: names(members.filter((one) => without.has(one))),
    };
  };
  const kind = at(tree.kind, node);
  const area = areas[at(tree.area, node)];
  const ofArea = area === undefined ? null : split(area.set);
  if (kind === KIND.area) return { known: ofArea?.left ?? [], out: ofArea?.out ?? [], ofArea: null };
  if (kind !== KIND.file) return { known: null, out: [], ofArea: ofArea?.left ?? null };
  const own = split(at(tree.set, node));
  return { known: own.left, out: own.out, ofArea: own.left.length > 0 ? null : (ofArea?.left ?? null) };
}
