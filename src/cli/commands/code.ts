import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { answerAsked, answerCoding, codingLog } from '../../app/practice/coding.ts';
import { recordData } from '../../app/practice/record-data.ts';
import { CODING_PERIODS, codingLogSchema } from '../../domain/coding-log.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { CODING_REASONS, type CodingReason, codingKind } from '../../domain/records/coding.ts';
import { recordAnswerSchema } from '../../domain/records/record-answer.ts';
import { askCoding } from '../ask-coding.ts';
import { type CommandContext, type CommandDefinition, exitCodeOf, PATHS } from '../command.ts';

/** `fortnight code`. */
export const codeCommand: CommandDefinition = {
  name: 'code',
  summary: codingKind.summary,
  description:
    'Of the product changes you landed in areas others could own, it asks why you wrote the newest, one key each: s strategic (only you can solve a high-leverage problem), l leverage (you pair, teach, or take a risk off others), h hiding (from a hard conversation or an ambiguous strategy), i self-indulgence (merged changes feel good). Enter skips, q ends; without a terminal, or with --no-ask, it only shows. Older changes are never asked about, so nothing piles up. Below: what you answered over time, and how much of your visible work is hands-on, beside its target. The log is private.',
  examples: [
    { line: 'fortnight code', does: 'answer for the newest changes, then see the log' },
    { line: 'fortnight code --no-ask --by month', does: 'only look, month by month' },
    { line: 'fortnight code --target 0.2', does: 'beside another target' },
    { line: 'fortnight code answer 1a2b3c4d5e --why leverage', does: 'without being asked' },
  ],
  arguments: [PATHS],
  options: [
    {
      name: 'by',
      kind: 'choice',
      value: 'PERIOD',
      choices: CODING_PERIODS,
      default: 'quarter',
      doc: 'What the answers are told by.',
    },
    {
      name: 'target',
      kind: 'number',
      value: 'N',
      min: 0,
      max: 1,
      doc: 'At most this share of your visible work is meant to be hands-on. Default: as fortnight.yml says (targets: hands-on), else 0.3.',
    },
    { name: 'no-ask', kind: 'flag', doc: 'Ask nothing.' },
  ],
  schema: codingLogSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const { by, target } = context.options;
      const request = {
        by: by === 'month' ? ('month' as const) : ('quarter' as const),
        target: typeof target === 'number' ? target : null,
      };
      const before = await codingLog(opened, context, request);
      if (!mayAsk(context) || before.asked.length === 0) {
        return { data: before, page: pages.codingLog(before), exitCode: exitCodeOf(opened.setting) };
      }
      await askCoding(context.effects, before.asked, async (change, why) => {
        await answerAsked(context, change, { why });
      });
      const data = await codingLog(opened, context, request);
      return { data, page: pages.codingLog(data), exitCode: exitCodeOf(opened.setting) };
    }),
};

/** Somebody sits there, and did not ask for an answer in a form for programs. */
function mayAsk({ effects, options }: CommandContext): boolean {
  const isForPrograms = options.json === true || (options.format !== undefined && options.format !== 'terminal');
  return effects.readKey !== undefined && effects.stderr.isTerminal && !isForPrograms && options['no-ask'] !== true;
}

/** `fortnight code answer`. */
export const codeAnswerCommand: CommandDefinition = {
  name: 'code answer',
  summary: 'why you wrote one change',
  description:
    'Writes down why you wrote one product change of yours. What else the record says comes from the evidence: when it landed, what areas it touched, whether others could have owned it. A second answer for the same change takes the place of the first.',
  examples: [
    { line: 'fortnight code answer 1a2b3c4d5e --why strategic', does: 'by the id of any of its commits' },
    { line: 'fortnight code answer 1a2b3c4d5e --why hiding --instead "the talk with ops"', does: 'and what waited' },
  ],
  arguments: [
    { name: 'change', doc: 'Id of one of its commits, or its first digits.', isRequired: true, isVariadic: false },
    PATHS,
  ],
  options: [
    { name: 'why', kind: 'choice', value: 'REASON', choices: CODING_REASONS, doc: 'Why you wrote it.' },
    { name: 'instead', kind: 'text', value: 'TEXT', doc: 'Who or what did not grow because of it.' },
  ],
  schema: recordAnswerSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const { instead } = context.options;
      const entry = await answerCoding(opened, context, {
        change: context.arguments.change?.[0] ?? '',
        why: whyIn(context),
        ...(typeof instead === 'string' ? { instead } : {}),
      });
      const data = { deed: 'written' as const, record: recordData(entry), history: [] };
      return { data, page: pages.record(codingKind, data), exitCode: exitCodeOf(opened.setting) };
    }),
};

function whyIn({ options }: CommandContext): CodingReason {
  const why = CODING_REASONS.find((reason) => reason === options.why);
  if (why !== undefined) return why;
  throw new FortnightError('usage', 'Why did you write it?', {
    hint: `Give one of ${CODING_REASONS.join(', ')}: --why ${CODING_REASONS[0]}.`,
    exitCode: EXIT.usage,
  });
}
