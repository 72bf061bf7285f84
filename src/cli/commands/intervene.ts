import { pages } from '../../app/pages.ts';
import {
  listInterventions,
  newIntervention,
  settleIntervention,
  showIntervention,
} from '../../app/practice/interventions.ts';
import { EXIT } from '../../domain/errors.ts';
import {
  type InterventionAnswer,
  interventionAnswerSchema,
  interventionListSchema,
} from '../../domain/interventions.ts';
import { interventionKind } from '../../domain/records/intervention.ts';
import { textIn } from '../absence-options.ts';
import {
  type ArgumentDefinition,
  type CommandDefinition,
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

const told = (data: InterventionAnswer): Outcome => ({ data, page: pages.intervention(data), exitCode: EXIT.fine });

/** `fortnight intervene new`. */
const interveneNewCommand: CommandDefinition = {
  name: 'intervene new',
  summary: 'something looks wrong: what kind of wrong, and did you step in',
  description:
    'Writes down a moment in which something looked wrong to you, and whether you stepped in. Survivable: tests find it, a refactoring mends it, it teaches; stay quiet. Destructive: a security hole, corrupted data, a design that locks you in; step in. With --about, paths and commits that touch authentication, permissions, cryptography, secrets, migrations, schemas, public interfaces, protocols, money or what ships the product are taken to be destructive unless you say otherwise, and you are told why. In two weeks, or on --check-on, you are asked what came of it.',
  examples: [
    {
      line: 'fortnight intervene new "Cache without a bound" --wrong survivable --did held-back',
      does: 'the tests will find it',
    },
    {
      line: 'fortnight intervene new "Token in the log" --did said --about src/auth/session.ts',
      does: 'destructive, because of where it is',
    },
  ],
  arguments: [{ name: 'title', doc: 'What looked wrong, in a few words.', isRequired: true, isVariadic: false }],
  options: [
    ...fieldOptions(interventionKind).map(({ option }) => option),
    {
      name: 'text',
      kind: 'text',
      value: 'TEXT',
      doc: 'What happened, and what you did or left.',
    } satisfies OptionDefinition,
  ],
  schema: interventionAnswerSchema,
  async run(context) {
    const text = textIn(context.options, 'text');
    return told(
      await newIntervention(context, {
        title: context.arguments.title?.[0] ?? '',
        fields: fieldsGiven(interventionKind, context.options),
        sections: text === null ? {} : { 'What happened': text },
      }),
    );
  },
};

/** `fortnight intervene list`. */
const interveneListCommand: CommandDefinition = {
  name: 'intervene list',
  summary: 'what looked wrong, what came of it, and how holding back went',
  description: `${interventionKind.meaning} This lists them, and says how holding back went: how often it was harmless or taught something, and how often it came at a cost or did damage.`,
  examples: [
    { line: 'fortnight intervene', does: 'all of them, what is due first' },
    { line: 'fortnight intervene list --json', does: 'for a program' },
  ],
  arguments: [PATHS],
  options: [],
  isDefault: true,
  schema: interventionListSchema,
  async run(context) {
    const data = await listInterventions(context);
    return { data, page: pages.interventions(data), exitCode: EXIT.fine };
  },
};

/** `fortnight intervene show`. */
const interveneShowCommand: CommandDefinition = {
  name: 'intervene show',
  summary: 'one intervention',
  description: 'Shows one intervention: what looked wrong, what you did, and what came of it.',
  examples: [{ line: 'fortnight intervene show 20260228', does: 'the one whose name begins so' }],
  arguments: [NAME],
  options: [],
  schema: interventionAnswerSchema,
  run: async (context) => told(await showIntervention(context, context.arguments.name?.[0] ?? '')),
};

const OUTCOMES = ['harmless', 'taught', 'cost', 'damage', 'unknowable'] as const;

/** `fortnight intervene settle`. */
const interveneSettleCommand: CommandDefinition = {
  name: 'intervene settle',
  summary: 'say what came of it',
  description:
    'Says what came of an intervention, and that you looked today. Harmless: nothing. Taught: somebody learnt from it. Cost: it had to be mended. Damage: it could not be mended, or hurt somebody. Unknowable is an answer too.',
  examples: [{ line: 'fortnight intervene settle 20260228 --outcome taught', does: 'the one whose name begins so' }],
  arguments: [NAME],
  options: [{ name: 'outcome', kind: 'choice', value: 'WORD', choices: OUTCOMES, doc: 'What came of it.' }],
  schema: interventionAnswerSchema,
  run: async (context) =>
    told(await settleIntervention(context, context.arguments.name?.[0] ?? '', textIn(context.options, 'outcome'))),
};

/** `fortnight intervene …`, in the order in which they are listed. */
export const INTERVENE_COMMANDS: readonly CommandDefinition[] = [
  interveneListCommand,
  interveneNewCommand,
  interveneShowCommand,
  interveneSettleCommand,
];
