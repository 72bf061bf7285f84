import type { Layout } from './lay-out.ts';
import { at } from './tree.ts';

/** Colours as the bytes of a pixel, which is how a canvas takes them: red in the lowest. */
export interface Inks {
  readonly paper: number;
  /** By level. */
  readonly cover: readonly number[];
  /** Of the pattern over the levels that need one. */
  readonly marks: readonly number[];
  /** What is not looked for. */
  readonly faint: readonly number[];
}

/** The part of a layout that is looked at: it fills the canvas. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/**
 * Fills `pixels` with the cells of a layout: no drawing command for each, so that 100,000 take a few milliseconds. Nobody is
 * hatched and one is dotted, so that colour is not alone; the patterns go through, whatever the size of a cell.
 */
export function paintCells(
  pixels: Uint32Array,
  { width, height, ratio }: { readonly width: number; readonly height: number; readonly ratio: number },
  {
    layout,
    view,
    levels,
    found,
    inks,
  }: {
    readonly layout: Layout;
    readonly view: View;
    readonly levels: Uint8Array;
    /** 1 for each node that is looked for; null: nothing is. */
    readonly found: Uint8Array | null;
    readonly inks: Inks;
  },
): void {
  pixels.fill(inks.paper);
  const kx = width / view.w;
  const ky = height / view.h;
  const { box, cells } = layout;
  const line = Math.max(1, Math.round(ratio / 2));
  const step = Math.round(6 * ratio);
  const dot = Math.max(1, Math.round(ratio));
  for (let i = 0; i < cells.length; i++) {
    const node = at(cells, i);
    const left = Math.max(0, Math.round((at(box, node * 4) - view.x) * kx));
    const top = Math.max(0, Math.round((at(box, node * 4 + 1) - view.y) * ky));
    let right = Math.min(width, Math.round((at(box, node * 4 + 2) - view.x) * kx));
    let bottom = Math.min(height, Math.round((at(box, node * 4 + 3) - view.y) * ky));
    if (right <= left || bottom <= top) continue;
    // A gap between cells, where they are large enough to have one.
    if (right - left > 3 * line) right -= line;
    if (bottom - top > 3 * line) bottom -= line;
    const level = at(levels, node);
    const isFaint = found !== null && at(found, node) === 0;
    const ink = (isFaint ? inks.faint[level] : inks.cover[level]) ?? inks.paper;
    if (right - left < 24) {
      // Calling `fill` costs more than a few pixels do.
      for (let row = top * width; row < bottom * width; row += width)
        for (let x = row + left; x < row + right; x++) pixels[x] = ink;
    } else for (let y = top; y < bottom; y++) pixels.fill(ink, y * width + left, y * width + right);
    if (isFaint || level > 1) continue;
    const mark = inks.marks[level] ?? ink;
    for (let y = top; y < bottom; y++) {
      const row = y * width;
      if (level === 1) {
        if (y % step >= dot) continue;
        const shift = Math.floor(y / step) % 2 === 0 ? 0 : step >> 1;
        for (let x = left + ((step - ((left + shift) % step)) % step); x < right; x += step)
          pixels.fill(mark, row + x, row + Math.min(right, x + dot));
      } else {
        for (let x = left + ((step - ((left + y) % step)) % step); x < right; x += step)
          pixels.fill(mark, row + x, row + Math.min(right, x + line));
      }
    }
  }
}
