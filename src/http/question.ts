import type { z } from 'zod';
import type { Opened } from '../app/open.ts';
import type { Session } from '../app/session.ts';
import type { Effects } from '../domain/effects.ts';

/** What a question is answered from: facts settled for what was asked, and the outside world. */
export interface QuestionContext<Q> {
  readonly opened: Opened;
  readonly effects: Effects;
  readonly query: Q;
}

/** What can be answered in every state: also before the first scan, and where there is no repository. */
export interface StandingContext<Q> {
  readonly session: Session;
  readonly effects: Effects;
  readonly query: Q;
}

interface QuestionWords<Q extends z.ZodObject, A extends z.ZodType> {
  /** One line without a full stop, for the OpenAPI document. */
  readonly summary: string;
  /** What may stand in the address; `:name` parts of the path are among it. Text in, whatever the schema makes of it out. */
  readonly query: Q;
  /** Shape of the answer: what is said to the outside, and what the page's types come from. */
  readonly answer: A;
}

/**
 * A question of the HTTP API. Adding one touches its file and one line of `questions/index.ts`; the route, the OpenAPI
 * document and the types of the page's client derive from this object.
 */
export interface Question<Q extends z.ZodObject = z.ZodObject, A extends z.ZodType = z.ZodType>
  extends QuestionWords<Q, A> {
  /** Answers from facts alone; writes nothing. Facts, query and clock being the same, so is the answer: it is kept. */
  answerFrom(context: QuestionContext<z.output<Q>>): Promise<z.input<A>>;
}

/** A question about the server itself. Never kept: each time it may have another answer. */
export interface StandingQuestion<Q extends z.ZodObject = z.ZodObject, A extends z.ZodType = z.ZodType>
  extends QuestionWords<Q, A> {
  answerNow(context: StandingContext<z.output<Q>>): Promise<z.input<A>>;
}

/** Checks a question's types where it is written. */
export function question<Q extends z.ZodObject, A extends z.ZodType>(definition: Question<Q, A>): Question<Q, A> {
  return definition;
}

/** The same for a question about the server itself. */
export function standingQuestion<Q extends z.ZodObject, A extends z.ZodType>(
  definition: StandingQuestion<Q, A>,
): StandingQuestion<Q, A> {
  return definition;
}
