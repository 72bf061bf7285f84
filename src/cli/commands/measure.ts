import { answer } from '../../app/answer.ts';
import { measures } from '../../app/measures.ts';
import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { EXIT } from '../../domain/errors.ts';
import type { Measure } from '../../domain/measure.ts';
import { reportSchema } from '../../domain/report.ts';
import { type CommandDefinition, exitCodeOf, PATHS } from '../command.ts';
import { catalogueSchema, measureIds, parameterOptions, parametersIn, unknownMeasure } from '../measure-options.ts';

/** `fortnight measure`: which measures there are. */
export const measureCommand: CommandDefinition = {
  name: 'measure',
  summary: 'one measure, or the list of them',
  description: 'Asks one measure by itself, with its own parameters. Without an id: which measures there are.',
  examples: [
    { line: 'fortnight measure', does: 'which there are' },
    { line: 'fortnight measure autonomy', does: 'one of them' },
    { line: 'fortnight measure known-to-one --half-life 90', does: 'with a parameter of its own' },
    { line: 'fortnight measure gate --json', does: 'for a program' },
  ],
  arguments: [{ name: 'id', doc: 'Which measure.', isRequired: false, isVariadic: false, choices: measureIds }],
  options: [],
  schema: catalogueSchema,
  async run(context) {
    const [id] = context.arguments.id ?? [];
    if (id !== undefined) throw unknownMeasure(id);
    const data = {
      measures: measures.map(({ id, title, question, needsLead }) => ({ id, title, question, needsLead })),
    };
    return { data, page: pages.catalogue(data.measures), exitCode: EXIT.fine };
  },
};

/** `fortnight measure <id>`, for each measure of the index. */
export const measureCommands: readonly CommandDefinition[] = measures.map(measureCommandOf);

function measureCommandOf(measure: Measure): CommandDefinition {
  return {
    name: `measure ${measure.id}`,
    summary: measure.title.toLowerCase(),
    description: measure.question,
    examples: [
      { line: `fortnight measure ${measure.id}`, does: 'the answer and its rows' },
      { line: `fortnight explain ${measure.id}`, does: 'its formula, when it misleads, its evidence' },
    ],
    arguments: [PATHS],
    options: parameterOptions(measure),
    isGenerated: true,
    schema: reportSchema,
    run: (context) =>
      withFacts(context, async ({ facts, setting }) => {
        const { everything } = context.request;
        const data = await answer(facts, setting, measure, {
          parameters: parametersIn(measure, context.options),
          everything,
        });
        return { data, page: pages.measure(data, everything), exitCode: exitCodeOf(setting) };
      }),
  };
}
