import type { KnowledgeMap } from '../../../domain/knowledge-map.ts';
import { Said } from '../../design/said.tsx';
import { CoverSwatch } from '../../figures/cover-swatch.tsx';
import { nodeName } from '../../figures/treemap/node-name.ts';
import { at, KIND, type Tree } from '../../figures/treemap/tree.ts';
import { text } from '../../messages/index.ts';
import { knowersOf } from './knowers-of.ts';
import styles from './map-tip.module.css';

interface MapTipProps {
  readonly map: KnowledgeMap;
  readonly tree: Tree;
  readonly levels: Uint8Array;
  readonly without: ReadonlySet<number>;
  readonly node: number;
  readonly isTold: boolean;
}

/** Beside the pointer: what it is, and who is left of those who know it. */
export function MapTip({ map, tree, levels, without, node, isTold }: MapTipProps) {
  const { known, ofArea } = knowersOf(map, tree, without, node);
  const kind = at(tree.kind, node);
  const area = map.areas[at(tree.area, node)];
  const level = at(levels, node);
  const isOwn = known !== null && (known.length > 0 || ofArea === null);
  return (
    <>
      <span className={styles.name}>{nodeName(tree, node, text.knowledge.unnamed)}</span>
      <span className={styles.what}>
        {text.knowledge.kinds[kind]}
        {kind === KIND.file ? '' : `, ${text.knowledge.fileCount(at(tree.files, node))}`}
      </span>
      {!isTold || area === undefined ? null : (
        <>
          <span className={styles.level}>
            <CoverSwatch level={level} />
            {text.knowledge.levels[level]}
          </span>
          <span>
            <Said>{text.knowledge.tip((isOwn ? known : ofArea) ?? [], isOwn)}</Said>
          </span>
        </>
      )}
    </>
  );
}
