import { areasReport } from '../../app/areas.ts';
import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { reportSchema } from '../../domain/report.ts';
import { type CommandDefinition, exitCodeOf, PATHS } from '../command.ts';

/** `fortnight areas`. */
export const areasCommand: CommandDefinition = {
  name: 'areas',
  summary: 'the parts of the system, and what named them',
  description:
    'Lists the areas figures are told by: from fortnight.yml, else CODEOWNERS, else workspace packages, else the folders of the tree, cut by recent activity.',
  examples: [
    { line: 'fortnight areas', does: 'all of them, the busiest first' },
    { line: 'fortnight areas --since 1y --json', does: 'for a program' },
  ],
  arguments: [PATHS],
  options: [],
  schema: reportSchema,
  run: (context) =>
    withFacts(context, async ({ facts, setting }) => {
      const data = await areasReport(facts.query, setting);
      return { data, page: pages.measure(data, context.request.everything, false), exitCode: exitCodeOf(setting) };
    }),
};
