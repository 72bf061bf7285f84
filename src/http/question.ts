import type { z } from 'zod';
import type { Opened } from '../app/open.ts';
import type { Effects } from '../domain/effects.ts';

/** What a question is answered from: facts settled for what was asked, and the outside world. */
export interface QuestionContext<Q> {
  readonly opened: Opened;
  readonly effects: Effects;
  readonly query: Q;
}

/**
 * A question of the HTTP API. Adding one touches its file and one line of `questions/index.ts`; the route, the OpenAPI
 * document and the types of the page's client derive from this object.
 */
export interface Question<Q extends z.ZodObject = z.ZodObject, A extends z.ZodType = z.ZodType> {
  /** One line without a full stop, for the OpenAPI document. */
  readonly summary: string;
  /** What may stand in the address; `:name` parts of the path are among it. Text in, whatever the schema makes of it out. */
  readonly query: Q;
  /** Shape of the answer: what is said to the outside, and what the page's types come from. */
  readonly answer: A;
  /** Answers from facts alone; writes nothing. */
  answerFrom(context: QuestionContext<z.output<Q>>): Promise<z.input<A>>;
}

/** Checks a question's types where it is written. */
export function question<Q extends z.ZodObject, A extends z.ZodType>(definition: Question<Q, A>): Question<Q, A> {
  return definition;
}
