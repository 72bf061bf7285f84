import { logJournal } from '../../app/practice/log-journal.ts';
import { loggedPage } from '../../app/practice/logged-page.ts';
import { recordData } from '../../app/practice/record-data.ts';
import { EXIT } from '../../domain/errors.ts';
import { JOURNAL_KINDS } from '../../domain/records/journal.ts';
import { recordAnswerSchema } from '../../domain/records/record-answer.ts';
import type { CommandDefinition } from '../command.ts';

/**
 * `fortnight log`. It is typed in passing, so it is loaded without the other commands (`start.ts`): nothing may be imported here
 * that knows facts or measures.
 */
export const logCommand: CommandDefinition = {
  name: 'log',
  summary: 'write something into your journal, in a second',
  description:
    'Writes a new entry of your journal of invisible impact: a conversation that reframed, a question that saved weeks, context that prevented a mistake, a conflict defused, a direction corrected. A claim says what came, or will come, of it; on its day (30 days later unless you say another) Fortnight asks whether it held. It looks at no history, and writes into your private folder alone. fortnight journal lists the entries.',
  examples: [
    { line: 'fortnight log "Asked what breaks if we wait"', does: 'in one line' },
    {
      line: 'fortnight log "Told ops about the renewal" --claim "no outage in March" --sure 70',
      does: 'with a claim that can turn out wrong',
    },
    {
      line: 'fortnight log "Paired on the parser" --kind unblocked --for bo --check-on +6w --claim "bo lands alone"',
      does: 'everything',
    },
  ],
  arguments: [
    { name: 'text', doc: 'What you did, in a few words; quotes may be left out.', isRequired: true, isVariadic: true },
  ],
  options: [
    { name: 'claim', kind: 'text', value: 'TEXT', doc: 'What you say came, or will come, of it.' },
    {
      name: 'sure',
      kind: 'number',
      value: 'N',
      min: 1,
      max: 99,
      isWhole: true,
      doc: 'How sure you are of the claim, in hundredths.',
    },
    {
      name: 'check-on',
      kind: 'text',
      value: 'DAY',
      doc: 'When to look whether the claim held: 2026-12-01, or +6w. Default: +30d.',
    },
    { name: 'kind', kind: 'choice', value: 'WORD', choices: JOURNAL_KINDS, doc: 'What kind of impact.' },
    { name: 'for', kind: 'text', value: 'WHO', doc: 'Who benefited: a person, a team, a project.' },
    {
      name: 'link',
      kind: 'text',
      value: 'ID',
      isRepeatable: true,
      doc: 'A change, decision or address that shows it.',
    },
  ],
  schema: recordAnswerSchema,
  async run(context) {
    const { options } = context;
    const text = (name: string) => {
      const value = options[name];
      return typeof value === 'string' ? value : undefined;
    };
    const given = {
      claim: text('claim'),
      sure: typeof options.sure === 'number' ? options.sure : undefined,
      checkOn: text('check-on'),
      kind: text('kind'),
      beneficiary: text('for'),
      links: options.link as readonly string[] | undefined,
    };
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const entry = await logJournal(context, { title: (context.arguments.text ?? []).join(' '), ...said });
    const record = recordData(entry);
    return { data: { deed: 'written', record, history: [] }, page: loggedPage(record), exitCode: EXIT.fine };
  },
};
