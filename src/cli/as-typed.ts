import type { Block, Inline, Page, PageCell, Span } from '../domain/page.ts';
import { shellWord } from '../domain/shell-word.ts';
import type { CommandDefinition, OptionDefinition } from './command.ts';
import { GLOBAL_OPTIONS } from './options.ts';
import type { Invocation } from './program.ts';

/** Options that say what is looked at; how it is shown, scanned or written is the next command's own business. */
const LOOKED_AT = ['repo', 'since', 'until', 'lead', 'data-dir', 'no-config'];
/** What looks back is not to end where the plan that proposes it began. */
const LOOKS_AHEAD = ['since', 'until'];
const OF_THE_QUESTION = ['person', 'target', 'load'];

/**
 * The page with every command it proposes made to answer about the same thing when it is typed as it stands: with the
 * repositories, the window, the lead and the person of the line that was typed.
 */
export function asTyped(page: Page, invocation: Invocation, commands: readonly CommandDefinition[]): Page {
  return mapped(page, (span) => {
    if (span.tone !== 'command' || !/^fortnight\b/.test(span.text)) return span;
    const more = carried(span.text, invocation, commands);
    return more.length === 0 ? span : { ...span, text: [span.text, ...more].join(' ') };
  });
}

function carried(line: string, { arguments: given, options }: Invocation, commands: readonly CommandDefinition[]) {
  const words = line.split(' ');
  const target = targetOf(words, commands);
  const own = (target?.options ?? []).filter(({ name }) => OF_THE_QUESTION.includes(name));
  const carries = [...GLOBAL_OPTIONS.filter(({ name }) => LOOKED_AT.includes(name)), ...own];
  const paths = [...((options.repo as readonly string[] | undefined) ?? []), ...(given.path ?? [])];
  return carries
    .filter(({ name }) => !words.includes(`--${name}`))
    .filter(({ name }) => target?.name !== 'retro' || !LOOKS_AHEAD.includes(name))
    .flatMap((option) => written(option, option.name === 'repo' ? paths : options[option.name]));
}

/** The command with the longest name that the line begins with. */
function targetOf(words: readonly string[], commands: readonly CommandDefinition[]): CommandDefinition | undefined {
  const named = commands.filter(({ name }) => name.split(' ').every((word, i) => word === '' || words[i + 1] === word));
  return named.sort((a, b) => b.name.length - a.name.length)[0];
}

function written(option: OptionDefinition, value: Invocation['options'][string]): string[] {
  if (value === undefined || value === false) return [];
  if (value === true) return [`--${option.name}`];
  return (typeof value === 'object' ? value : [String(value)]).map((one) => `--${option.name} ${shellWord(one)}`);
}

type Change = (span: Span) => Span;

const mapped = (page: Page, change: Change): Page => ({ blocks: page.blocks.map((block) => blockOf(block, change)) });

function blockOf(block: Block, change: Change): Block {
  const text = (inline: Inline) => inlineOf(inline, change);
  const blocks = (all: readonly Block[]) => all.map((one) => blockOf(one, change));
  switch (block.kind) {
    case 'headline':
      return { ...block, left: text(block.left), right: text(block.right) };
    case 'text':
      return { ...block, text: text(block.text) };
    case 'facts':
      return { ...block, rows: block.rows.map((row) => ({ ...row, value: text(row.value) })) };
    case 'list':
      return { ...block, items: block.items.map(text) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => cellOf(cell, change))) };
    case 'section':
      return { ...block, blocks: blocks(block.blocks) };
    case 'columns':
      return { ...block, left: blocks(block.left), right: blocks(block.right) };
  }
}

const cellOf = (cell: PageCell, change: Change): PageCell =>
  typeof cell === 'object' && 'bar' in cell ? cell : inlineOf(cell, change);

function inlineOf(inline: Inline, change: Change): Inline {
  if (typeof inline === 'string') return inline;
  if (isMany(inline)) return inline.map((part) => (typeof part === 'string' ? part : change(part)));
  return change(inline);
}

const isMany = (inline: Exclude<Inline, string>): inline is readonly (string | Span)[] => Array.isArray(inline);
