import type { z } from 'zod';
import { type PracticePlace, practicePlace } from '../app/practice/practice-place.ts';
import type { Session } from '../app/session.ts';
import { FortnightError } from '../domain/errors.ts';
import { practiceAnswer } from '../domain/records/practice-answer.ts';
import { calendarDay } from '../domain/words.ts';
import { type Asked, asked } from './asked.ts';
import { standingQuestion } from './question.ts';

interface PracticeContext<Q> {
  /** Where records lie. */
  readonly at: PracticePlace;
  /** For what joins them with facts, if there are any. */
  readonly session: Session;
  readonly query: Q & Asked;
}

interface PracticeQuestion<Q extends z.ZodRawShape, T extends z.ZodType> {
  readonly summary: string;
  /** What it takes, besides the stretch of time and the lead. */
  readonly query: Q;
  readonly told: T;
  tell(context: PracticeContext<z.output<z.ZodObject<Q>>>): Promise<z.input<T>>;
}

/**
 * A question about records: answered in every state, never kept, as records are written by other programs too. While names
 * are hidden no record is looked at.
 */
export function practiceQuestion<Q extends z.ZodRawShape, T extends z.ZodType>({
  summary,
  query,
  told,
  tell,
}: PracticeQuestion<Q, T>) {
  return standingQuestion({
    summary,
    query: asked.extend(query),
    answer: practiceAnswer(told),
    async answerNow({ session, effects, query: given }) {
      const context = given as unknown as z.output<z.ZodObject<Q>> & Asked;
      const about = { isDemo: session.name === 'demo', today: calendarDay(effects.now()) };
      if (context.names === 'hidden') return { ...about, isHidden: true, missing: null, told: null } as never;
      const at = await practicePlace(session);
      try {
        return { ...about, isHidden: false, missing: null, told: await tell({ at, session, query: context }) } as never;
      } catch (error) {
        return { ...about, isHidden: false, missing: missingPlace(error), told: null } as never;
      }
    },
  });
}

/** That there is no place for records is an answer; everything else is thrown on. */
function missingPlace(error: unknown): { message: string; hint: string } {
  if (!(error instanceof FortnightError) || !NO_PLACE.has(error.code)) throw error;
  return { message: error.message, hint: error.hint ?? '' };
}

const NO_PLACE = new Set(['no-work-tree', 'several-repositories']);
