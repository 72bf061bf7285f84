import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import {
  answerDecision,
  assumeInDecision,
  listDecisions,
  newDecision,
  showDecision,
} from '../../app/practice/decide.ts';
import { confirmDecision } from '../../app/practice/decide-confirm.ts';
import { decisionEvidence } from '../../app/practice/decide-evidence.ts';
import { DECISION_PROMPTS } from '../../app/practice/decision-prompts.ts';
import {
  decisionAnswerSchema,
  decisionConfirmSchema,
  decisionEvidenceSchema,
  decisionListSchema,
} from '../../domain/decisions.ts';
import { EXIT } from '../../domain/errors.ts';
import { decisionKind } from '../../domain/records/decision.ts';
import { type CommandDefinition, exitCodeOf, type OptionDefinition, type OptionValues } from '../command.ts';
import { NAME, nameOf, outcome, text, texts } from '../decision-options.ts';
import { fieldOptions, fieldsGiven } from '../field-options.ts';
import { GLOBAL_OPTIONS } from '../options.ts';
import { DECISION_DEEDS } from './decide-deeds.ts';

/** Questions, each answered by an option of its name. */
const QUESTIONS: readonly OptionDefinition[] = DECISION_PROMPTS.filter(
  ({ option }) => !GLOBAL_OPTIONS.some(({ name }) => name === option),
).map(({ option, question }) => ({ name: option, kind: 'text', value: 'TEXT', doc: question }));

const answersOf = (options: OptionValues): Readonly<Record<string, string>> =>
  Object.fromEntries(
    QUESTIONS.flatMap(({ name }) => (typeof options[name] === 'string' ? [[name, options[name]]] : [])),
  );
/** `fortnight decide list`. */
const decideListCommand: CommandDefinition = {
  name: 'decide list',
  summary: 'decisions in the open: what is to be decided, by whom, by when, and what is open again',
  description:
    'The decision records of this repository, as they are: MADR 2 to 4, Nygard and adr-tools, log4brains, in lists, tables or front matter. What is overdue stands first: its owner decides, takes more time with a reason, or abandons it. A decision in force is open again when an assumption or a confirmation of it did not hold, or its day to be looked at has come.',
  examples: [
    { line: 'fortnight decide', does: 'what is to be decided, and what is open again' },
    { line: 'fortnight decide list --all', does: 'the whole log' },
  ],
  arguments: [],
  options: [{ name: 'all', kind: 'flag', doc: 'Those that rest too.' }],
  isDefault: true,
  schema: decisionListSchema,
  async run(context) {
    const data = await listDecisions(context, { all: context.options.all === true });
    return { data, page: pages.decisionList(data), exitCode: EXIT.fine };
  },
};

const FIELDS = fieldOptions(decisionKind)
  .map(({ option }) => option)
  .filter(({ name }) => !['status', 'superseded-by', 'supersedes', 'date'].includes(name));

/** `fortnight decide new`. */
const decideNewCommand: CommandDefinition = {
  name: 'decide new',
  summary: 'begin a decision: a title, its one owner, and by when it is decided',
  description:
    'Writes a decision record in MADR 4 where this repository keeps them, named by the day and a slug, or numbered as the others there are, with a number that is taken on no branch. A title will do; questions that help to think (is it the cause or a symptom, should it exist, what is it worth to whom, what is the context) can be answered now, later with fortnight decide context, or never.',
  examples: [
    { line: 'fortnight decide new "Use a queue" --owner ada --decide-by +2w', does: 'a proposal with a clock' },
    {
      line: 'fortnight decide new "Use a queue" --option "A queue" --option "Polling" --assume "Below 100 a second :: the monthly peak"',
      does: 'with options, and an assumption with its test',
    },
  ],
  arguments: [{ name: 'title', doc: 'What is to be decided, in a few words.', isRequired: true, isVariadic: false }],
  options: [
    ...FIELDS,
    { name: 'draft', kind: 'flag', doc: 'It is still being written.' },
    {
      name: 'option',
      kind: 'text',
      value: 'TEXT',
      isRepeatable: true,
      doc: 'Something that would do. May be given more than once.',
    },
    {
      name: 'assume',
      kind: 'text',
      value: 'WHAT::TEST',
      isRepeatable: true,
      doc: 'What it takes to be true, and what would show that it is not. May be given more than once.',
    },
    { name: 'problem', kind: 'text', value: 'TEXT', doc: 'What the problem is.' },
    ...QUESTIONS,
  ],
  schema: decisionAnswerSchema,
  async run(context) {
    const { options } = context;
    const problem = text(options, 'problem');
    const fields = Object.fromEntries(
      Object.entries(fieldsGiven(decisionKind, options)).filter(([key]) => FIELDS.some(({ name }) => name === key)),
    );
    return outcome(
      await newDecision(context, {
        title: context.arguments.title?.[0] ?? '',
        fields,
        sections: problem === undefined ? {} : { 'Context and Problem Statement': problem },
        answers: answersOf(options),
        assumptions: texts(options, 'assume'),
        options: texts(options, 'option'),
        isDraft: options.draft === true,
      }),
    );
  },
};

