import { explain } from '../../app/explain.ts';
import { measures } from '../../app/measures.ts';
import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { explanationSchema } from '../../domain/explanation.ts';
import type { Measure } from '../../domain/measure.ts';
import { type CommandDefinition, exitCodeOf, PATHS } from '../command.ts';
import { measureIds, parameterOptions, parametersIn, unknownMeasure } from '../measure-options.ts';

/** `fortnight explain`: asks for an id. */
export const explainCommand: CommandDefinition = {
  name: 'explain',
  summary: 'a figure, its formula and its evidence',
  description:
    'Takes a figure apart: the formula in words, its parameters, when it misleads, where it comes from, and the commits it rests on.',
  examples: [
    { line: 'fortnight explain gate', does: 'what passes only through the lead, change by change' },
    { line: 'fortnight explain autonomy --evidence', does: 'all rows and all evidence' },
    { line: 'fortnight explain cover --json', does: 'for a program' },
  ],
  arguments: [{ name: 'id', doc: 'Which measure.', isRequired: true, isVariadic: false, choices: measureIds }],
  options: [],
  schema: explanationSchema,
  run(context) {
    const [id] = context.arguments.id ?? [];
    if (id !== undefined) throw unknownMeasure(id);
    throw new FortnightError('usage', 'Which figure?', { hint: 'See fortnight measure.', exitCode: EXIT.usage });
  },
};

/** `fortnight explain <id>`, for each measure of the index. */
export const explainCommands: readonly CommandDefinition[] = measures.map(explainCommandOf);

function explainCommandOf(measure: Measure): CommandDefinition {
  return {
    name: `explain ${measure.id}`,
    summary: measure.title.toLowerCase(),
    description: `${measure.question} How that is computed, when it misleads, and what it rests on.`,
    examples: [
      { line: `fortnight explain ${measure.id}`, does: 'formula and newest evidence' },
      { line: `fortnight explain ${measure.id} --evidence`, does: 'all rows and all evidence' },
    ],
    arguments: [PATHS],
    options: parameterOptions(measure),
    isGenerated: true,
    schema: explanationSchema,
    run: (context) =>
      withFacts(context, async ({ facts, setting }) => {
        const { everything } = context.request;
        const data = await explain(facts, setting, measure, {
          parameters: parametersIn(measure, context.options),
          everything,
        });
        return { data, page: pages.explanation(data, everything), exitCode: exitCodeOf(setting) };
      }),
  };
}
