import { z } from 'zod';
import { maskOf } from '../app/mask-of.ts';
import type { NameMask } from '../app/name-mask.ts';
import type { Session, SessionAsked } from '../app/session.ts';
import { FortnightError } from '../domain/errors.ts';
import { asked } from './asked.ts';

/** What decides who is the lead, wherever it is said. */
const settledBy = asked.pick({ since: true, until: true, lead: true }).extend({ from: z.string().optional() });

/** What a query or body says of its stretch of time and lead; nothing where that is not as it should be. */
export const settledIn = (sent: unknown): SessionAsked => settledBy.safeParse(sent).data ?? {};

/** Whether a query or body wants nobody named. */
export const isHiding = (sent: unknown): boolean =>
  typeof sent === 'object' && sent !== null && 'names' in sent && sent.names === 'hidden';

/**
 * What hides names, with the lead of what was asked; null while nobody is known. Waits for facts that are being opened: an
 * answer that waits for them names people as well.
 */
export async function maskFor(session: Session, settled: SessionAsked): Promise<NameMask | null> {
  const usual = await session.ask({}, maskOf).catch(unlessDefect(null));
  if (usual === null) return null;
  const lead = settled.lead === undefined ? undefined : usual.reveal(settled.lead);
  return await session.ask({ ...settled, lead }, maskOf).catch(unlessDefect(usual));
}

/** What cannot be asked names nobody. What breaks must not be taken for that: it would be told with its names. */
const unlessDefect =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof FortnightError) return instead;
    throw error;
  };

/** A query or body as it was meant: aliases that were shown are whom they stand for. */
export async function revealed<T>(session: Session, sent: T): Promise<T> {
  const mask = await maskFor(session, settledIn(sent));
  if (mask === null) return sent;
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return mask.reveal(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
  };
  return walk(sent) as T;
}
