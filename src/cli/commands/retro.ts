import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { makeRetro } from '../../app/retro.ts';
import { retroAnswerSchema } from '../../domain/retro.ts';
import { DAYS, numberIn, PERSON, personsIn, textIn } from '../absence-options.ts';
import { type CommandDefinition, exitCodeOf, PATHS } from '../command.ts';

/** `fortnight retro`. */
export const retroCommand: CommandDefinition = {
  name: 'retro',
  summary: 'look back after an absence: what waited, who stepped in, what to keep',
  description:
    'Says what happened around an absence: what landed while you were away and what waited for your return, who stepped in where only you had landed before, which areas went without you and may go on so, and what became of the plan. It says what happened, never why.',
  examples: [
    { line: 'fortnight retro', does: 'the last absence found in the history' },
    {
      line: 'fortnight retro --from 2026-12-01 --days 14 --plan handover.md',
      does: 'days of your own, and what is ticked in their plan',
    },
  ],
  arguments: [PATHS],
  options: [
    {
      name: 'from',
      kind: 'text',
      value: 'DATE',
      doc: 'First day of the absence. Default: the last one found in the history.',
    },
    { ...DAYS, doc: 'Its days, weekends included; goes with --from.' },
    PERSON,
    {
      name: 'plan',
      kind: 'text',
      value: 'FILE',
      doc: 'The plan written by fortnight handover: which of its items are ticked.',
    },
  ],
  schema: retroAnswerSchema,
  async run(context) {
    const { options, effects } = context;
    return await withFacts(context, async (opened) => {
      const data = await makeRetro(opened, effects, {
        from: textIn(options, 'from'),
        days: numberIn(options, DAYS),
        persons: personsIn(options),
        plan: textIn(options, 'plan'),
      });
      return { data, page: pages.retro(data, context.request.everything), exitCode: exitCodeOf(opened.setting) };
    });
  },
};
