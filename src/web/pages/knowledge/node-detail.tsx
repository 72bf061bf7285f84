import { areaText } from '../../../domain/figure-words.ts';
import type { KnowledgeMap } from '../../../domain/knowledge-map.ts';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { To } from '../../design/to.tsx';
import { CoverSwatch } from '../../figures/cover-swatch.tsx';
import { nodeName } from '../../figures/treemap/node-name.ts';
import { at, KIND, pathOf, type Tree } from '../../figures/treemap/tree.ts';
import { text } from '../../messages/index.ts';
import { knowersOf } from './knowers-of.ts';
import styles from './node-detail.module.css';

interface NodeDetailProps {
  readonly map: KnowledgeMap;
  readonly tree: Tree;
  readonly levels: Uint8Array;
  readonly without: ReadonlySet<number>;
  /** Null: how to read the map. */
  readonly node: number | null;
}

/** What the map points at, in words: its path, who knows it, how large it is, and the way to its area. */
export function NodeDetail({ map, tree, levels, without, node }: NodeDetailProps) {
  if (node === null || node === 0) {
    return (
      <p className={styles.hint} data-screen="">
        {text.knowledge.point}
      </p>
    );
  }
  const { known, out, ofArea } = knowersOf(map, tree, without, node);
  const area = map.areas[at(tree.area, node)];
  const isFile = at(tree.kind, node) === KIND.file;
  return (
    <div className={styles.detail}>
      <p className={styles.path}>
        <CoverSwatch level={at(levels, node)} />
        <span>
          <Said>
            {at(tree.kind, node) === KIND.area ? nodeName(tree, node, text.knowledge.unnamed) : pathOf(tree, node)}
          </Said>
        </span>
        <span className={styles.size}>
          {isFile ? null : `${text.knowledge.fileCount(at(tree.files, node))}, `}
          {text.knowledge.bytes(at(tree.bytes, node))}
        </span>
      </p>
      {known === null ? null : (
        <p>
          <span className={styles.label}>{text.knowledge.knownTo}</span>{' '}
          <Names names={known} none={text.knowledge.nobodyKnows} limit={12} />
          {out.length === 0 ? null : (
            <span className={styles.out}>
              {text.knowledge.takenOut}: <Names names={out} />
            </span>
          )}
        </p>
      )}
      {ofArea === null || area === undefined ? null : (
        <p>
          <span className={styles.label}>
            {text.knowledge.areaKnownTo(areaText(area.area ?? text.knowledge.unnamed))}
          </span>{' '}
          <Names names={ofArea} none={text.knowledge.nobodyKnows} limit={12} />
        </p>
      )}
      {area === undefined || area.area === null ? null : (
        <p>
          <To page="/area" query={{ repository: area.repository, area: area.area }}>
            {text.knowledge.toArea}
          </To>
        </p>
      )}
    </div>
  );
}
