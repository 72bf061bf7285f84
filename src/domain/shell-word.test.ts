import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellWord } from './shell-word.ts';

it('leaves a plain path as it is', () => expect(shellWord('/src/engine-2')).toBe('/src/engine-2'));

it.each(["it's", '$(touch x)', 'a b', '`id`', '', '"\\', 'a\nb', ';rm', '~', '-x'])(
  '%j is one word to a shell',
  (text) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
  },
);
