import { day, line, lines, oneOf, yesNo } from './fields.ts';
import { recordKind } from './kind.ts';

/** Why a lead writes code, each with the key that answers it. */
export const CODING_REASONS = ['strategic', 'leverage', 'hiding', 'self-indulgence'] as const;
export type CodingReason = (typeof CODING_REASONS)[number];

/** One change of the lead's, and why they wrote it. */
export const codingKind = recordKind({
  id: 'coding',
  command: 'code',
  one: 'coding entry',
  many: 'coding entries',
  summary: 'why am I coding: strategic, leverage, hiding or self-indulgence',
  meaning:
    'One answer to one change of yours in an area that others could own. Strategic: only you can solve a high-leverage problem. Leverage: you pair, teach, or take a risk off others. Hiding: from a hard conversation or an ambiguous strategy. Self-indulgence: merged changes feel good.',
  visibility: 'private',
  folder: 'coding',
  fields: {
    status: oneOf(['answered'], 'It is answered by being there.'),
    why: oneOf(CODING_REASONS, 'Why.'),
    repository: line('The repository of the change.'),
    change: line('Id of the change: the commit with which it landed.'),
    landed: day('When it landed.'),
    areas: lines('Areas it touched.'),
    'others-could-own': yesNo('Whether somebody else who is active knew every area it touched.'),
    instead: line('Who or what did not grow because of it.'),
  },
  capture: ['why'],
  states: [{ word: 'answered', doc: 'Answered.', isOpen: false }],
  days: [],
  sections: [],
});
