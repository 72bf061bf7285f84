import type { z } from 'zod';
import type { Questions } from '../../http/questions/index.ts';

export type QuestionName = keyof Questions;
/** What a question takes, as it is written in an address. */
export type Query<N extends QuestionName> = z.input<Questions[N]['query']>;
export type Answer<N extends QuestionName> = z.output<Questions[N]['answer']>;

/** What the server says when it cannot answer: what is wrong, and what to do. */
export class AskError extends Error {
  readonly code: string;
  readonly hint: string | null;
  readonly status: number;
  constructor(status: number, { code, message, hint }: { code: string; message: string; hint: string | null }) {
    super(message);
    this.name = 'AskError';
    this.status = status;
    this.code = code;
    this.hint = hint;
  }
}

/** `measure/:measure` and its query into an address. Lists are written by repeating their name. */
export function addressOf<N extends QuestionName>(place: string, name: N, query: Query<N>): string {
  const given = new Map(Object.entries(query as Record<string, unknown>));
  const path = (name as string).replace(/:([a-z]+)/g, (_, key: string) => {
    const value = String(given.get(key));
    given.delete(key);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [key, value] of given) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(key, String(one));
    }
  }
  const text = search.toString();
  return `/api/${place}/${path}${text === '' ? '' : `?${text}`}`;
}

/** Asks the server one question. Throws an {@link AskError} when it cannot answer. */
export async function ask<N extends QuestionName>(
  place: string,
  name: N,
  query: Query<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  const response = await fetch(addressOf(place, name, query), { ...(signal === undefined ? {} : { signal }) });
  const body = (await response.json()) as { error?: { code: string; message: string; hint: string | null } };
  if (!response.ok) {
    throw new AskError(response.status, body.error ?? { code: 'unknown', message: response.statusText, hint: null });
  }
  return body as Answer<N>;
}
