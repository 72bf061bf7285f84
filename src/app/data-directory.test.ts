import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FortnightError } from '../domain/errors.ts';
import { dataDirectory, usingDataDirectory } from './data-directory.ts';

describe('the data directory', () => {
  const cwd = '/home/ada/work';
  it.each([
    ['the option before all', 'facts', { FORTNIGHT_DATA_DIR: '/b', XDG_CACHE_HOME: '/c' }, '/home/ada/work/facts'],
    ['then its own variable', null, { FORTNIGHT_DATA_DIR: '/b', XDG_CACHE_HOME: '/c' }, '/b'],
    ['then the cache folder of XDG', null, { XDG_CACHE_HOME: '/c', HOME: '/home/ada' }, '/c/fortnight'],
    ['which must be absolute', null, { XDG_CACHE_HOME: 'c', HOME: '/home/ada' }, '/home/ada/.cache/fortnight'],
    ['empty is unset', null, { FORTNIGHT_DATA_DIR: '', XDG_CACHE_HOME: '', HOME: '/h' }, '/h/.cache/fortnight'],
    ['without anything, the home folder', null, {}, join(userInfo().homedir, '.cache', 'fortnight')],
    ['which must be absolute, too', null, { HOME: 'h' }, join(userInfo().homedir, '.cache', 'fortnight')],
  ])('is %s', (_, option, env, expected) => {
    expect(dataDirectory(option, { env, cwd })).toBe(expected);
  });

  it('has a name', () => {
    expect(() => dataDirectory('', { env: {}, cwd })).toThrow(FortnightError);
  });

  it.each([
    [Object.assign(new Error('x'), { code: 'ENOSPC' }), 'the disk is full'],
    [Object.assign(new Error('x'), { code: 'EFBIG' }), 'files are not allowed to grow so large'],
    [Object.assign(new Error('x'), { code: 'EACCES', path: '/data/one/parts' }), 'permission is denied'],
    [Object.assign(new Error('x'), { code: 'EISDIR', path: '/data/one/p' }), 'a folder stands where a file belongs'],
    [new Error('IO Error: Could not write file "/data/one/x": No space left on device'), 'the disk is full'],
    [new Error('IO Error: Cannot open file "/data/one/x": Permission denied'), 'permission is denied'],
  ])('at fault is said in a sentence', async (error, reason) => {
    const run = usingDataDirectory('/data', () => Promise.reject(error));
    await expect(run).rejects.toThrow(`The data directory /data cannot be used: ${reason}.`);
  });

  it.each([
    Object.assign(new Error('x'), { code: 'EACCES', path: '/repository/.git' }),
    new Error('Binder Error: no such column'),
    new FortnightError('a', 'b'),
  ])('is not blamed for anything else', async (error) => {
    await expect(usingDataDirectory('/data', () => Promise.reject(error))).rejects.toBe(error);
  });
});
