import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childTowards, neighbour, nodeAt } from './find-node.ts';
import { type Layout, layOut } from './lay-out.ts';
import { AREA_ONLY, countLevels, leftOf, levelsOf } from './levels.ts';
import { type Inks, paintCells } from './paint-cells.ts';
import { at, buildTree, KIND, pathTo, type Tree } from './tree.ts';
import { wrapName } from './wrap-name.ts';

const folders = fc.array(
  fc.record({
    area: fc.integer({ min: 0, max: 2 }),
    path: fc.constantFrom('', 'a', 'a/b', 'a/b/c', 'lib', 'lib/x/y'),
    sizes: fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 40 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const maps = folders.map((list) => ({
  repositories: ['repo'],
  areas: ['a', 'lib', 'rest'].map((area) => ({ repository: 'repo', area, source: null, files: 0, bytes: 0, set: 1 })),
  folders: list.map(({ area, path, sizes }) => ({
    area,
    path,
    names: sizes.map((_, i) => `f${i}`).join('/'),
    sizes,
    sets: sizes.map((_, i) => i % 3),
  })),
}));

const boxOf = ({ box }: Layout, node: number) => ({
  l: at(box, node * 4),
  t: at(box, node * 4 + 1),
  r: at(box, node * 4 + 2),
  b: at(box, node * 4 + 3),
});
const sizeOf = (layout: Layout, node: number): number => {
  const { l, t, r, b } = boxOf(layout, node);
  return (r - l) * (b - t);
};
const kidsOf = (tree: Tree, node: number): number[] =>
  Array.from({ length: at(tree.kids, node) }, (_, i) => at(tree.first, node) + i);

describe('the tree', () => {
  test('holds every file once, under its area', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const tree = buildTree(map);
        const files = map.folders.reduce((sum, folder) => sum + folder.sizes.length, 0);
        expect(at(tree.files, 0)).toBe(files);
        expect(tree.kind.filter((kind) => kind === KIND.file).length).toBe(files);
      }),
    );
  });

  test('joins folders that hold one folder alone, and does not repeat the name of the area', () => {
    const tree = buildTree({
      repositories: ['repo'],
      areas: [{ repository: 'repo', area: 'src', source: null, files: 1, bytes: 0, set: 0 }],
      folders: [{ area: 0, path: 'src/a/b', names: 'x.ts', sizes: [1], sets: [0] }],
    });
    expect(tree.name).toEqual(['', 'src', 'a/b', 'x.ts']);
    expect(pathTo(tree, 3)).toEqual([1, 2, 3]);
  });
});

describe('the layout', () => {
  test('keeps every box inside that of its parent', () => {
    fc.assert(
      fc.property(maps, fc.integer({ min: 40, max: 1200 }), fc.integer({ min: 40, max: 900 }), (map, w, h) => {
        const tree = buildTree(map);
        const layout = layOut(tree, 0, w, h);
        for (const frame of layout.frames) {
          const outer = boxOf(layout, frame);
          for (const kid of kidsOf(tree, frame)) {
            const inner = boxOf(layout, kid);
            const slack = 0.01;
            expect(inner.l).toBeGreaterThanOrEqual(outer.l - slack);
            expect(inner.t).toBeGreaterThanOrEqual(outer.t - slack);
            expect(inner.r).toBeLessThanOrEqual(outer.r + slack);
            expect(inner.b).toBeLessThanOrEqual(outer.b + slack);
          }
        }
      }),
    );
  });

  test('gives the children of a node room by their weight', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const tree = buildTree(map);
        const layout = layOut(tree, 0, 800, 600);
        for (const frame of layout.frames) {
          const kids = kidsOf(tree, frame);
          const room = kids.reduce((sum, kid) => sum + sizeOf(layout, kid), 0);
          for (const kid of kids) {
            const expected = (room * at(tree.weight, kid)) / at(tree.weight, frame);
            expect(Math.abs(sizeOf(layout, kid) - expected)).toBeLessThan(0.5 + 0.01 * expected);
          }
        }
      }),
    );
  });

  test('finds under the middle of a cell the cell, and the way to it from the root', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const tree = buildTree(map);
        const layout = layOut(tree, 0, 800, 600);
        for (const cell of layout.cells) {
          if (at(tree.kind, cell) !== KIND.file || sizeOf(layout, cell) < 4) continue;
          const { l, t, r, b } = boxOf(layout, cell);
          expect(nodeAt(tree, layout, (l + r) / 2, (t + b) / 2)).toBe(cell);
          expect(childTowards(tree, 0, cell)).toBe(pathTo(tree, cell)[0]);
        }
      }),
    );
  });

  test('a neighbour to the right has this one somewhere to its left', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const tree = buildTree(map);
        const layout = layOut(tree, 0, 800, 600);
        for (const kid of kidsOf(tree, 0)) {
          const right = neighbour(tree, layout, kid, 'right');
          if (right === null || sizeOf(layout, kid) < 1) continue;
          expect(neighbour(tree, layout, right, 'left')).not.toBeNull();
        }
      }),
    );
  });
});

