import { htmlReport } from '../../app/html-report.ts';
import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { writeReport } from '../../app/report-file.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { writtenReportSchema } from '../../domain/html-report.ts';
import { DAYS, LOAD, numberIn, PERSON, personsIn, TARGET, textIn } from '../absence-options.ts';
import { before, type CommandDefinition, exitCodeOf, PATHS } from '../command.ts';

/** `fortnight report`. */
export const reportCommand: CommandDefinition = {
  name: 'report',
  summary: 'the whole story in one HTML file',
  description:
    'Writes what the page shows into one file that needs nothing else: no server, no network, no JavaScript. It can be mailed, kept, printed. The answer, what passes only through who is away, who could cover, what happened in real absences, the moves, the scorecard old beside new, knowledge and flow, with the evidence of each figure. The file stays under 5 MB; evidence that does not fit is left out, and the file says so.',
  examples: [
    { line: 'fortnight report --html fortnight.html', does: 'the lead away for a fortnight' },
    { line: 'fortnight report --html june.html --from 2026-06-01 --days 21', does: 'a planned absence' },
    { line: 'fortnight report --html shared.html --hide-names', does: 'without anybody’s name' },
  ],
  arguments: [PATHS],
  options: [
    {
      name: 'html',
      kind: 'text',
      value: 'FILE',
      doc: 'Where to write it; of what stands there only an earlier report is written over.',
    },
    PERSON,
    { name: 'from', kind: 'text', value: 'DATE', doc: 'First day away. Default: the end of the window.' },
    DAYS,
    TARGET,
    LOAD,
    {
      name: 'hide-names',
      kind: 'flag',
      doc: 'Put a number in the place of every name and address that is written whole; a first name alone in a subject stays.',
    },
  ],
  schema: writtenReportSchema,
  async run(context) {
    const { options, effects, request } = context;
    const { html } = options;
    if (typeof html !== 'string') {
      throw new FortnightError('usage', 'Where is the report to be written?', {
        hint: 'Give a file: fortnight report --html fortnight.html.',
        exitCode: EXIT.usage,
      });
    }
    return await withFacts(before(context), async (opened) => {
      const asked = {
        persons: personsIn(options),
        from: textIn(options, 'from'),
        days: numberIn(options, DAYS),
        target: numberIn(options, TARGET),
        load: numberIn(options, LOAD),
        assumptions: {},
        calibration: null,
      };
      const report = await htmlReport(opened, effects, asked, {
        everything: request.everything,
        hideNames: options['hide-names'] === true,
      });
      const data = await writeReport(report, opened, effects, html);
      return { data, page: pages.written(data), exitCode: exitCodeOf(opened.setting) };
    });
  },
};
