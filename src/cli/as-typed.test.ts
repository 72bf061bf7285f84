import { describe, expect, it } from 'vitest';
import { command, type Page, textBlock } from '../domain/page.ts';
import { asTyped } from './as-typed.ts';
import { COMMANDS } from './commands/index.ts';
import { parse } from './program.ts';

const proposed = (line: readonly string[], proposal: string): unknown => {
  const page: Page = { blocks: [textBlock(['Next: ', command(proposal)])] };
  const [block] = asTyped(page, parse(line, COMMANDS), COMMANDS).blocks;
  return block?.kind === 'text' && Array.isArray(block.text) ? block.text[1].text : null;
};

describe('a proposed command', () => {
  it('stays as it is where nothing was said of what to look at', () => {
    expect(proposed(['absence', '--show', 'past', '--width', '80'], 'fortnight moves')).toBe('fortnight moves');
  });

  it('looks at the same repositories and the same window', () => {
    expect(proposed(['absence', '../engine', 'web', '--until', '2020-01-01'], 'fortnight explain gate')).toBe(
      'fortnight explain gate --repo ../engine --repo web --until 2020-01-01',
    );
  });

  it('is about the same people where it asks about people, and only there', () => {
    const line = ['absence', '--person', 'Ada Lee', '--person', "Bo O'Hara", '--lead', 'Cy'];
    expect(proposed(line, 'fortnight handover --from 2020-01-01')).toBe(
      `fortnight handover --from 2020-01-01 --lead Cy --person 'Ada Lee' --person 'Bo O'\\''Hara'`,
    );
    expect(proposed(line, 'fortnight doctor')).toBe('fortnight doctor --lead Cy');
  });

  it('says nothing twice', () => {
    expect(proposed(['absence', '--lead', 'Cy'], 'fortnight --lead NAME')).toBe('fortnight --lead NAME');
  });

  it('is nothing but a command: an id that looks like one stays', () => {
    expect(proposed(['absence', 'web'], '1c0e9527b')).toBe('1c0e9527b');
  });
});
