import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { journalCalibration, resolveClaim } from '../../app/practice/journal.ts';
import { journalCandidates } from '../../app/practice/journal-candidates.ts';
import { recordData } from '../../app/practice/record-data.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { journalCalibrationSchema } from '../../domain/journal-calibration.ts';
import { journalCandidatesSchema } from '../../domain/journal-candidates.ts';
import { CLAIM_OUTCOMES, journalKind } from '../../domain/records/journal.ts';
import { recordAnswerSchema } from '../../domain/records/record-answer.ts';
import { type CommandDefinition, exitCodeOf, PATHS } from '../command.ts';

/** `fortnight journal resolve`. */
export const journalResolveCommand: CommandDefinition = {
  name: 'journal resolve',
  summary: 'say what became of a claim: held, failed or unknowable',
  description:
    'Says what became of a claim of the journal, and that you looked today. Unknowable is an answer too: such claims are left out of the calibration, and counted. When somebody saved the entry meanwhile, nothing is written and it says so.',
  examples: [
    { line: 'fortnight journal resolve 20260228 held', does: 'the one whose name begins so' },
    { line: 'fortnight journal resolve 20260228-asked-what-breaks unknowable', does: 'nobody can tell' },
  ],
  arguments: [
    {
      name: 'name',
      doc: 'Its name, or as much of the beginning as no other has.',
      isRequired: true,
      isVariadic: false,
    },
    {
      name: 'outcome',
      doc: `One of ${CLAIM_OUTCOMES.join(', ')}.`,
      isRequired: true,
      isVariadic: false,
      choices: CLAIM_OUTCOMES,
    },
  ],
  options: [],
  schema: recordAnswerSchema,
  async run(context) {
    const given = context.arguments.outcome?.[0] ?? '';
    const outcome = CLAIM_OUTCOMES.find((word) => word === given);
    if (outcome === undefined) {
      throw new FortnightError('usage', `A claim cannot be ${given}.`, {
        hint: `It is one of ${CLAIM_OUTCOMES.join(', ')}.`,
        exitCode: EXIT.usage,
      });
    }
    const entry = await resolveClaim(context, context.arguments.name?.[0] ?? '', outcome);
    const data = { deed: 'changed' as const, record: recordData(entry), history: [] };
    return { data, page: pages.record(journalKind, data), exitCode: EXIT.fine };
  },
};

/** `fortnight journal calibration`. */
export const journalCalibrationCommand: CommandDefinition = {
  name: 'journal calibration',
  summary: 'how often your claims hold, beside how sure you were',
  description:
    'Of the claims of your journal that held or failed: what share held, by how sure you said you were, with its interval and count; and the Brier score once there are enough. What nobody can tell, and what nobody has looked at, is left out and counted. It is about you and shown to you alone.',
  examples: [
    { line: 'fortnight journal calibration', does: 'all claims so far' },
    { line: 'fortnight journal calibration --json', does: 'for a program' },
  ],
  arguments: [],
  options: [],
  schema: journalCalibrationSchema,
  async run(context) {
    const data = await journalCalibration(context);
    return { data, page: pages.journalCalibration(data), exitCode: EXIT.fine };
  },
};

const DAYS = 28;

/** `fortnight journal suggest`. */
export const journalSuggestCommand: CommandDefinition = {
  name: 'journal suggest',
  summary: 'what you did for others and have not logged, from the evidence',
  description:
    'Finds in the evidence what you did of late that no scorecard counts: complex changes of others you approved or tested, first changes of newcomers you helped to land, changes written together, decisions written down. Each comes with the line that logs it. It shows that something happened, never what came of it: the claim is yours to make. Conversations leave no trace in git.',
  examples: [
    { line: 'fortnight journal suggest', does: `the last ${DAYS} days` },
    { line: 'fortnight journal suggest --days 90', does: 'a quarter' },
  ],
  arguments: [PATHS],
  options: [
    {
      name: 'days',
      kind: 'number',
      value: 'N',
      min: 1,
      max: 366,
      isWhole: true,
      default: DAYS,
      doc: 'How many days before the end of the window are looked at.',
    },
  ],
  schema: journalCandidatesSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const { days } = context.options;
      const data = await journalCandidates(opened, context, typeof days === 'number' ? days : DAYS);
      return { data, page: pages.journalCandidates(data), exitCode: exitCodeOf(opened.setting) };
    }),
};
