import { describe, expect, test } from 'vitest';
import { FortnightError } from '../domain/errors.ts';
import type { CommandDefinition, OptionDefinition } from './command.ts';
import { PATHS } from './command.ts';
import { parse } from './program.ts';

function command(name: string, more: Partial<CommandDefinition> = {}): CommandDefinition {
  return {
    name,
    summary: name,
    description: name,
    examples: [],
    arguments: [PATHS],
    options: [],
    schema: null,
    run: async () => ({ text: name }),
    ...more,
  };
}

const halfLife: OptionDefinition = { name: 'half-life', kind: 'number', min: 1, max: 1000, value: 'DAYS', doc: '' };
const commands = [
  command(''),
  command('scan'),
  command('measure', { arguments: [{ name: 'id', doc: '', isRequired: false, isVariadic: false }] }),
  command('measure cover', { options: [halfLife] }),
  command('people list', { isDefault: true }),
  command('people join', { arguments: [{ name: 'identity', doc: '', isRequired: true, isVariadic: true }] }),
];
const read = (line: string) => parse(line === '' ? [] : line.split(' '), commands);

describe('parse', () => {
  test('nothing at all is the scorecard', () => expect(read('').definition.name).toBe(''));

  test('a path is the scorecard of that path', () => {
    expect(read('../elsewhere')).toMatchObject({ definition: { name: '' }, arguments: { path: ['../elsewhere'] } });
  });

  test('the longest name wins', () => {
    expect(read('measure cover --half-life 90 .')).toMatchObject({
      definition: { name: 'measure cover' },
      arguments: { path: ['.'] },
      options: { 'half-life': 90 },
    });
    expect(read('measure nonsense')).toMatchObject({
      definition: { name: 'measure' },
      arguments: { id: ['nonsense'] },
    });
  });

  test('a group alone is its default command', () => expect(read('people').definition.name).toBe('people list'));

  test('options of every command stand before or after its name', () => {
    expect(read('--json scan --lead Ann').options).toEqual({ json: true, lead: 'Ann' });
    expect(read('--repo a scan --repo b --repo c').options).toEqual({ repo: ['a', 'b', 'c'] });
  });

  test('what is switched off is told from what was not said', () => {
    expect(read('scan --no-config --no-scan --no-color').options).toEqual({
      'no-config': true,
      'no-scan': true,
      'no-color': true,
    });
    expect(read('scan --no-color --color').options).toMatchObject({ color: true });
  });

  test('help is given whatever else stands on the line', () => {
    expect(read('people join --help')).toMatchObject({ wantsHelp: true, definition: { name: 'people join' } });
    expect(read('--repo scan -h')).toMatchObject({ wantsHelp: true, definition: { name: '' } });
    expect(read('help measure cover')).toMatchObject({ wantsHelp: true, definition: { name: 'measure cover' } });
    expect(read('people --help')).toMatchObject({ wantsHelp: true, definition: { name: 'people list' } });
  });

  test.each([
    ['scan --ful', 'Did you mean --full?'],
    ['scan --width ten', null],
    ['scan --width 3', null],
    ['measure cover --half-life 0', null],
    ['scan --format html', null],
    ['people join', null],
  ])('%s is refused in a sentence, with exit code 2', (line, hint) => {
    try {
      read(line);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(FortnightError);
      const known = error as FortnightError;
      expect(known.exitCode).toBe(2);
      expect(known.message).toMatch(/^[A-Z].*\.$/);
      if (hint !== null) expect(known.hint).toBe(hint);
    }
  });
});
