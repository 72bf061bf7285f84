import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { CommandDefinition, OptionDefinition, OptionValues } from './command.ts';
import { argumentText, optionText } from './help.ts';
import { GLOBAL_OPTIONS } from './options.ts';

/** One command line as it was understood. */
export interface Invocation {
  readonly definition: CommandDefinition;
  readonly arguments: Readonly<Record<string, readonly string[]>>;
  readonly options: OptionValues;
  readonly wantsHelp: boolean;
}

/**
 * Understands a command line by the table of commands. Options of every command may stand before or after its name.
 * Throws a usage error in one sentence for anything that is not understood.
 */
export function parse(argv: readonly string[], definitions: readonly CommandDefinition[]): Invocation {
  const asked = helpAskedFor(argv, definitions);
  if (asked !== null) return { definition: asked, arguments: {}, options: {}, wantsHelp: true };
  let found: Invocation | null = null;
  const root = build(definitions, (invocation) => {
    found = invocation;
  });
  try {
    root.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw usageError(error, commandOn(argv, definitions));
  }
  if (found === null) throw new FortnightError('usage', 'That is not a command.', { exitCode: EXIT.usage });
  return found;
}

/** Help is given whatever else stands on the line, also where a required argument is missing. */
function helpAskedFor(argv: readonly string[], definitions: readonly CommandDefinition[]): CommandDefinition | null {
  const end = argv.indexOf('--');
  const line = end < 0 ? argv : argv.slice(0, end);
  const isHelpWord = line[0] === 'help';
  if (!isHelpWord && !line.includes('--help') && !line.includes('-h')) return null;
  return commandOn(isHelpWord ? line.slice(1) : line, definitions);
}

/** The command a line is about, as far as its words tell. */
function commandOn(line: readonly string[], definitions: readonly CommandDefinition[]): CommandDefinition | null {
  const takesValue = new Set(GLOBAL_OPTIONS.filter((o) => o.kind !== 'flag').map((o) => `--${o.name}`));
  const words = line.filter((word, i) => !word.startsWith('-') && !takesValue.has(line[i - 1] ?? ''));
  let best = definitions.find((definition) => definition.name === '') ?? null;
  for (const definition of definitions) {
    const name = definition.name.split(' ');
    const isMatch = name.every((word, i) => words[i] === word);
    const isGroup = definition.isDefault === true && name.length > 1 && words[0] === name[0];
    if ((isMatch || (isGroup && best?.name === '')) && name.length >= (best?.name.split(' ').length ?? 0)) {
      best = definition;
    }
  }
  return best;
}

function usageError(error: CommanderError, on: CommandDefinition | null): FortnightError {
  const [first = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.$/, '')}.`;
  const help = `See ${['fortnight', on?.name ?? ''].filter((word) => word !== '').join(' ')} --help.`;
  const hint = suggestion === undefined ? help : suggestion.replace(/^\((.*)\)$/, '$1');
  return new FortnightError('usage', sentence, { hint, exitCode: EXIT.usage });
}

function build(definitions: readonly CommandDefinition[], onFound: (invocation: Invocation) => void): Command {
  const root = new Command('fortnight');
  const nodes = new Map<string, Command>([['', root]]);
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  for (const definition of definitions) {
    const node = nodeOf(definition.name, nodes, byName);
    for (const argument of definition.arguments) node.argument(argumentText(argument), argument.doc);
    for (const option of definition.options) node.addOption(commanderOption(option));
    node.action(() => onFound(invocationOf(definition, node)));
  }
  for (const node of nodes.values()) settle(node);
  return root;
}

/** The node of a command, made with all nodes above it. */
function nodeOf(name: string, nodes: Map<string, Command>, byName: ReadonlyMap<string, CommandDefinition>): Command {
  const known = nodes.get(name);
  if (known !== undefined) return known;
  const words = name.split(' ');
  const last = words.pop() ?? '';
  const parent = nodeOf(words.join(' '), nodes, byName);
  const node = parent.command(last, { isDefault: byName.get(name)?.isDefault === true });
  nodes.set(name, node);
  return node;
}

function settle(node: Command): void {
  for (const option of GLOBAL_OPTIONS) node.addOption(commanderOption(option));
  node
    .helpOption(false)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined })
    .showSuggestionAfterError(true);
}

function commanderOption(definition: OptionDefinition): Option {
  const option = new Option(optionText(definition).replace(/ (\S+)$/, ' <$1>'), definition.doc);
  if (definition.choices !== undefined) option.choices([...definition.choices]);
  if (definition.kind === 'number') option.argParser((text: string) => parseNumber(text, definition));
  if (definition.isRepeatable === true) {
    option.argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]);
  }
  return option;
}

function parseNumber(text: string, { min, max, isWhole }: OptionDefinition): number {
  const value = Number(text);
  const isFine = /^-?\d+(\.\d+)?$/.test(text) && (isWhole !== true || Number.isInteger(value));
  if (!isFine || (min !== undefined && value < min) || (max !== undefined && value > max)) {
    throw new InvalidArgumentError(`Give a ${isWhole === true ? 'whole ' : ''}number from ${min} to ${max}.`);
  }
  return value;
}

function invocationOf(definition: CommandDefinition, node: Command): Invocation {
  const names = definition.arguments.map((argument) => argument.name);
  const values = node.processedArgs as (string | string[] | undefined)[];
  const given = Object.fromEntries(names.map((name, i) => [name, [values[i] ?? []].flat()]));
  const options: Record<string, OptionValues[string]> = {};
  // Nearest to the command last, so that what stands after its name wins; repeated options add up.
  const chain: Command[] = [];
  for (let at: Command | null = node; at !== null; at = at.parent) chain.unshift(at);
  for (const part of chain) {
    for (const option of part.options) {
      const key = option.attributeName();
      if (part.getOptionValueSource(key) !== 'cli') continue;
      const value = part.getOptionValue(key) as OptionValues[string];
      const isNegative = value === false;
      const name = isNegative ? `no-${kebab(key)}` : kebab(key);
      const before = options[name];
      options[name] = isNegative ? true : Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value;
      if (name === 'color') delete options['no-color'];
      if (name === 'no-color') delete options.color;
    }
  }
  return { definition, arguments: given, options, wantsHelp: false };
}

const kebab = (camel: string): string => camel.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
