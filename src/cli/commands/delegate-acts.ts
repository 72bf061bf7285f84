import { pages } from '../../app/pages.ts';
import { closeDelegation, holdDelegationCheckIn, planDelegationCheckIns } from '../../app/practice/delegations.ts';
import { type DelegationAnswer, delegationAnswerSchema } from '../../domain/delegations.ts';
import { EXIT } from '../../domain/errors.ts';
import { textIn } from '../absence-options.ts';
import type { CommandDefinition, OptionDefinition, Outcome } from '../command.ts';
import { EVERY, NAME, nameIn } from '../delegate-options.ts';

const BECAUSE: OptionDefinition = {
  name: 'because',
  kind: 'text',
  value: 'TEXT',
  doc: 'What there is to learn from it; kept in the file.',
};

const done = (data: DelegationAnswer): Outcome => ({ data, page: pages.delegationDone(data), exitCode: EXIT.fine });

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
