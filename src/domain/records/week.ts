import { z } from 'zod';
import { day, oneOf } from './fields.ts';
import { recordKind } from './kind.ts';

/** A weekly review that took place. A week without one is not owed. */
export const weekKind = recordKind({
  id: 'week',
  command: 'week',
  one: 'weekly review',
  many: 'weekly reviews',
  summary: 'ten minutes a week: what is due, what changed, one question',
  meaning:
    'A review of ten minutes, prepared from records and evidence: what is due, what changed, and one question. A skipped week is not owed: the next review looks at everything since the last one.',
  visibility: 'private',
  folder: 'weeks',
  fields: {
    status: oneOf(['done'], 'It is done by being there.'),
    week: z
      .string()
      .regex(/^\d{4}-W\d{2}$/, 'a week, as 2026-W47')
      .describe('The week, as ISO 8601 counts them: 2026-W47.'),
    on: day('When the review took place.'),
  },
  capture: [],
  states: [{ word: 'done', doc: 'It took place.', isOpen: false }],
  days: [],
  sections: [
    {
      heading: 'What kind of wrong did you let stand?',
      prompt: 'What kind of wrong did you let stand this week, and was it survivable?',
    },
    { heading: 'Next week', prompt: 'What is the one thing you will do differently?' },
  ],
});
