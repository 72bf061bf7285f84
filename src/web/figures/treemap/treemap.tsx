import { type KeyboardEvent, type MouseEvent, useId, useRef } from 'react';
import { useWidth } from '../../design/charts/use-width.ts';
import { childTowards, type Direction, isOpenable, neighbour, nodeAt } from './find-node.ts';
import { at, type Tree } from './tree.ts';
import styles from './treemap.module.css';
import { useDrawing } from './use-drawing.ts';
import { usePalette } from './use-palette.ts';

interface TreemapProps {
  readonly tree: Tree;
  /** By node; see `levelsOf`. */
  readonly levels: Uint8Array;
  /** 1 for each node that is looked for; null: nothing is. */
  readonly found: Uint8Array | null;
  /** The node that fills the map. */
  readonly focus: number;
  onFocus(node: number): void;
  /** The node that is told of. */
  readonly pointed: number | null;
  /** `isHeld`: until something else is pointed at, not only while the pointer is there. */
  onPoint(node: number | null, isHeld: boolean): void;
  /** What it is, and how to move in it; read aloud. */
  readonly label: string;
  readonly description: string;
  readonly unnamed: string;
}

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** A map of areas, folders and files as a canvas. What it says in words stands beside it; see the table of areas. */
export function Treemap(props: TreemapProps) {
  const { tree, focus, onFocus, pointed, onPoint, label, description } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [box, width] = useWidth<HTMLDivElement>();
  const height = Math.round(Math.min(680, Math.max(440, width * 0.68)));
  const palette = usePalette(box);
  const layout = useDrawing({ ...props, canvas, width, height, palette });
  const id = useId();
  const under = (event: MouseEvent): number | null => {
    const corner = event.currentTarget.getBoundingClientRect();
    return nodeAt(tree, layout, event.clientX - corner.left, event.clientY - corner.top);
  };
  const goUp = () => {
    if (focus === 0) return;
    onPoint(focus, true);
    onFocus(Math.max(0, at(tree.parent, focus)));
  };
  const open = (node: number | null) => {
    const inside = node === null ? null : childTowards(tree, focus, node);
    if (inside === null) return;
    onPoint(node, true);
    if (isOpenable(tree, inside)) onFocus(inside);
  };
  const press = (event: KeyboardEvent) => {
    const direction = KEYS[event.key];
    const here = pointed === null ? null : childTowards(tree, focus, pointed);
    if (direction !== undefined) {
      const next = here === null ? at(tree.first, focus) : neighbour(tree, layout, here, direction);
      if (next !== null) onPoint(next, true);
    } else if (event.key === 'Enter') {
      open(here);
    } else if ((event.key === 'Escape' || event.key === 'Backspace') && focus !== 0) {
      goUp();
    } else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      className={styles.map}
      style={{ height }}
      role="application"
      aria-label={label}
      aria-describedby={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is operated by its own keys, which its description says.
      tabIndex={0}
      onKeyDown={press}
      onPointerMove={(event) => event.pointerType === 'mouse' && onPoint(under(event), false)}
      onPointerLeave={() => onPoint(null, false)}
      onClick={(event) => open(under(event))}
    >
      <canvas ref={canvas} className={styles.canvas} />
      {pointed === null ? null : <Pointed box={layout.box} node={pointed} />}
      <span id={id} className="only-read">
        {description}
      </span>
    </div>
  );
}

/** The highlight is an element of its own: pointing at something draws nothing anew. */
function Pointed({ box, node }: { readonly box: Float32Array; readonly node: number }) {
  const [x, y, r, b] = [0, 1, 2, 3].map((i) => at(box, node * 4 + i)) as [number, number, number, number];
  if (r - x <= 0 || b - y <= 0) return null;
  const style = {
    transform: `translate(${x - 1}px, ${y - 1}px)`,
    width: Math.max(6, r - x + 1),
    height: Math.max(6, b - y + 1),
  };
  return <span className={styles.pointed} style={style} />;
}
