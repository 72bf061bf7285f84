import { areaText } from '../../../domain/figure-words.ts';
import { plain } from '../../../domain/plain.ts';
import { at, KIND, type Tree } from './tree.ts';

/** How a node is called where there is little room: harmless, and the area of the top as everywhere else. */
export function nodeName(tree: Tree, node: number, unnamed: string): string {
  const name = tree.name[node] ?? '';
  return plain((at(tree.kind, node) === KIND.area ? areaText(name) : name) || unnamed);
}
