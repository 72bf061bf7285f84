import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePiece, printPiece } from './piece.ts';

const pieces = fc.record({
  kind: fc.constantFrom('commit' as const, 'change' as const, 'release' as const, 'file' as const),
  repository: fc.string({ unit: fc.constantFrom('a', ':', '%', '3', 'A', ' ', 'é', '/') }),
  id: fc.string({ unit: fc.constantFrom('a', ':', '%', '2', '5', '3', 'A', '/'), minLength: 1 }),
});

test('a piece that is printed and read is the same piece, whatever its repository and id hold', () => {
  fc.assert(
    fc.property(pieces, (piece) => {
      expect(parsePiece(printPiece(piece))).toEqual(piece);
    }),
  );
});

test('a commit reads as it would be typed, and the repository may hold colons', () => {
  expect(printPiece({ kind: 'commit', repository: 'team/engine', id: 'abc1' })).toBe('commit:team/engine:abc1');
  expect(parsePiece('change:a:b:c:0123')).toEqual({ kind: 'change', repository: 'a:b:c', id: '0123' });
});

test('what is no piece is not guessed at', () => {
  for (const text of ['', 'commit', 'commit:repo', 'commit:repo:', 'person:repo:ada', ':repo:id'])
    expect(parsePiece(text)).toBeNull();
});
