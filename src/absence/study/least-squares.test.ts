import { describe, expect, it } from 'vitest';
import { addSums, lineThrough, sumsOf } from './least-squares.ts';

describe('a straight line', () => {
  it('is the one computed by hand', () => {
    // Means 1 and 2; spread of x 2, of y 2; x and y together -1.
    const line = lineThrough(
      sumsOf([
        { x: 0, y: 3 },
        { x: 1, y: 1 },
        { x: 2, y: 2 },
      ]),
    );
    expect(line?.slope).toBeCloseTo(-0.5);
    expect(line?.intercept).toBeCloseTo(2.5);
    expect(line?.explained).toBeCloseTo(0.25);
  });

  it('counts a repository drawn twice twice, and one not drawn never', () => {
    const clusters = [
      [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
      [{ x: 5, y: -9 }],
      [{ x: 3, y: 2 }],
    ].map(sumsOf);
    expect(addSums(clusters, [2, 0, 1])).toEqual(
      sumsOf([
        { x: 0, y: 0 },
        { x: 1, y: 1 },
        { x: 0, y: 0 },
        { x: 1, y: 1 },
        { x: 3, y: 2 },
      ]),
    );
  });

  it('is none through two points, one x or one y', () => {
    expect(
      lineThrough(
        sumsOf([
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ]),
      ),
    ).toBeNull();
    expect(lineThrough(sumsOf([1, 2, 3].map((y) => ({ x: 0.1, y }))))).toBeNull();
    expect(lineThrough(sumsOf([1, 2, 3].map((x) => ({ x, y: 0.1 }))))).toBeNull();
    expect(lineThrough(sumsOf([]))).toBeNull();
  });
});
