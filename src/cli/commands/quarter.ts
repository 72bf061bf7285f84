import { pages } from '../../app/pages.ts';
import { quarterSummary } from '../../app/practice/quarter.ts';
import { quarterText, writeQuarter } from '../../app/practice/quarter-file.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { quarterAnswerSchema } from '../../domain/quarter-summary.ts';
import { textIn } from '../absence-options.ts';
import type { CommandDefinition } from '../command.ts';

/** `fortnight quarter`. */
export const quarterCommand: CommandDefinition = {
  name: 'quarter',
  summary: 'a quarter told from evidence and journal, for a conversation with your manager',
  description:
    'Tells a quarter from evidence and records: the new scorecard, that quarter beside the one before, with intervals; the old one beside it; when you were away and what the team did meanwhile; what was decided and handed over; which of your claims held, which failed, and how often such claims hold; why you wrote code. It is yours: it goes to the screen, or with --output into a file outside of every repository. With --format markdown it is Markdown, and so is the file.',
  examples: [
    { line: 'fortnight quarter', does: 'this one, so far' },
    { line: 'fortnight quarter last', does: 'the one before' },
    { line: 'fortnight quarter 2026-Q3 --output ~/2026-q3.md', does: 'as Markdown, to edit and to keep' },
  ],
  arguments: [
    {
      name: 'quarter',
      doc: 'Such as 2026-Q3, or last. Default: the one today lies in.',
      isRequired: false,
      isVariadic: false,
    },
  ],
  options: [
    { name: 'output', kind: 'text', value: 'FILE', doc: 'Markdown file to write it into.' },
    { name: 'in-repository', kind: 'flag', doc: 'The file may lie in a repository, where others read it.' },
    { name: 'overwrite', kind: 'flag', doc: 'The file may be there already, and is written over.' },
  ],
  schema: quarterAnswerSchema,
  async run(context) {
    const { options, effects, request } = context;
    const output = textIn(options, 'output');
    const [inRepository, overwrite] = [options['in-repository'] === true, options.overwrite === true];
    if (output === null && (inRepository || overwrite)) {
      throw new FortnightError('usage', `--${inRepository ? 'in-repository' : 'overwrite'} goes with --output FILE.`, {
        hint: 'Say where it is to be written.',
        exitCode: EXIT.usage,
      });
    }
    const summary = await quarterSummary(context, context.arguments.quarter?.[0] ?? null);
    const file =
      output === null
        ? null
        : await writeQuarter(quarterText(summary, request.everything), effects, { output, inRepository, overwrite });
    const data = { summary, file };
    return { data, page: pages.quarter(data, request.everything), exitCode: EXIT.fine };
  },
};
