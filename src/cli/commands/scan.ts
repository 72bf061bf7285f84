import { scanOnly } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { EXIT } from '../../domain/errors.ts';
import { scanSummarySchema } from '../../domain/scan-summary.ts';
import { type CommandDefinition, PATHS } from '../command.ts';

/** `fortnight scan`. */
export const scanCommand: CommandDefinition = {
  name: 'scan',
  summary: 'bring the facts up to date, and nothing else',
  description:
    'Reads what is new in the history and keeps it as facts, in the data directory. Every other command does this by itself; this one is for a timer or a hook.',
  examples: [
    { line: 'fortnight scan', does: 'read what is new' },
    { line: 'fortnight scan --full', does: 'read everything again' },
  ],
  arguments: [PATHS],
  options: [],
  schema: scanSummarySchema,
  async run(context) {
    const data = await scanOnly(context);
    const isPartial = data.repositories.some((r) => r.isShallow || r.isPartial);
    return { data, page: pages.scan(data), exitCode: isPartial ? EXIT.partial : EXIT.fine };
  },
};
