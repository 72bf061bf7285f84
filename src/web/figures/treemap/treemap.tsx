import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useRef, useState } from 'react';
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
  /** What is told of the node beside the pointer; it is read aloud elsewhere. */
  readonly tip: ReactNode;
}

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** A map of areas, folders and files as a canvas. What it says in words stands beside it; see the table of areas. */
export function Treemap(props: TreemapProps) {
  const { tree, focus, onFocus, pointed, onPoint, label, description, tip } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [box, width] = useWidth<HTMLDivElement>();
  const height = Math.round(Math.min(680, Math.max(440, width * 0.68)));
  const palette = usePalette(box);
  const layout = useDrawing({ ...props, canvas, width, height, palette });
  const id = useId();
  const [tipAt, setTipAt] = useState<Spot | null>(null);
  const under = (event: MouseEvent): number | null => {
    const corner = event.currentTarget.getBoundingClientRect();
    return nodeAt(tree, layout, event.clientX - corner.left, event.clientY - corner.top);
  };
  const spotOf = (event: MouseEvent): Spot => {
    const corner = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - corner.left, y: event.clientY - corner.top };
  };
  const goUp = () => {
    if (focus === 0) return;
    onPoint(focus, true);
    onFocus(Math.max(0, at(tree.parent, focus)));
  };
  const open = (node: number | null) => {
    const target = node === null ? null : childTowards(tree, focus, node);
    if (target === null) return;
    onPoint(node, true);
    if (!isOpenable(tree, target)) return;
    setTipAt(null);
    onFocus(target);
  };
  const press = (event: KeyboardEvent) => {
    const direction = KEYS[event.key];
    const here = pointed === null ? null : childTowards(tree, focus, pointed);
    if (direction !== undefined) {
      const next = here === null ? at(tree.first, focus) : neighbour(tree, layout, here, direction);
      if (next !== null) {
        onPoint(next, true);
        setTipAt({ x: at(layout.box, next * 4) + 8, y: at(layout.box, next * 4 + 1) + 24 });
      }
    } else if (event.key === 'Enter') {
      open(here);
    } else if ((event.key === 'Escape' || event.key === 'Backspace') && focus !== 0) {
      goUp();
    } else return;
    event.preventDefault();
  };
  // What a click goes into.
  const inside = pointed === null ? null : childTowards(tree, focus, pointed);
  return (
    <div className={styles.place}>
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
        onPointerMove={(event) => {
          if (event.pointerType !== 'mouse') return;
          onPoint(under(event), false);
          setTipAt(spotOf(event));
        }}
        onPointerLeave={() => {
          onPoint(null, false);
          setTipAt(null);
        }}
        onBlur={() => setTipAt(null)}
        onClick={(event) => {
          setTipAt(spotOf(event));
          open(under(event));
        }}
      >
        <canvas ref={canvas} className={styles.canvas} />
        {inside === null || inside === pointed ? null : (
          <Framed box={layout.box} node={inside} className={styles.target} />
        )}
        {pointed === null ? null : <Framed box={layout.box} node={pointed} className={styles.pointed} />}
        <span id={id} className="only-read">
          {description}
        </span>
      </div>
      {tipAt === null || tip === null ? null : (
        <div className={styles.tip} style={besideSpot(tipAt, width, height)} aria-hidden="true">
          {tip}
        </div>
      )}
    </div>
  );
}

/** Pixels from the corner of the map. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where there is more room: what is pointed at stays in sight. */
function besideSpot({ x, y }: Spot, width: number, height: number) {
  return {
    ...(x > width / 2 ? { right: width - x + 14 } : { left: x + 14 }),
    ...(y > height / 2 ? { bottom: height - y + 14 } : { top: y + 14 }),
  };
}

/** A highlight is an element of its own: pointing at something draws nothing anew. */
function Framed({ box, node, className }: { box: Float32Array; node: number; className: string | undefined }) {
  const [x, y, r, b] = [0, 1, 2, 3].map((i) => at(box, node * 4 + i)) as [number, number, number, number];
  if (r - x <= 0 || b - y <= 0) return null;
  const style = {
    transform: `translate(${x - 1}px, ${y - 1}px)`,
    width: Math.max(6, r - x + 1),
    height: Math.max(6, b - y + 1),
  };
  return <span className={className} style={style} />;
}