/** `fortnight decide show`. */
const decideShowCommand: CommandDefinition = {
  name: 'decide show',
  summary: 'one decision: its clock, what is asked, its text, and its history in git',
  description:
    'Shows one decision: where it stands, why it is open again if it is, what its file says, which questions it leaves open, and every version of it in git with the state it was in.',
  examples: [{ line: 'fortnight decide show 7', does: 'number 7' }],
  arguments: [NAME],
  options: [],
  schema: decisionAnswerSchema,
  run: async (context) => outcome(await showDecision(context, nameOf(context))),
};

/** `fortnight decide assume`. */
const decideAssumeCommand: CommandDefinition = {
  name: 'decide assume',
  summary: 'what a decision takes to be true, each with a test; one that fails opens it again',
  description:
    'Adds an assumption with what would show that it is not true, or says what a test showed. One that did not hold opens a decision in force again.',
  examples: [
    {
      line: 'fortnight decide assume 7 --add "Below 100 a second :: the monthly peak says more"',
      does: 'an assumption and its test',
    },
    { line: 'fortnight decide assume 7 --number 1 --held no', does: 'it did not hold: the decision is open again' },
  ],
  arguments: [NAME],
  options: [
    {
      name: 'add',
      kind: 'text',
      value: 'WHAT::TEST',
      doc: 'What is taken to be true, and what would show that it is not.',
    },
    {
      name: 'number',
      kind: 'number',
      value: 'N',
      min: 1,
      max: 100,
      isWhole: true,
      doc: 'Which assumption was looked at, from 1; not needed where there is one.',
    },
    { name: 'held', kind: 'choice', value: 'ANSWER', choices: ['yes', 'no'], doc: 'What its test showed.' },
  ],
  schema: decisionAnswerSchema,
  run: async (context) =>
    outcome(
      await assumeInDecision(context, nameOf(context), {
        add: text(context.options, 'add'),
        number: typeof context.options.number === 'number' ? context.options.number : undefined,
        held: heldOf(context.options),
      }),
    ),
};

const heldOf = ({ held }: OptionValues): 'yes' | 'no' | undefined =>
  held === 'yes' || held === 'no' ? held : undefined;

/** `fortnight decide context`. */
const decideContextCommand: CommandDefinition = {
  name: 'decide context',
  summary: 'questions that break a deadlock, say no, weigh the value and hand on the context',
  description:
    'Answers questions in the text of a decision: is it the cause or a symptom, what might be false; should it exist, would something simpler do, what breaks in six months; what is it worth to users, stakeholders and the organisation; constraints, trade-offs, failure modes, history and who knows what. Each is one line in its section, and none has to be answered. Without an option it shows the decision and what is left.',
  examples: [
    { line: 'fortnight decide context 7', does: 'what nobody answered yet' },
    { line: 'fortnight decide context 7 --simpler "A cron job would do for a year"', does: 'answers one of them' },
  ],
  arguments: [NAME],
  options: QUESTIONS,
  schema: decisionAnswerSchema,
  run: async (context) => outcome(await answerDecision(context, nameOf(context), answersOf(context.options))),
};

/** `fortnight decide confirm`. */
const decideConfirmCommand: CommandDefinition = {
  name: 'decide confirm',
  summary: 'whether a decision works: a measure with a bound, or what somebody saw',
  description:
    'Shows what is to confirm a decision. A measure with a bound (`autonomy >= 0.6`) is asked, and holds when its whole interval does. A command (`run: npm test`) stands in a repository of anybody: it is shown and never run, you run it and say what came of it. With --held what you saw is written down; one that did not hold opens the decision again.',
  examples: [
    { line: 'fortnight decide confirm 7', does: 'what the measure says' },
    {
      line: 'fortnight decide confirm 7 --held no --saw "Orders were lost on Friday"',
      does: 'write down that it does not work',
    },
  ],
  arguments: [NAME],
  options: [
    { name: 'held', kind: 'choice', value: 'ANSWER', choices: ['yes', 'no'], doc: 'What you saw.' },
    { name: 'saw', kind: 'text', value: 'TEXT', doc: 'In a few words.' },
  ],
  schema: decisionConfirmSchema,
  async run(context) {
    const data = await confirmDecision(context, nameOf(context), {
      held: heldOf(context.options),
      saw: text(context.options, 'saw'),
    });
    return { data, page: pages.decisionConfirm(data), exitCode: EXIT.fine };
  },
};

/** `fortnight decide evidence`. */
const decideEvidenceCommand: CommandDefinition = {
  name: 'decide evidence',
  summary: 'how long decisions took, and which busy areas none of them names',
  description:
    'The median time from proposal to decision, from the history of the files in git, with its interval and count; and the areas with many changes in the window that no decision in force names, in `affects` or by a path in its text. A decision that was written down after it was made shows no time. It is about the log, never about who decided.',
  examples: [{ line: 'fortnight decide evidence --since 1y', does: 'of a year' }],
  arguments: [],
  options: [],
  schema: decisionEvidenceSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const data = await decisionEvidence(context, opened);
      return { data, page: pages.decisionEvidence(data), exitCode: exitCodeOf(opened.setting) };
    }),
};

/** All of `fortnight decide`, in the order in which they are listed. */
export const DECIDE_COMMANDS: readonly CommandDefinition[] = [
  decideListCommand,
  decideNewCommand,
  decideShowCommand,
  ...DECISION_DEEDS,
  decideAssumeCommand,
  decideConfirmCommand,
  decideContextCommand,
  decideEvidenceCommand,
];
