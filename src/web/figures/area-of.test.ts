import { expect, it } from 'vitest';
import { areaOf } from './area-of.ts';

it('an area stands in the one repository there is, or in the one it is named with', () => {
  expect(areaOf('src: parser', ['engine'])).toEqual({ repository: 'engine', area: 'src: parser' });
  expect(areaOf('web: src', ['web', 'engine'])).toEqual({ repository: 'web', area: 'src' });
  expect(areaOf('web: old: src', ['web', 'web: old'])).toEqual({ repository: 'web: old', area: 'src' });
});

it('what lies outside of all areas has no page', () => {
  expect(areaOf('(no area)', ['engine'])).toBeNull();
  expect(areaOf('web: (no area)', ['web', 'engine'])).toBeNull();
  expect(areaOf('src', ['web', 'engine'])).toBeNull();
});
