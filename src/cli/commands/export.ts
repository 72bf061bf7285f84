import { exportFacts } from '../../app/housekeeping.ts';
import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { exportedSchema } from '../../domain/housekeeping.ts';
import { type CommandDefinition, exitCodeOf, PATHS } from '../command.ts';

/** `fortnight export`. */
export const exportCommand: CommandDefinition = {
  name: 'export',
  summary: 'hand the facts to any other engine, as Parquet',
  description:
    'Writes every table of facts as one Parquet file, with a README that says what each column means. The files name people and paths: they are yours to keep private.',
  examples: [
    { line: 'fortnight export --parquet ../facts', does: 'all tables into a folder' },
    { line: `duckdb -c "FROM '../facts/changes.parquet' LIMIT 5"`, does: 'ask them with another engine' },
  ],
  arguments: [PATHS],
  options: [
    { name: 'parquet', kind: 'text', value: 'DIR', doc: 'Folder to write into; made when it is missing.' },
    { name: 'inside-repository', kind: 'flag', doc: 'Allow a folder inside the work tree of the repository.' },
  ],
  schema: exportedSchema,
  async run(context) {
    const directory = context.options.parquet;
    if (typeof directory !== 'string') {
      throw new FortnightError('usage', 'Where should the export go?', {
        hint: 'Give a folder: fortnight export --parquet DIR.',
        exitCode: EXIT.usage,
      });
    }
    return await withFacts(context, async (opened) => {
      const isInside = context.options['inside-repository'] === true;
      const data = await exportFacts(opened, context.effects, directory, isInside);
      return { data, page: pages.exported(data), exitCode: exitCodeOf(opened.setting) };
    });
  },
};
