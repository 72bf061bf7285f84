import { RootCommand } from '@bomb.sh/tab';
import type { CommandDefinition, OptionDefinition } from './command.ts';
import { GLOBAL_OPTIONS } from './options.ts';

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** The line a shell's completion script calls: `fortnight complete -- words so far`. */
export const isCompletionRequest = (argv: readonly string[]): boolean => argv[0] === 'complete' && argv[1] === '--';

/** Writes what could follow the words so far, for the completion script (the library writes to standard output). */
export function propose(words: readonly string[], commands: readonly CommandDefinition[]): void {
  proposals(commands).parse([...words]);
}

/** Writes the completion script of a shell. */
export function script(shell: (typeof SHELLS)[number]): void {
  new RootCommand().setup('fortnight', 'fortnight', shell);
}

/** The table of commands as the completion library wants it. It reads no repository: it must answer at once. */
function proposals(commands: readonly CommandDefinition[]): RootCommand {
  const root = new RootCommand();
  for (const definition of commands) {
    const node = definition.name === '' ? root : root.command(definition.name, definition.summary);
    for (const option of [...definition.options, ...GLOBAL_OPTIONS]) addOption(node, option);
    for (const argument of definition.arguments) {
      if (argument.choices !== undefined) {
        const { choices } = argument;
        node.argument(argument.name, (complete) => {
          for (const choice of choices) complete(choice, '');
        });
      }
    }
  }
  // A group is a word too, though it does nothing by itself.
  for (const definition of commands) {
    const [group = '', rest] = definition.name.split(' ');
    if (rest !== undefined && !root.commands.has(group)) root.command(group, definition.summary);
  }
  return root;
}

function addOption(node: Pick<RootCommand, 'option'>, option: OptionDefinition): void {
  if (option.kind === 'flag') {
    node.option(option.name, option.doc);
    return;
  }
  node.option(option.name, option.doc, (complete) => {
    for (const choice of option.choices ?? []) complete(choice, '');
  });
}
