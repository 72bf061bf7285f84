import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manual } from '../scripts/manual.ts';
import { COMMANDS } from '../src/cli/commands/index.ts';
import { GLOBAL_OPTIONS } from '../src/cli/options.ts';
import { MEASURES } from '../src/measures/index.ts';

const PROJECT = join(import.meta.dirname, '..');
const pages = manual();

describe('the reference pages', () => {
  test.each([...pages.keys()])('%s is what the program says (run `npm run docs`)', (path) => {
    const file = join(PROJECT, path);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : null).toBe(pages.get(path));
  });

  test('no schema is left of a command that is gone', () => {
    const found = globSync('docs/schema/**/*.json', { cwd: PROJECT });
    expect(found.filter((path) => !pages.has(path))).toEqual([]);
  });

  test('every command, argument and option is described', () => {
    const page = pages.get('docs/commands.md') ?? '';
    for (const command of COMMANDS) {
      expect(page).toContain(`fortnight ${command.name}`.trim());
      for (const option of command.options) expect(page).toContain(`--${option.name}`);
      for (const argument of command.isGenerated === true ? [] : command.arguments)
        expect(page).toContain(argument.doc);
    }
    for (const option of GLOBAL_OPTIONS) expect(page).toContain(`--${option.name}`);
  });

  test('every measure is described: question, formula, when it misleads, source', () => {
    const page = (pages.get('docs/measures.md') ?? '').replaceAll('\\', '');
    for (const { question, formula, misleads, source } of MEASURES) {
      for (const text of [question, formula, misleads, source]) expect(page).toContain(text.replaceAll('\\', ''));
    }
  });
});

describe('the table of commands', () => {
  test('names each command once, with an example that begins with it', () => {
    expect(new Set(COMMANDS.map((command) => command.name)).size).toBe(COMMANDS.length);
    for (const { name, examples } of COMMANDS) {
      const words = name.replace(/ list$/, '');
      expect(examples.some(({ line }) => line.includes(`fortnight ${words}`.trim()))).toBe(true);
    }
  });

  test('has no option that hides one of every command', () => {
    const globals = GLOBAL_OPTIONS.map((option) => option.name);
    for (const { options } of COMMANDS) {
      expect(options.filter((option) => globals.includes(option.name))).toEqual([]);
    }
  });
});
