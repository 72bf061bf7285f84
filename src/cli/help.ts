import { type Block, command, type Page, quiet, strong, textBlock } from '../domain/page.ts';
import type { ArgumentDefinition, CommandDefinition, OptionDefinition } from './command.ts';
import { GLOBAL_OPTIONS } from './options.ts';

/** `fortnight measure autonomy [options] [path...]`. */
export function usageOf(definition: CommandDefinition): string {
  const parts = ['fortnight', definition.name, ...definition.arguments.map(argumentText), '[options]'];
  return parts.filter((part) => part !== '').join(' ');
}

export function argumentText(argument: ArgumentDefinition): string {
  const name = argument.name + (argument.isVariadic ? '...' : '');
  return argument.isRequired ? `<${name}>` : `[${name}]`;
}

export function optionText(option: OptionDefinition): string {
  return `--${option.name}${option.kind === 'flag' ? '' : ` ${option.value ?? 'VALUE'}`}`;
}

/** What an option is for, with what it may be. */
export function optionDoc(option: OptionDefinition): string {
  const choices = option.choices === undefined ? '' : ` One of ${option.choices.join(', ')}.`;
  const fallback = option.default === undefined ? '' : ` Default: ${option.default}.`;
  const range =
    option.kind === 'number' && option.min !== undefined && option.max !== undefined
      ? ` From ${option.min} to ${option.max}.`
      : '';
  return option.doc + choices + range + fallback;
}

/** `--help`: examples first, because that is what people copy. */
export function helpPage(definition: CommandDefinition, children: readonly CommandDefinition[]): Page {
  const blocks: Block[] = [
    textBlock(strong(definition.description)),
    section('Examples', examples(definition)),
    section('Usage', [textBlock(usageOf(definition))]),
  ];
  if (children.length > 0)
    blocks.push(section('Commands', [table(children.map((c) => [c.name.replace(/ list$/, ''), c.summary]))]));
  if (definition.arguments.length > 0) {
    blocks.push(section('Arguments', [table(definition.arguments.map((a) => [argumentText(a), a.doc]))]));
  }
  if (definition.options.length > 0) {
    blocks.push(section('Options', [table(definition.options.map((o) => [optionText(o), optionDoc(o)]))]));
  }
  blocks.push(section('Options of every command', [table(GLOBAL_OPTIONS.map((o) => [optionText(o), optionDoc(o)]))]));
  return { blocks };
}

function examples(definition: CommandDefinition): Block[] {
  return [table(definition.examples.map((example) => [example.line, example.does]))];
}

const section = (title: string, blocks: readonly Block[]): Block => ({ kind: 'section', title, sure: null, blocks });

function table(rows: readonly (readonly [string, string])[]): Block {
  return {
    kind: 'table',
    columns: [
      { label: '', align: 'left', overflow: 'wrap' },
      { label: '', align: 'left', overflow: 'wrap' },
    ],
    rows: rows.map(([left, right]) => [command(left), quiet(right)]),
  };
}
