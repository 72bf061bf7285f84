import type { z } from 'zod';
import type { Deeds } from '../../http/deeds/index.ts';
import { AskError } from './ask.ts';

export type DeedName = keyof Deeds;
/** What a deed is told. */
export type Body<N extends DeedName> = z.input<Deeds[N]['body']>;
export type Done<N extends DeedName> = z.output<Deeds[N]['answer']>;

/** Has the server do something. Throws an {@link AskError} when it does not. */
export async function doDeed<N extends DeedName>(place: string, name: N, body: Body<N>): Promise<Done<N>> {
  const response = await fetch(`/api/${place}/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { error?: { code: string; message: string; hint: string | null } };
  if (!response.ok) {
    throw new AskError(response.status, answer.error ?? { code: 'unknown', message: response.statusText, hint: null });
  }
  return answer as Done<N>;
}
