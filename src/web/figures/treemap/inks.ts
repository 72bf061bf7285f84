import type { Inks } from './paint-cells.ts';

/** What the drawing of names needs, beside the inks of cells. */
export interface Palette {
  readonly inks: Inks;
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
  /** What is written on a cell, and its own colour, by level. */
  readonly onCover: readonly string[];
  readonly cover: readonly string[];
  readonly sans: string;
}

type Bytes = readonly [number, number, number];

const packed = ([r, g, b]: Bytes): number => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
const mixed = (a: Bytes, b: Bytes, part: number): Bytes =>
  [0, 1, 2].map((i) => Math.round((a[i] ?? 0) * (1 - part) + (b[i] ?? 0) * part)) as unknown as Bytes;

/**
 * The colours of the theme as they are now, read from `probe`, an element whose colour can be set: a custom property that
 * says two themes is no colour until something has it.
 */
export function readPalette(probe: HTMLElement): Palette {
  const colour = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const bytes = (text: string): Bytes => {
    if (context === null) return [0, 0, 0];
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b];
  };
  const cover = ['--cover-0', '--cover-1', '--cover-2', '--cover-3', '--cover-area'].map(colour);
  const onCover = ['--on-cover-0', '--on-cover-1', '--on-cover-2', '--on-cover-3', '--on-cover-area'].map(colour);
  const paper = bytes(colour('--paper'));
  const covers = cover.map(bytes);
  const palette = {
    inks: {
      paper: packed(paper),
      cover: covers.map(packed),
      marks: covers.map((one) => packed(mixed(one, paper, 0.5))),
      faint: covers.map((one) => packed(mixed(one, paper, 0.82))),
    },
    ink: colour('--ink'),
    ink2: colour('--ink-2'),
    line: colour('--line'),
    cover,
    onCover,
    sans: getComputedStyle(probe).fontFamily,
  };
  probe.style.color = '';
  return palette;
}
