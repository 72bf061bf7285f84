import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { drawNames } from './draw-names.ts';
import type { Palette } from './inks.ts';
import { type Layout, layOut } from './lay-out.ts';
import { paintCells, type View } from './paint-cells.ts';
import { at, pathTo, type Tree } from './tree.ts';

interface Drawing {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly tree: Tree;
  readonly levels: Uint8Array;
  readonly found: Uint8Array | null;
  readonly focus: number;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette | null;
  readonly unnamed: string;
}

/** Milliseconds from one view to the next. */
const TRAVEL = 280;
/** Layouts kept: of the whole, and of where one has been. */
const KEPT = 6;

/** Draws the map and moves it from one node to another. What it returns is the layout that is looked at. */
export function useDrawing(drawing: Drawing): Layout {
  const { canvas, tree, focus, width, height } = drawing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: layouts are of one tree and one size.
  const layouts = useMemo(() => new Map<number, Layout>(), [tree, width, height]);
  const layoutOf = useCallback(
    (root: number): Layout => {
      const known = layouts.get(root) ?? layOut(tree, root, width, height);
      layouts.delete(root);
      layouts.set(root, known);
      for (const old of [...layouts.keys()].slice(0, Math.max(0, layouts.size - KEPT))) layouts.delete(old);
      return known;
    },
    [layouts, tree, width, height],
  );
  const layout = layoutOf(focus);
  const latest = useRef(drawing);
  latest.current = drawing;
  const image = useRef<ImageData | null>(null);
  const shown = useRef<{ readonly tree: Tree; readonly focus: number } | null>(null);
  const moving = useRef(0);

  const frame = useCallback(
    (of: Layout, view: View) => {
      const { palette, levels, found, unnamed } = latest.current;
      const context = canvas.current?.getContext('2d');
      if (context === null || context === undefined || palette === null) return;
      const begun = performance.now();
      const ratio = Math.min(3, window.devicePixelRatio || 1);
      const size = { width: Math.round(width * ratio), height: Math.round(height * ratio), ratio };
      if (context.canvas.width !== size.width) context.canvas.width = size.width;
      if (context.canvas.height !== size.height) context.canvas.height = size.height;
      if (image.current?.width !== size.width || image.current.height !== size.height)
        image.current = context.createImageData(size.width, size.height);
      paintCells(new Uint32Array(image.current.data.buffer), size, {
        layout: of,
        view,
        levels,
        found,
        inks: palette.inks,
      });
      context.putImageData(image.current, 0, 0);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawNames(context, width, height, { tree, layout: of, view, levels, found, palette, unnamed });
      context.setTransform(1, 0, 0, 1, 0, 0);
      performance.measure('treemap-frame', { start: begun, end: performance.now() });
    },
    [canvas, tree, width, height],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is read when it is drawn.
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { tree, focus };
    cancelAnimationFrame(moving.current);
    const whole: View = { x: 0, y: 0, w: width, h: height };
    const journey =
      before === null || before.tree !== tree || before.focus === focus || !isMovementWanted()
        ? null
        : journeyBetween(tree, before.focus, focus, layoutOf, whole);
    if (journey === null) {
      frame(layout, whole);
      return;
    }
    const begun = performance.now();
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - begun) / TRAVEL));
      const eased = 1 - (1 - part) ** 3;
      if (part === 1) frame(layout, whole);
      else {
        frame(journey.layout, between(journey.from, journey.to, eased));
        moving.current = requestAnimationFrame(step);
      }
    };
    step(begun);
    return () => cancelAnimationFrame(moving.current);
  }, [layout, frame, drawing.levels, drawing.found, drawing.palette]);
  return layout;
}

const isMovementWanted = (): boolean => !matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Into a node: its box in the old layout grows to the whole. Out of one: the whole shrinks to its box in the new one. */
function journeyBetween(tree: Tree, from: number, to: number, layoutOf: (root: number) => Layout, whole: View) {
  const boxOf = (layout: Layout, node: number): View | null => {
    const [x, y, r, b] = [0, 1, 2, 3].map((i) => at(layout.box, node * 4 + i)) as [number, number, number, number];
    return r - x < 1 || b - y < 1 ? null : { x, y, w: r - x, h: b - y };
  };
  if (from === 0 || pathTo(tree, to).includes(from)) {
    const layout = layoutOf(from);
    const target = boxOf(layout, to);
    return target === null ? null : { layout, from: whole, to: target };
  }
  if (to === 0 || pathTo(tree, from).includes(to)) {
    const layout = layoutOf(to);
    const origin = boxOf(layout, from);
    return origin === null ? null : { layout, from: origin, to: whole };
  }
  return null;
}

function between(a: View, b: View, part: number): View {
  const mix = (from: number, to: number) => from + (to - from) * part;
  return { x: mix(a.x, b.x), y: mix(a.y, b.y), w: mix(a.w, b.w), h: mix(a.h, b.h) };
}
