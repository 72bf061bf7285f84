import type { Palette } from './inks.ts';
import type { Layout } from './lay-out.ts';
import { nodeName } from './node-name.ts';
import type { View } from './paint-cells.ts';
import { at, KIND, type Tree } from './tree.ts';
import { wrapName } from './wrap-name.ts';

/** Pixels from one line of a cell's name to the next. */
const LINE = 13;

interface Names {
  readonly tree: Tree;
  readonly layout: Layout;
  readonly view: View;
  readonly levels: Uint8Array;
  readonly found: Uint8Array | null;
  readonly palette: Palette;
  /** What a node without a name is called. */
  readonly unnamed: string;
}

/** Writes the names of frames and of cells that have room for one. `context` is scaled to CSS pixels. */
export function drawNames(context: CanvasRenderingContext2D, width: number, height: number, names: Names): void {
  const { tree, layout, view, levels, found, palette } = names;
  const kx = width / view.w;
  const ky = height / view.h;
  const boxOf = (node: number) => ({
    x: (at(layout.box, node * 4) - view.x) * kx,
    y: (at(layout.box, node * 4 + 1) - view.y) * ky,
    w: (at(layout.box, node * 4 + 2) - at(layout.box, node * 4)) * kx,
    h: (at(layout.box, node * 4 + 3) - at(layout.box, node * 4 + 1)) * ky,
  });
  const isSeen = ({ x, y, w, h }: ReturnType<typeof boxOf>) => x < width && y < height && x + w > 0 && y + h > 0;
  const said = (node: number) => nodeName(tree, node, names.unnamed);
  context.textBaseline = 'alphabetic';
  const cut = fitter(context);
  for (const node of layout.frames) {
    const head = at(layout.heads, node);
    const box = boxOf(node);
    if (node === layout.root || head === 0 || !isSeen(box)) continue;
    const isArea = at(tree.kind, node) !== KIND.folder;
    const isRepository = at(tree.kind, node) === KIND.repository;
    context.font = `${isRepository ? '700 13px' : isArea ? '600 12px' : '450 11px'} ${palette.sans}`;
    context.fillStyle = isArea ? palette.ink : palette.ink2;
    context.fillText(cut(said(node), box.w - 8), box.x + 4, box.y + (isArea ? 14 : 11));
  }
  context.font = `450 11px ${palette.sans}`;
  const measure = (text: string) => context.measureText(text).width;
  for (const node of layout.cells) {
    // Most cells are too small: that is told before anything else is computed.
    const w = (at(layout.box, node * 4 + 2) - at(layout.box, node * 4)) * kx;
    if (w < 40) continue;
    const box = boxOf(node);
    if (box.h < 17 || !isSeen(box) || (found !== null && at(found, node) === 0)) continue;
    const level = at(levels, node);
    wrapName(said(node), box.w - 9, Math.min(3, Math.floor((box.h - 4) / LINE)), measure).forEach((line, i) => {
      const y = box.y + 13 + i * LINE;
      if (level < 2) {
        // The pattern stays away from letters.
        context.fillStyle = palette.cover[level] ?? palette.line;
        context.fillRect(box.x + 2, y - 10, measure(line) + 6, LINE);
      }
      context.fillStyle = palette.onCover[level] ?? palette.ink;
      context.fillText(line, box.x + 5, y);
    });
  }
}

/** Cuts a text to a width, with an ellipsis; nothing where not even three letters fit. */
function fitter(context: CanvasRenderingContext2D): (text: string, width: number) => string {
  return (text, width) => {
    if (width < 14) return '';
    const one = context.measureText(text).width / Math.max(1, text.length);
    if (text.length * one <= width) return text;
    let keep = Math.floor(width / Math.max(1, one)) - 1;
    while (keep > 2 && context.measureText(`${text.slice(0, keep)}…`).width > width) keep -= 1;
    return keep > 2 ? `${text.slice(0, keep)}…` : '';
  };
}
