import { expect, it } from 'vitest';
import { linkMatcher } from './link-matcher.ts';

const change = { change: 'abcdef0123456789', ids: ['1111111aaaa', '2222222bbbb'], number: 12 };
const isLinked = (...links: string[]) => linkMatcher(links)(change);

it.each([
  '#12',
  '!12',
  '12',
  'https://forge.example/a/b/pull/12',
  'https://forge.example/a/b/-/merge_requests/12/diffs',
  'abcdef0',
  'ABCDEF01',
  '2222222',
  'https://forge.example/a/b/commit/1111111aaaa',
])('%s is a change, its number or one of its commits', (link) => {
  expect(isLinked(link)).toBe(true);
});

it.each(['#13', 'abcdef', 'https://forge.example/a/b/issues/12', 'https://forge.example/a/b/pull/123', 'twelve', ''])(
  '%s is none of it',
  (link) => {
    expect(isLinked(link)).toBe(false);
  },
);

it('a change without a number is no number', () => {
  expect(linkMatcher(['#12'])({ ...change, number: null })).toBe(false);
});
