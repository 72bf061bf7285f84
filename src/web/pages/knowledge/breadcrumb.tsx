import { nodeName } from '../../figures/treemap/node-name.ts';
import { at, pathTo, type Tree } from '../../figures/treemap/tree.ts';
import { text } from '../../messages/index.ts';
import styles from './breadcrumb.module.css';

interface BreadcrumbProps {
  readonly tree: Tree;
  readonly focus: number;
  onFocus(node: number): void;
}

/** Where the map stands, and the way out of it. */
export function Breadcrumb({ tree, focus, onFocus }: BreadcrumbProps) {
  const path = [0, ...pathTo(tree, focus)];
  return (
    <nav aria-label={text.knowledge.place} className={styles.path}>
      <ol className={styles.steps}>
        {path.map((node) => (
          <li key={node} className={styles.step}>
            {node === focus ? (
              <span aria-current="location" className={styles.here}>
                <Name tree={tree} node={node} />
              </span>
            ) : (
              <button type="button" className={styles.up} onClick={() => onFocus(node)}>
                <Name tree={tree} node={node} />
              </button>
            )}
          </li>
        ))}
      </ol>
      <span className={styles.count}>{text.knowledge.fileCount(at(tree.files, focus))}</span>
    </nav>
  );
}

function Name({ tree, node }: { readonly tree: Tree; readonly node: number }) {
  if (node === 0) return <>{text.knowledge.whole}</>;
  return <bdi>{nodeName(tree, node, text.knowledge.unnamed)}</bdi>;
}
