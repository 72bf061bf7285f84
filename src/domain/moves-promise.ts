import { z } from 'zod';
import { MOVE_AUTHORS, MOVE_KINDS, moveScopeSchema } from './moves.ts';
import { evidenceSchema, peopleSchema, shareSchema } from './report.ts';

/**
 * What a lead promised to try, and what came of it. A promise is a private record: it names people by the id and the name
 * they had, because names change and ids follow from names.
 */

const count = z.int().min(0);
const fraction = z.number().min(0).max(1);
const who = z.strictObject({ id: z.string().min(1), name: z.string() });
const instant = z.iso.datetime();

const promisedMoveSchema = z
  .strictObject({
    kind: z.enum(MOVE_KINDS),
    receiver: who,
    authors: z.enum(MOVE_AUTHORS),
    author: who.nullable(),
    repository: z.string().nullable(),
    area: z.string().nullable(),
    /** Changes of the 56 days before that it would have re-routed, of all teammates' changes, with a 95 % interval. */
    covers: count,
    of: count,
    low: fraction,
    high: fraction,
    /** In the 182 days before, changes in its scope with a known lander, and those that landed without the person. */
    known_before: count,
    without_before: count,
    /** Share of the changes in its scope that shall land without the person. */
    promised: fraction,
    a_week: z.number().min(0),
    busiest_week: count,
    learn_changes: count,
    removes: fraction,
  })
  .refine((move) => (move.authors === 'author') === (move.author !== null), 'one author is named or none')
  .refine((move) => (move.repository === null) === (move.area === null), 'an area lies in a repository')
  .refine((move) => move.covers <= move.of, 'it covers more changes than there were')
  .refine((move) => move.low <= move.high, 'the interval ends before it begins')
  .refine((move) => move.without_before <= move.known_before, 'more landed without the person than landed');
export type PromisedMove = z.infer<typeof promisedMoveSchema>;

/** The front matter of a kept promise. */
export const movesPromiseSchema = z.strictObject({
  fortnight: z.literal('moves/1'),
  /** When the plan was looked at: what lands from then on tells. */
  from: instant,
  /** What it rests on: this and the 182 days before it. */
  window: z.strictObject({ since: instant, until: instant }),
  repositories: z.array(z.string()).min(1),
  away: z.array(who).min(1),
  target: fraction,
  dependence: z.strictObject({ before: fraction, low: fraction, high: fraction, after: fraction, changes: count }),
  moves: z.array(promisedMoveSchema).min(1),
});
export type MovesPromise = z.infer<typeof movesPromiseSchema>;

/**
 * kept: four fifths or more land without the person. not-yet: a fifth or less. too-early: fewer than five changes. cannot-tell: its
 * area or its people are not in the history any more. */
export const MOVE_OUTCOMES = ['kept', 'partly', 'not-yet', 'too-early', 'cannot-tell'] as const;
export type MoveOutcome = (typeof MOVE_OUTCOMES)[number];

const movesCheckRowSchema = z.object({
  kind: z.enum(MOVE_KINDS),
  receiver: peopleSchema,
  scope: moveScopeSchema,
  /** What was promised to land without the person. */
  promised: fraction,
  /** How it was in the 182 days before. */
  before: shareSchema.nullable(),
  /** Changes in its scope that landed since with a known lander: the share that landed without the person. */
  since: shareSchema.nullable(),
  /** Of those without the person, landed by the receiver. */
  byReceiver: count,
  /** Changes in its scope that landed since, nobody knows by whom. */
  unknown: count,
  outcome: z.enum(MOVE_OUTCOMES),
  /** The newest changes in its scope since. */
  evidence: z.array(evidenceSchema),
  evidenceTotal: count,
});

export const movesCheckSchema = z.object({
  repositories: z.array(z.string()),
  away: peopleSchema,
  /** When it was promised, and until when was looked. Seconds since 1970. */
  from: z.number(),
  until: z.number(),
  target: fraction,
  /** D when it was promised and now; null where landing is not visible or too little landed. */
  earlier: shareSchema,
  now: shareSchema.nullable(),
  /** Some of the 56 days that D is about lie before the promise. */
  isMixed: z.boolean(),
  moves: z.array(movesCheckRowSchema),
  notes: z.array(z.string()),
});
export type MovesCheck = z.infer<typeof movesCheckSchema>;
