import type { z } from 'zod';
import type { Session } from '../app/session.ts';
import type { Effects } from '../domain/effects.ts';

/** What a deed is done with. */
export interface DeedContext<B> {
  readonly session: Session;
  readonly effects: Effects;
  readonly body: B;
}

/**
 * Something the page can have done: `POST /api/PLACE/<path>` with a JSON body. Adding one touches its file and one line of
 * `deeds/index.ts`; the route, the OpenAPI document and the types of the page's client derive from this object. A deed that
 * changes what facts are made of ends with `session.reopen()`, so that later questions see it.
 */
export interface Deed<B extends z.ZodObject = z.ZodObject, A extends z.ZodType = z.ZodType> {
  /** One line without a full stop, for the OpenAPI document. */
  readonly summary: string;
  /** What the body must be. */
  readonly body: B;
  readonly answer: A;
  /** The demo can be asked, not changed: there a deed is refused, unless it says that it does no harm. */
  readonly isAllowedInDemo?: boolean;
  do(context: DeedContext<z.output<B>>): Promise<z.input<A>>;
}

/** Checks a deed's types where it is written. */
export function deed<B extends z.ZodObject, A extends z.ZodType>(definition: Deed<B, A>): Deed<B, A> {
  return definition;
}
