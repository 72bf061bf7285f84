import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { delegationCalendarText, writeDelegationCalendar } from '../../app/practice/delegation-calendar.ts';
import {
  delegationSuggestions,
  listDelegations,
  newDelegation,
  showDelegation,
} from '../../app/practice/delegations.ts';
import {
  type DelegationAnswer,
  delegationAnswerSchema,
  delegationCalendarSchema,
  delegationListSchema,
  delegationSuggestionsSchema,
} from '../../domain/delegations.ts';
import { EXIT } from '../../domain/errors.ts';
import { delegationKind } from '../../domain/records/delegation.ts';
import { numberIn, textIn } from '../absence-options.ts';
import {
  type CommandContext,
  type CommandDefinition,
  exitCodeOf,
  type OptionDefinition,
  type Outcome,
  PATHS,
} from '../command.ts';
import { EVERY, NAME, nameIn } from '../delegate-options.ts';
import { fieldOptions, fieldsGiven } from '../field-options.ts';
import { delegateCheckInCommand, delegateDoneCommand, delegateTakeBackCommand } from './delegate-acts.ts';

const OUTCOME: OptionDefinition = {
  name: 'outcome',
  kind: 'text',
  value: 'TEXT',
  doc: 'Specific: what exactly will be there when it is done.',
};
const told = (data: DelegationAnswer, { request }: CommandContext): Outcome => ({
  data,
  page: pages.delegation(data, request.everything),
  exitCode: EXIT.fine,
});

/** `fortnight delegate new`. */
const delegateNewCommand: CommandDefinition = {
  name: 'delegate new',
  summary: 'give something away: to one person, by a day, with check-ins',
  description:
    'Writes a contract about work you give away, into your private folder. Who and by when is enough to begin with; what else makes it clear (SMART-T: specific, measurable, actionable, relevant, time-bound, trackable) is asked for afterwards and never required. With --paths, what lands there is its progress, and what you write there yourself is told to you as taking it back. Levels, from the least given away: tell (you decide, and say so), sell (you decide, and win them over), consult (you ask first, and decide), agree (you decide together), advise (they decide; you say what you think before), inquire (they decide, and tell you), delegate (they decide).',
  examples: [
    { line: 'fortnight delegate new "Own the parser" --to Bo --due +4w', does: 'with a check-in each week' },
    {
      line: 'fortnight delegate new "Own the parser" --to Bo --due +4w --level advise --paths src/parser --every 14',
      does: 'who decides, where it is, and a check-in every two weeks',
    },
  ],
  arguments: [{ name: 'title', doc: 'What it is, in a few words.', isRequired: true, isVariadic: false }],
  options: [...fieldOptions(delegationKind).map(({ option }) => option), { ...EVERY, default: 7 }, OUTCOME],
  schema: delegationAnswerSchema,
  async run(context) {
    const { options } = context;
    const outcome = textIn(options, OUTCOME.name);
    const data = await newDelegation(context, {
      title: context.arguments.title?.[0] ?? '',
      fields: fieldsGiven(delegationKind, options),
      sections: outcome === null ? {} : { Outcome: outcome },
      every: numberIn(options, { ...EVERY, default: 7 }),
    });
    return told(data, context);
  },
};

/** `fortnight delegate list`. */
const delegateListCommand: CommandDefinition = {
  name: 'delegate list',
  summary: 'what you gave away: check-ins you missed, what you took back, what is due',
  description: `${delegationKind.meaning} In a repository it looks at the history: what the person it was given to landed of it, as changes to look at and never as a figure, and what you wrote there yourself since. Landing or approving there is not taking back, and neither is what you wrote together.`,
  examples: [
    { line: 'fortnight delegate', does: 'what is open, with what you owe first' },
    { line: 'fortnight delegate list --all --evidence', does: 'with what ended, and every change' },
    { line: 'fortnight delegate suggest', does: 'what could be given away, and to whom' },
  ],
  arguments: [PATHS],
  options: [{ name: 'all', kind: 'flag', doc: 'Those that ended too.' }],
  isDefault: true,
  schema: delegationListSchema,
  async run(context) {
    const data = await listDelegations(context, { all: context.options.all === true });
    return { data, page: pages.delegations(data, context.request.everything), exitCode: EXIT.fine };
  },
};

/** `fortnight delegate show`. */
const delegateShowCommand: CommandDefinition = {
  name: 'delegate show',
  summary: 'one delegation: the contract, what landed of it, what is not said yet',
  description:
    'Shows one contract whole: what it says and what of it is not said yet, its check-ins, what the person it was given to landed of it, and what you wrote there yourself since.',
  examples: [{ line: 'fortnight delegate show 20260228', does: 'the one whose name begins so' }],
  arguments: [NAME],
  options: [],
  schema: delegationAnswerSchema,
  run: async (context) => told(await showDelegation(context, nameIn(context)), context),
};

/** `fortnight delegate suggest`. */
const delegateSuggestCommand: CommandDefinition = {
  name: 'delegate suggest',
  summary: 'what you could hand over, and who has worked there',
  description:
    'Areas that you alone know, whose routine changes pass through you, or in which you write changes that others could own; and who has worked there or would learn it: names in alphabetical order, without a figure or a rank. It rests on the measures known-to-one, routine-approvals, hands-on and cover, and suggests nothing where they have not enough evidence. Who is willing is for you to ask.',
  examples: [
    { line: 'fortnight delegate suggest', does: 'each with a command to begin with' },
    { line: 'fortnight delegate suggest --json', does: 'with a command for each name' },
  ],
  arguments: [PATHS],
  options: [],
  schema: delegationSuggestionsSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const data = await delegationSuggestions(context, opened);
      return {
        data,
        page: pages.delegationSuggestions(data, context.request.everything),
        exitCode: exitCodeOf(opened.setting),
      };
    }),
};

/** `fortnight delegate calendar`. */
const delegateCalendarCommand: CommandDefinition = {
  name: 'delegate calendar',
  summary: 'check-ins and due days for your calendar (.ics)',
  description:
    'Writes the check-ins and due days of what is open as a calendar (iCalendar) that every calendar reads. Written again over the same file, what changed is marked as changed and what is gone as called off, so that importing it again brings a calendar up to date. Who was given what is private: it is not written into a repository.',
  examples: [
    { line: 'fortnight delegate calendar > delegations.ics', does: 'a fresh one' },
    { line: 'fortnight delegate calendar --output ~/delegations.ics', does: 'or brought up to date' },
  ],
  arguments: [],
  options: [{ name: 'output', kind: 'text', value: 'FILE', doc: 'File to write, or to bring up to date.' }],
  schema: delegationCalendarSchema,
  async run(context) {
    const output = textIn(context.options, 'output');
    if (output === null) return { text: await delegationCalendarText(context) };
    const data = await writeDelegationCalendar(context, output);
    return { data, page: pages.delegationCalendar(data), exitCode: EXIT.fine };
  },
};

/** `fortnight delegate …`, in the order in which they are listed. */
export const DELEGATE_COMMANDS: readonly CommandDefinition[] = [
  delegateListCommand,
  delegateNewCommand,
  delegateShowCommand,
  delegateCheckInCommand,
  delegateDoneCommand,
  delegateTakeBackCommand,
  delegateSuggestCommand,
  delegateCalendarCommand,
];
