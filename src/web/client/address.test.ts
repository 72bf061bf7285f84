import { describe, expect, test } from 'vitest';
import { addressOf } from './address.ts';
import { tokenIn } from './entry.ts';
import { parseSearch, printSearch } from './search.ts';

describe('the address of a question', () => {
  test('takes the parts of its path from the query', () => {
    expect(addressOf('here', 'measure/:measure', { measure: 'gate', since: '90d' })).toBe(
      '/api/here/measure/gate?since=90d',
    );
  });

  test('repeats the name of a list, and leaves out what is not given', () => {
    expect(addressOf('demo', 'absence', { person: ['Ada', 'Å & B'], from: '', days: 7, lead: undefined })).toBe(
      '/api/demo/absence?person=Ada&person=%C3%85+%26+B&days=7',
    );
  });

  test('cannot be led elsewhere by a name of a stranger', () => {
    expect(addressOf('here', 'measure/:measure', { measure: '../../x?y#z' })).toBe(
      '/api/here/measure/..%2F..%2Fx%3Fy%23z',
    );
  });
});

describe('the address of a page', () => {
  test('is read as text, and printed again as it was', () => {
    const search = { person: ['Ada', 'Grace'], days: '14', lead: '007', area: 'a&b=c' };
    expect(parseSearch(printSearch(search))).toEqual(search);
  });

  test('takes nothing for anything but text', () => {
    expect(parseSearch('?days=14&x=%7B%22a%22:1%7D&y=true')).toEqual({ days: '14', x: '{"a":1}', y: 'true' });
  });

  test('names nobody while names are hidden, and has no alias once they are shown', () => {
    const named = '?person=Ada&person=Person+3&lead=Grace&area=core';
    expect(parseSearch(`${named}&names=hidden`)).toEqual({ person: 'Person 3', area: 'core', names: 'hidden' });
    expect(parseSearch(named)).toEqual({ person: 'Ada', lead: 'Grace', area: 'core' });
    expect(printSearch({ person: ['Ada', 'the lead'], lead: 'Grace', names: 'hidden' })).toBe(
      '?person=the+lead&names=hidden',
    );
    expect(printSearch({ person: 'the lead', names: undefined })).toBe('');
  });

  test('says nothing where there is nothing', () => {
    expect(printSearch({ since: undefined, person: [] })).toBe('');
  });
});

describe('the token of a link', () => {
  test('is read from the fragment, and nothing else is taken for one', () => {
    expect(tokenIn('#token=abc_DEF-123')).toBe('abc_DEF-123');
    for (const hash of ['', '#', '#token=', '#gate', '#token=a b', '#x&token=a', `#token=${'a'.repeat(300)}`]) {
      expect(tokenIn(hash), hash).toBeNull();
    }
  });
});
