import { compilePattern, segmentsOf } from '../../derive/pattern.ts';
import { PatternSet } from '../../derive/pattern-set.ts';

/**
 * Whether a path is one of those that globs name, by the rules of `.gitignore`: `src/parser` and `src/parser/**` hold everything
 * beneath, `*.sql` stands at any depth, `!src/parser/old` takes out again, and of several that fit the last decides.
 */
export function pathsMatcher(globs: readonly string[]): (path: string) => boolean {
  const rules = globs.map((glob) => {
    const isOut = glob.startsWith('!');
    const text = (isOut ? glob.slice(1) : glob).replace(/^\.\//, '');
    return { isOut, pattern: compilePattern(text === '.' ? '**' : text, 'ignore') };
  });
  const set = new PatternSet(rules.map(({ pattern }) => pattern));
  return (path) => {
    const rank = set.last(segmentsOf(path));
    return rank !== null && rules[rank]?.isOut === false;
  };
}
