import { describe, expect, it } from 'vitest';
import { pathsIn } from './mentions.ts';

const paths = (text: string) => [...pathsIn(text, 'docs/adr/0001-a.md')];

describe('the paths that a text names', () => {
  it('are its words with a slash', () => {
    expect(paths('See `src/parser/` and [lexer](src/parser/lexer.ts:12), core alone is none.')).toEqual([
      'src/parser',
      'src/parser/lexer.ts',
    ]);
  });

  it('begin where the text stands when they begin with a dot, and never leave the repository', () => {
    expect(paths('[a](../../src/a.ts) ./b.md ../../../../etc/passwd')).toEqual(['src/a.ts', 'docs/adr/b.md']);
  });

  it('are what follows the branch in a link to a forge', () => {
    expect(paths('https://github.com/ada/repo/blob/main/src/parser/lexer.ts')).toEqual(['src/parser/lexer.ts']);
  });
});
