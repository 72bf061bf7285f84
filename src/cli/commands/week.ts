import { pages } from '../../app/pages.ts';
import { finishWeek, prepareWeek } from '../../app/practice/week.ts';
import { EXIT } from '../../domain/errors.ts';
import { recordAnswerSchema } from '../../domain/records/record-answer.ts';
import { weekKind } from '../../domain/records/week.ts';
import { WEEK_QUESTION, weekReviewSchema } from '../../domain/week-review.ts';
import { textIn } from '../absence-options.ts';
import { type CommandDefinition, PATHS } from '../command.ts';

/** `fortnight week`. */
export const weekCommand: CommandDefinition = {
  name: 'week',
  summary: weekKind.summary,
  description: `Prepares the weekly review, ten minutes: decisions whose day has come, check-ins and take-backs, claims to check, what came of stepping in, why you wrote code, what changed in the figures, and one question: ${WEEK_QUESTION} Each thing comes with the line that settles it. It looks at everything since the last review; a week without one is not owed, and nothing piles up: of each part a handful is shown, the rest is counted. Only a share whose intervals lie apart is called changed. It writes nothing, and works without a repository.`,
  examples: [
    { line: 'fortnight week', does: 'this week’s review' },
    { line: 'fortnight week --evidence', does: 'with all evidence' },
    { line: 'fortnight week done --wrong "a slow query, survivable"', does: 'end it, with your answer' },
  ],
  arguments: [PATHS],
  options: [],
  schema: weekReviewSchema,
  async run(context) {
    const data = await prepareWeek(context);
    return { data, page: pages.week(data, context.request.everything), exitCode: EXIT.fine };
  },
};

/** `fortnight week done`. */
export const weekDoneCommand: CommandDefinition = {
  name: 'week done',
  summary: 'the review took place: write it down, with your answers',
  description:
    'Writes into your private folder that this week’s review took place, with what you answer. Both answers may be left out. Once more in the same week it is the same record that is changed.',
  examples: [
    { line: 'fortnight week done', does: 'it took place' },
    { line: 'fortnight week done --wrong "a slow query, survivable" --next "ask first"', does: 'with both answers' },
  ],
  arguments: [],
  options: [
    { name: 'wrong', kind: 'text', value: 'TEXT', doc: WEEK_QUESTION },
    { name: 'next', kind: 'text', value: 'TEXT', doc: 'What is the one thing you will do differently next week?' },
  ],
  schema: recordAnswerSchema,
  async run(context) {
    const data = await finishWeek(context, {
      wrong: textIn(context.options, 'wrong'),
      next: textIn(context.options, 'next'),
    });
    return { data, page: pages.record(weekKind, data), exitCode: EXIT.fine };
  },
};
