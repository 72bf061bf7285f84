import { doctor } from '../../app/doctor.ts';
import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { diagnosisSchema } from '../../domain/diagnosis.ts';
import { type CommandDefinition, exitCodeOf, PATHS } from '../command.ts';

/** `fortnight doctor`. */
export const doctorCommand: CommandDefinition = {
  name: 'doctor',
  summary: 'what evidence there is, and what is missing',
  description:
    'Says what evidence the history holds, what is thin or missing, which measures that leaves without an answer, and what would give more; where records lie, and private ones that lie in a repository.',
  examples: [
    { line: 'fortnight doctor', does: 'the repository in the current folder' },
    { line: 'fortnight doctor --since 1y', does: 'over a longer window' },
  ],
  arguments: [PATHS],
  options: [],
  schema: diagnosisSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const data = await doctor(opened, context);
      return { data, page: pages.diagnosis(data), exitCode: exitCodeOf(opened.setting) };
    }),
};
