import type { z } from 'zod';
import type { Deeds } from '../../http/deeds/index.ts';
import type { Questions } from '../../http/questions/index.ts';
import { text } from '../messages/index.ts';
import { addressOf } from './address.ts';
import { AskError } from './ask-error.ts';
import { atTheDoor } from './entry.ts';

export type QuestionName = keyof Questions;
/** What a question takes, as it is written in an address. */
export type Query<N extends QuestionName> = z.input<Questions[N]['query']>;
export type Answer<N extends QuestionName> = z.output<Questions[N]['answer']>;

export type DeedName = keyof Deeds;
export type DeedBody<N extends DeedName> = z.input<Deeds[N]['body']>;
export type DeedAnswer<N extends DeedName> = z.output<Deeds[N]['answer']>;

/** Asks the server one question. Throws an {@link AskError} when it cannot answer. */
export async function ask<N extends QuestionName>(
  place: string,
  name: N,
  query: Query<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  return (await talk(addressOf(place, name, query), signal === undefined ? {} : { signal })) as Answer<N>;
}

/** Has the server do something. Throws an {@link AskError} when it does not. */
export async function perform<N extends DeedName>(place: string, name: N, body: DeedBody<N>): Promise<DeedAnswer<N>> {
  return (await talk(addressOf(place, name, {}), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })) as DeedAnswer<N>;
}

async function talk(address: string, init: RequestInit): Promise<unknown> {
  await atTheDoor();
  const response = await fetch(address, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new AskError(0, { code: 'gone', message: text.shell.gone.title, hint: text.shell.gone.hint });
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  throw new AskError(response.status, errorIn(body) ?? { code: 'unknown', message: text.design.unexpected });
}

function errorIn(body: unknown): { code: string; message: string; hint: string | null } | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  return body.error as { code: string; message: string; hint: string | null };
}