describe('levels', () => {
  const map = {
    repositories: ['repo'],
    areas: [
      { repository: 'repo', area: 'a', source: null, files: 2, bytes: 0, set: 2 },
      { repository: 'repo', area: 'b', source: null, files: 1, bytes: 0, set: 0 },
    ],
    folders: [
      { area: 0, path: 'a', names: 'x/y', sizes: [9, 1], sets: [1, 0] },
      { area: 1, path: 'b', names: 'z', sizes: [1], sets: [0] },
    ],
  };
  const sets = [[], [0], [0, 1]];
  const tree = buildTree(map);
  const named = (levels: Uint8Array) =>
    Object.fromEntries([...tree.name.entries()].slice(1).map(([node, name]) => [name, at(levels, node)]));

  test('a file nobody knows shows that its area is known, or that nobody is left', () => {
    const left = leftOf(sets, new Set());
    expect(named(levelsOf(tree, map, left, 'file'))).toEqual({ a: 2, b: 0, x: 1, y: AREA_ONLY, z: 0 });
    expect(named(levelsOf(tree, map, left, 'area'))).toEqual({ a: 2, b: 0, x: 2, y: 2, z: 0 });
  });

  test('without somebody each set has one fewer, and never more', () => {
    expect([...leftOf(sets, new Set([0]))]).toEqual([0, 0, 1]);
    const anySets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }), { maxLength: 20 });
    fc.assert(
      fc.property(anySets, fc.array(fc.integer({ min: 0, max: 9 })), (all, gone) => {
        const before = leftOf(all, new Set());
        leftOf(all, new Set(gone)).forEach((n, i) => {
          expect(n).toBe(Math.min(3, (all[i] ?? []).filter((one) => !gone.includes(one)).length));
          expect(n).toBeLessThanOrEqual(at(before, i));
        });
      }),
    );
  });

  test('every area and every file is counted once', () => {
    const left = leftOf(sets, new Set());
    const counts = countLevels(tree, levelsOf(tree, map, left, 'file'), levelsOf(tree, map, left, 'area'));
    expect(counts).toEqual([
      { files: 1, areas: 1 },
      { files: 1, areas: 0 },
      { files: 0, areas: 1 },
      { files: 0, areas: 0 },
      { files: 1, areas: 0 },
    ]);
  });

  test('painting fills each cell with the ink of its level, and marks nobody and one', () => {
    const inks: Inks = { paper: 9, cover: [1, 2, 3, 4, 5], marks: [7, 8], faint: [6, 6, 6, 6, 6] };
    const layout = layOut(tree, 0, 60, 40);
    const levels = levelsOf(tree, map, leftOf(sets, new Set()), 'file');
    const pixels = new Uint32Array(60 * 40);
    const view = { x: 0, y: 0, w: 60, h: 40 };
    paintCells(pixels, { width: 60, height: 40, ratio: 1 }, { layout, view, levels, found: null, inks });
    expect(new Set(pixels)).toEqual(new Set([9, 1, 7, 2, 8, 5]));
    const found = new Uint8Array(tree.count);
    paintCells(pixels, { width: 60, height: 40, ratio: 1 }, { layout, view, levels, found, inks });
    expect(new Set(pixels)).toEqual(new Set([9, 6]));
  });
});

describe('names on cells', () => {
  const letters = (text: string) => text.length;

  test('stand in one line where there is room, and break at their joints where there is not', () => {
    expect(wrapName('site.rb', 20, 3, letters)).toEqual(['site.rb']);
    expect(wrapName('test_related_posts.rb', 14, 3, letters)).toEqual(['test_related_', 'posts.rb']);
    expect(wrapName('knownAreas.ts', 14, 1, letters)).toEqual(['knownAreas.ts']);
  });

  test('a part that is longer than a line goes on in the next, and what is left out is said', () => {
    expect(wrapName('configuration.rb', 14, 2, letters)).toEqual(['configuration', '.rb']);
    expect(wrapName('configuration.rb', 14, 1, letters)).toEqual(['configuration…']);
  });

  test('too little room says nothing, and no line is wider than there is room for', () => {
    expect(wrapName('configuration.rb', 13, 3, letters)).toEqual([]);
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 14, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (name, width, most) => {
          const lines = wrapName(name, width, most, letters);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
