import { handoverText, makeHandover, writeHandover } from '../../app/handover.ts';
import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { handoverAnswerSchema } from '../../domain/handover.ts';
import { DAYS, numberIn, PERSON, personsIn } from '../absence-options.ts';
import { before, type CommandDefinition, exitCodeOf, type OptionValues, PATHS } from '../command.ts';

/** `fortnight handover`. */
export const handoverCommand: CommandDefinition = {
  name: 'handover',
  summary: 'what to hand over before an absence, as a list to tick',
  description:
    'Plans an absence: what has had nobody but you (landing, open branches, releases, decisions, areas), who could stand in and what they would have to read, and what to leave alone. With --output it becomes a Markdown checklist with a calendar (.ics) beside it. Run it again whenever you like: what nobody touched is brought up to date, and what you ticked, reworded, added or took out stays as you left it.',
  examples: [
    { line: 'fortnight handover --from 2026-12-01', does: 'two weeks, on the screen' },
    {
      line: 'fortnight handover --from 2026-12-01 --days 21 --output handover.md',
      does: 'as a list to tick, and handover.ics',
    },
  ],
  arguments: [PATHS],
  options: [
    { name: 'from', kind: 'text', value: 'DATE', doc: 'First day away, such as 2026-12-01.' },
    DAYS,
    PERSON,
    {
      name: 'output',
      kind: 'text',
      value: 'FILE',
      doc: 'Markdown file to write the plan into; an earlier plan in it is brought up to date.',
    },
    {
      name: 'calendar',
      kind: 'text',
      value: 'FILE',
      doc: 'Where to write the days as a calendar. Default: beside --output, with .ics in place of .md.',
    },
    { name: 'no-calendar', kind: 'flag', doc: 'Write no calendar.' },
    { name: 'restore', kind: 'flag', doc: 'Bring back the lines you took out of the file.' },
  ],
  schema: handoverAnswerSchema,
  async run(context) {
    const { options, effects } = context;
    const { from, output } = options;
    if (typeof from !== 'string') {
      throw new FortnightError('usage', 'When does the absence begin?', {
        hint: 'Give its first day: fortnight handover --from 2026-12-01.',
        exitCode: EXIT.usage,
      });
    }
    const calendar = calendarOf(options);
    return await withFacts(before(context), async (opened) => {
      const plan = await makeHandover(opened, effects, {
        from,
        days: numberIn(options, DAYS),
        persons: personsIn(options),
      });
      if (typeof output !== 'string' && options.format === 'markdown') return { text: handoverText(plan) };
      const written =
        typeof output === 'string'
          ? await writeHandover(plan, opened, effects, { output, calendar, restore: options.restore === true })
          : null;
      const data = { plan, written };
      return { data, page: pages.handover(data, context.request.everything), exitCode: exitCodeOf(opened.setting) };
    });
  },
};

/** Beside the file, unless told otherwise. */
function calendarOf({ output, calendar, 'no-calendar': none, restore }: OptionValues): string | null {
  if (typeof output !== 'string') {
    const lonely = typeof calendar === 'string' ? '--calendar' : restore === true ? '--restore' : null;
    if (lonely === null) return null;
    throw new FortnightError('usage', `${lonely} goes with --output FILE.`, {
      hint: 'Say where the plan is to be written.',
      exitCode: EXIT.usage,
    });
  }
  if (none === true) return null;
  return typeof calendar === 'string' ? calendar : `${output.replace(/\.(md|markdown)$/i, '')}.ics`;
}
