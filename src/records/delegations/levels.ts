import type { LEVELS } from '../../domain/records/delegation.ts';

export type Level = (typeof LEVELS)[number];

/**
 * What each of the seven levels of delegation means, in one sentence said to the lead (Appelo, Management 3.0, Delegation
 * Poker). Levels are about one decision or piece of work, never about a person.
 */
export const LEVEL_MEANINGS: Readonly<Record<Level, string>> = {
  tell: 'You decide, and say so.',
  sell: 'You decide, and win them over to it.',
  consult: 'You ask first, and decide yourself.',
  agree: 'You decide together.',
  advise: 'They decide; you say what you think before.',
  inquire: 'They decide, and tell you afterwards.',
  delegate: 'They decide, and you need not know.',
};
