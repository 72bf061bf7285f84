import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { delegationCalendarText, writeDelegationCalendar } from '../../app/practice/delegation-calendar.ts';
import {
  closeDelegation,
  delegationSuggestions,
  holdDelegationCheckIn,
  listDelegations,
  newDelegation,
  planDelegationCheckIns,
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
  type ArgumentDefinition,
  type CommandContext,
  type CommandDefinition,
  exitCodeOf,
  type OptionDefinition,
  type Outcome,
  PATHS,
} from '../command.ts';
import { fieldOptions, fieldsGiven } from '../field-options.ts';

const NAME: ArgumentDefinition = {
  name: 'name',
  doc: 'Its name, or as much of the beginning as no other has.',
  isRequired: true,
  isVariadic: false,
};
const nameIn = ({ arguments: { name } }: CommandContext): string => name?.[0] ?? '';

const EVERY: OptionDefinition = {
  name: 'every',
  kind: 'number',
  value: 'DAYS',
  min: 0,
  max: 366,
  isWhole: true,
  doc: 'Days from one check-in to the next; 0 for none.',
};
const OUTCOME: OptionDefinition = {
  name: 'outcome',
  kind: 'text',
  value: 'TEXT',
  doc: 'Specific: what exactly will be there when it is done.',
};
const BECAUSE: OptionDefinition = {
  name: 'because',
  kind: 'text',
  value: 'TEXT',
  doc: 'What there is to learn from it; kept in the file.',
};

const told = (data: DelegationAnswer, { request }: CommandContext): Outcome => ({
  data,
  page: pages.delegation(data, request.everything),
  exitCode: EXIT.fine,
});

const done = (data: DelegationAnswer): Outcome => ({ data, page: pages.delegationDone(data), exitCode: EXIT.fine });

/** `fortnight delegate new`. */
export const delegateNewCommand: CommandDefinition = {
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
export const delegateListCommand: CommandDefinition = {
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
export const delegateShowCommand: CommandDefinition = {
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

/** `fortnight delegate check-in`. */
export const delegateCheckInCommand: CommandDefinition = {
  name: 'delegate check-in',
  summary: 'a check-in took place; or agree on when the next ones are',
  description:
    'Notes that you talked. It counts for the day agreed on that lies nearest before, or up to three days after; a talk makes up for those that were missed before it. With --every it plans check-ins instead, from today until it is due.',
  examples: [
    { line: 'fortnight delegate check-in 20260228 --note "Waits for the schema"', does: 'today' },
    { line: 'fortnight delegate check-in 20260228 --on 2026-11-20', does: 'another day' },
    { line: 'fortnight delegate check-in 20260228 --every 14', does: 'from now on every two weeks' },
  ],
  arguments: [NAME],
  options: [
    { name: 'on', kind: 'text', value: 'DAY', doc: 'The day it took place, such as 2026-11-20. Default: today.' },
    { name: 'note', kind: 'text', value: 'TEXT', doc: 'What came of it, in one line.' },
    EVERY,
  ],
  schema: delegationAnswerSchema,
  async run(context) {
    const { options } = context;
    const { every } = options;
    const data =
      typeof every === 'number'
        ? await planDelegationCheckIns(context, nameIn(context), every)
        : await holdDelegationCheckIn(context, nameIn(context), {
            on: textIn(options, 'on'),
            note: textIn(options, 'note'),
          });
    return done(data);
  },
};

/** `fortnight delegate done`. */
export const delegateDoneCommand: CommandDefinition = {
  name: 'delegate done',
  summary: 'the outcome is there',
  description: 'Closes a delegation as done today.',
  examples: [{ line: 'fortnight delegate done 20260228', does: 'the one whose name begins so' }],
  arguments: [NAME],
  options: [BECAUSE],
  schema: delegationAnswerSchema,
  run: async (context) =>
    done(
      await closeDelegation(context, nameIn(context), {
        status: 'done',
        because: textIn(context.options, BECAUSE.name),
      }),
    ),
};

/** `fortnight delegate take-back`. */
export const delegateTakeBackCommand: CommandDefinition = {
  name: 'delegate take-back',
  summary: 'you take it back, and say so',
  description:
    'Closes a delegation as taken back today. Said openly, it is a decision; the change that nobody announced is what fortnight delegate list tells you of.',
  examples: [{ line: 'fortnight delegate take-back 20260228 --because "The deadline moved"', does: 'and why' }],
  arguments: [NAME],
  options: [BECAUSE],
  schema: delegationAnswerSchema,
  run: async (context) =>
    done(
      await closeDelegation(context, nameIn(context), {
        status: 'taken-back',
        because: textIn(context.options, BECAUSE.name),
      }),
    ),
};

/** `fortnight delegate suggest`. */
export const delegateSuggestCommand: CommandDefinition = {
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
export const delegateCalendarCommand: CommandDefinition = {
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
