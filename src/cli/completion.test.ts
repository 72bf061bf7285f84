import { describe, expect, test } from 'vitest';
import { COMMANDS } from './commands/index.ts';
import { propose, SHELLS, script } from './completion.ts';
import { isCompletionRequest } from './completion-request.ts';

const proposed = (...words: string[]) =>
  propose(words, COMMANDS)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(':'))
    .map((line) => line.split('\t')[0]);

describe('completion', () => {
  test('proposes commands', () => {
    expect(proposed('')).toEqual(
      expect.arrayContaining(['scan', 'measure', 'explain', 'doctor', 'people', 'backtest']),
    );
    expect(proposed('mea')).toEqual(['measure']);
    expect(proposed('people', '')).toEqual(expect.arrayContaining(['list', 'join', 'split']));
  });

  test('proposes measures', () => {
    expect(proposed('measure', '')).toEqual(expect.arrayContaining(['gate', 'autonomy', 'truck-factor', 'cover']));
    expect(proposed('explain', 'auto')).toEqual(['autonomy']);
  });

  test('proposes options of the command and of every command', () => {
    expect(proposed('measure', 'known-to-one', '--ha')).toEqual(['--half-life']);
    expect(proposed('scan', '--no')).toEqual(expect.arrayContaining(['--no-config', '--no-scan', '--no-color']));
    expect(proposed('scan', '--format', '')).toEqual(['terminal', 'json', 'markdown']);
  });

  test.each(SHELLS)('has a script for %s that asks Fortnight', (shell) => {
    expect(script(shell)).toMatch(/fortnight['"]? complete/);
  });

  test('knows a request from a command', () => {
    expect(isCompletionRequest(['complete', '--', 'mea'])).toBe(true);
    expect(isCompletionRequest(['complete'])).toBe(false);
  });
});
