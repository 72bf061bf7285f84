import {
  abandonDecision,
  acceptDecision,
  extendDecision,
  proposeDecision,
  rejectDecision,
} from '../../app/practice/decide.ts';
import { supersedeDecision } from '../../app/practice/supersede-decision.ts';
import { decisionAnswerSchema } from '../../domain/decisions.ts';
import type { CommandDefinition } from '../command.ts';
import { BECAUSE, NAME, nameOf, outcome, text, texts } from '../decision-options.ts';

/** `fortnight decide propose`. */
const decideProposeCommand: CommandDefinition = {
  name: 'decide propose',
  summary: 'put a draft to decision, or one that was decided back on the table',
  description:
    'Sets a decision to proposed. A draft needs nothing else; one that was decided is proposed again with a reason, which is told in its text: --because, or what opened it again.',
  examples: [
    { line: 'fortnight decide propose 7 --owner ada --decide-by +2w', does: 'a draft, with its owner and its clock' },
    { line: 'fortnight decide propose 7 --because "The vendor is gone"', does: 'again' },
  ],
  arguments: [NAME],
  options: [
    BECAUSE,
    { name: 'owner', kind: 'text', value: 'NAME', doc: 'The one person who decides.' },
    { name: 'decide-by', kind: 'text', value: 'DAY', doc: 'The day by which it is decided: 2026-12-01, +2w.' },
  ],
  schema: decisionAnswerSchema,
  run: async (context) =>
    outcome(
      await proposeDecision(context, nameOf(context), {
        because: text(context.options, 'because'),
        owner: text(context.options, 'owner'),
        decideBy: text(context.options, 'decide-by'),
      }),
    ),
};

/** `fortnight decide accept`. */
const decideAcceptCommand: CommandDefinition = {
  name: 'decide accept',
  summary: 'decide for it; exactly one person owns a decision',
  description:
    'Sets a decision to accepted, today, in the dialect its file is written in. It has exactly one owner, or is not accepted. Who disagrees and commits all the same is written down with --dissent. One that is open again is accepted with a reason: what did not hold is then told in its text and asked no more.',
  examples: [
    {
      line: 'fortnight decide accept 7 --owner ada --outcome "A queue, because polling loses orders"',
      does: 'with what was decided',
    },
    {
      line: 'fortnight decide accept 7 --dissent "bo: polling would do" --revisit +6mo',
      does: 'disagree and commit; look again in half a year',
    },
  ],
  arguments: [NAME],
  options: [
    { name: 'owner', kind: 'text', value: 'NAME', doc: 'The one person who decides, where the file does not say.' },
    { name: 'outcome', kind: 'text', value: 'TEXT', doc: 'What is decided, and why: the section Decision Outcome.' },
    {
      name: 'dissent',
      kind: 'text',
      value: 'TEXT',
      isRepeatable: true,
      doc: 'Who disagrees, with what, and commits all the same. May be given more than once.',
    },
    { name: 'revisit', kind: 'text', value: 'DAY', doc: 'The day on which it is looked at again: 2026-12-01, +6mo.' },
    BECAUSE,
  ],
  schema: decisionAnswerSchema,
  run: async (context) =>
    outcome(
      await acceptDecision(context, nameOf(context), {
        owner: text(context.options, 'owner'),
        outcome: text(context.options, 'outcome'),
        dissent: texts(context.options, 'dissent'),
        revisit: text(context.options, 'revisit'),
        because: text(context.options, 'because'),
      }),
    ),
};

/** `fortnight decide reject`. */
const decideRejectCommand: CommandDefinition = {
  name: 'decide reject',
  summary: 'decide against it',
  description:
    'Sets a decision to rejected, today, in the dialect its file is written in; the reason is told in its text.',
  examples: [{ line: 'fortnight decide reject 7 --because "Nobody needs it this year"', does: 'with the reason' }],
  arguments: [NAME],
  options: [BECAUSE],
  schema: decisionAnswerSchema,
  run: async (context) => outcome(await rejectDecision(context, nameOf(context), text(context.options, 'because'))),
};

/** `fortnight decide abandon`. */
const decideAbandonCommand: CommandDefinition = {
  name: 'decide abandon',
  summary: 'stop deciding about it: nobody is for or against it any more',
  description:
    'Sets a proposal or a draft to abandoned, today. It is one of the three ways out when the day to decide by has come: decide, take more time with a reason, or abandon it.',
  examples: [{ line: 'fortnight decide abandon 7 --because "The project ended"', does: 'with the reason' }],
  arguments: [NAME],
  options: [BECAUSE],
  schema: decisionAnswerSchema,
  run: async (context) => outcome(await abandonDecision(context, nameOf(context), text(context.options, 'because'))),
};

/** `fortnight decide extend`. */
const decideExtendCommand: CommandDefinition = {
  name: 'decide extend',
  summary: 'take more time to decide, with a reason',
  description:
    'Sets another day by which it is decided, and writes down when and why: how often more time was taken is told with the decision.',
  examples: [
    { line: 'fortnight decide extend 7 --to +1w --because "The load test runs on Monday"', does: 'one more week' },
  ],
  arguments: [NAME],
  options: [{ name: 'to', kind: 'text', value: 'DAY', default: '+1w', doc: 'The new day: 2026-12-01, +1w.' }, BECAUSE],
  schema: decisionAnswerSchema,
  run: async (context) =>
    outcome(
      await extendDecision(
        context,
        nameOf(context),
        text(context.options, 'to') ?? '+1w',
        text(context.options, 'because') ?? '',
      ),
    ),
};

/** `fortnight decide supersede`. */
const decideSupersedeCommand: CommandDefinition = {
  name: 'decide supersede',
  summary: 'put another decision in its place; both files say so',
  description:
    'Marks a decision as superseded and links both ends, each in the dialect of its file: both are written or neither. The newer one is named with --by, or begun as a proposal with --title. Done again, it mends a link that one side alone tells.',
  examples: [
    { line: 'fortnight decide supersede 3 --by 7', does: '7 takes the place of 3' },
    { line: 'fortnight decide supersede 3 --title "No queue after all"', does: 'a new proposal does' },
  ],
  arguments: [NAME],
  options: [
    { name: 'by', kind: 'text', value: 'NAME', doc: 'The decision that takes its place.' },
    { name: 'title', kind: 'text', value: 'TEXT', doc: 'Title of a new decision that takes its place.' },
  ],
  schema: decisionAnswerSchema,
  run: async (context) =>
    outcome(
      await supersedeDecision(context, nameOf(context), {
        by: text(context.options, 'by'),
        title: text(context.options, 'title'),
      }),
    ),
};

/** What is decided, in the order in which it is listed. */
export const DECISION_DEEDS: readonly CommandDefinition[] = [
  decideProposeCommand,
  decideAcceptCommand,
  decideRejectCommand,
  decideAbandonCommand,
  decideExtendCommand,
  decideSupersedeCommand,
];
