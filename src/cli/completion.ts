import { RootCommand } from '@bomb.sh/tab';
import type { CommandDefinition, OptionDefinition } from './command.ts';
import { GLOBAL_OPTIONS } from './options.ts';

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** What could follow the words so far, for the completion script. */
export function propose(words: readonly string[], commands: readonly CommandDefinition[]): string {
  return written(() => proposals(commands).parse([...words]));
}

/** The completion script of a shell. */
export function script(shell: (typeof SHELLS)[number]): string {
  const text = written(() => new RootCommand().setup('fortnight', 'fortnight', shell));
  return shell === 'bash' ? BASH_ALONE + text : text;
}

/** The script of the library asks bash-completion for the words; where that is not installed, this answers. */
const BASH_ALONE = `if ! declare -F _get_comp_words_by_ref >/dev/null; then
  _get_comp_words_by_ref() {
    cur="\${COMP_WORDS[COMP_CWORD]}"
    prev="\${COMP_WORDS[COMP_CWORD-1]}"
    words=("\${COMP_WORDS[@]}")
    cword=$COMP_CWORD
  }
fi
`;

/** The library writes to the console; here it is one text, written by whoever asked. */
function written(action: () => void): string {
  const { log } = globalThis.console;
  const lines: string[] = [];
  globalThis.console.log = (line: unknown) => lines.push(String(line));
  try {
    action();
  } finally {
    globalThis.console.log = log;
  }
  return lines.map((line) => `${line}\n`).join('');
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
