import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { CommandDefinition } from '../command.ts';
import { SHELLS, script } from '../completion.ts';

/** `fortnight completion <shell>`. */
export const completionCommand: CommandDefinition = {
  name: 'completion',
  summary: 'completion for a shell: commands, measures, options',
  description: 'Writes a script that teaches a shell to complete commands, measures and options.',
  examples: [
    { line: 'source <(fortnight completion bash)', does: 'in ~/.bashrc' },
    { line: 'source <(fortnight completion zsh)', does: 'in ~/.zshrc, after compinit' },
    { line: 'fortnight completion fish > ~/.config/fish/completions/fortnight.fish', does: 'once' },
  ],
  arguments: [
    { name: 'shell', doc: `One of ${SHELLS.join(', ')}.`, isRequired: true, isVariadic: false, choices: SHELLS },
  ],
  options: [],
  schema: null,
  async run(context) {
    const wanted = context.arguments.shell?.[0];
    const shell = SHELLS.find((known) => known === wanted);
    if (shell === undefined) {
      throw new FortnightError('unknown-shell', `There is no completion for ${wanted}.`, {
        hint: `Give one of ${SHELLS.join(', ')}.`,
        exitCode: EXIT.usage,
      });
    }
    return { text: script(shell) };
  },
};
