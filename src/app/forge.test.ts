import { expect, test } from 'vitest';
import { commitUrl, requestUrl } from './forge.ts';

test('each forge shows commits and requests at its own address', () => {
  const at = (forge: string) => [commitUrl(forge, 'abcd'), requestUrl(forge, 12)];
  expect(at('https://github.com/a/b/')).toEqual([
    'https://github.com/a/b/commit/abcd',
    'https://github.com/a/b/pull/12',
  ]);
  expect(at('https://gitlab.example.org/a/b')).toEqual([
    'https://gitlab.example.org/a/b/commit/abcd',
    'https://gitlab.example.org/a/b/-/merge_requests/12',
  ]);
  expect(at('https://codeberg.org/a/b')).toEqual([
    'https://codeberg.org/a/b/commit/abcd',
    'https://codeberg.org/a/b/pulls/12',
  ]);
  expect(at('https://bitbucket.org/a/b')).toEqual([
    'https://bitbucket.org/a/b/commits/abcd',
    'https://bitbucket.org/a/b/pull-requests/12',
  ]);
  expect(at('https://git.sr.ht/~a/b')).toEqual(['https://git.sr.ht/~a/b/commit/abcd', null]);
});

test('an address is made of nothing but the web, hexadecimal ids and whole numbers', () => {
  expect(commitUrl('javascript:alert(1)//', 'abcd')).toBeNull();
  expect(commitUrl(null, 'abcd')).toBeNull();
  expect(commitUrl('https://github.com/a/b', '../../evil')).toBeNull();
  expect(requestUrl('https://github.com/a/b', 1.5)).toBeNull();
  expect(requestUrl('https://github.com/a/b', null)).toBeNull();
  expect(requestUrl('file:///etc', 1)).toBeNull();
});
