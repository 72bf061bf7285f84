import { cleanFacts } from '../../app/housekeeping.ts';
import { pages } from '../../app/pages.ts';
import { EXIT } from '../../domain/errors.ts';
import { cleanedSchema } from '../../domain/housekeeping.ts';
import { type CommandDefinition, PATHS } from '../command.ts';

/** `fortnight clean`. */
export const cleanCommand: CommandDefinition = {
  name: 'clean',
  summary: 'remove facts from the data directory',
  description:
    'Removes the facts of the given repositories, or with --all those of every repository. Facts are a cache: the next command makes them anew. Touches nothing that Fortnight did not write.',
  examples: [
    { line: 'fortnight clean', does: 'facts of the repository in the current folder' },
    { line: 'fortnight clean --all', does: 'everything in the data directory' },
  ],
  arguments: [PATHS],
  options: [{ name: 'all', kind: 'flag', doc: 'Facts of every repository, also of those that are gone.' }],
  schema: cleanedSchema,
  async run(context) {
    const data = await cleanFacts(context, context.options.all === true);
    return { data, page: pages.cleaned(data), exitCode: EXIT.fine };
  },
};
