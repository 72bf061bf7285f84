import { z } from 'zod';
import { evidenceSchema, peopleSchema } from './report.ts';

/** What the replay supposes: all of it can be said otherwise, and stands beside every answer. */
export const replayAssumptionsSchema = z.object({
  /** So many weeks before the moment are played again. */
  weeks: z.number().positive(),
  /** Who lands what, and how much, is known from so many days before the moment. */
  historyDays: z.number().positive(),
  /** Which quantile of somebody's landings in two weeks counts as a full load. 0.9 unless said. */
  percentile: z.number().min(0).max(1),
  /** Times the spare capacity that comes of it; null: no limit at all. */
  capacityFactor: z.number().min(0).nullable(),
  /**
   * Whose landings make somebody land in an area, and are counted for their capacity: those of others' work, or also of
   * their own. Who lands only their own is not thereby seen landing for others.
   */
  landing: z.enum(['for-others', 'anything']),
  /** Only who was active in so many days before the moment may step in. */
  activeDays: z.number().positive(),
});
export type ReplayAssumptions = z.infer<typeof replayAssumptionsSchema>;

const count = z.int().min(0);
/** How many of the changes are left, by whether anybody steps in. */
const left = z.object({ nobodyStepsIn: count, likelyOnesDo: count });

const replayAnswerSchema = z.object({
  left,
  /** Changes that the likely ones took over, and per week of the replay: of all of them together. */
  takenOver: count,
  takenOverPerWeek: z.number().min(0),
  steppingIn: peopleSchema,
  /** Streams of one author's work: how many there are, how many have something left, and how many have nothing but. */
  streams: z.object({
    all: count,
    someLeft: left,
    allLeft: left,
  }),
  areas: z.array(
    z.object({
      repository: z.string(),
      /** Null: changes that touched no area. */
      area: z.string().nullable(),
      /** Teammates' changes there; one that touched several areas counts in each. */
      changes: count,
      passed: count,
      left,
      steppingIn: peopleSchema,
      evidence: z.array(evidenceSchema),
      evidenceTotal: count,
    }),
  ),
  fortnights: z.array(
    z.object({ from: z.number(), until: z.number(), changes: count, passed: count, left, takenOver: count }),
  ),
});

/**
 * The weeks before a moment played again without one person. It explains where teammates' work stood that nobody but the
 * person landed; it foretells nothing, neither of a change nor of an absence.
 */
export const replaySchema = z.object({
  /** The person left out. */
  person: z.string(),
  from: z.number(),
  until: z.number(),
  assumptions: replayAssumptionsSchema,
  /** Teammates' changes of these weeks: those the person is no author of. */
  changes: count,
  /** Of them, those whose lander is known. The rest went on in the replay, for nobody knows through whom they passed. */
  visible: count,
  /** Of them, those that the person landed. */
  passed: count,
  /** Of these, those whose authors are seen landing their own work, and so went on. */
  landOwn: count,
  /** The changes that the person landed, newest first. */
  evidence: z.array(evidenceSchema),
  evidenceTotal: count,
  /** Days in which landing is hidden too often for an answer: of so many changes so few have a known lander. Else null. */
  hidden: z.object({ from: z.number(), changes: count, visible: count }).nullable(),
  /** Null where landing is hidden, or where there was no change. */
  answer: replayAnswerSchema.nullable(),
});
export type Replay = z.infer<typeof replaySchema>;
export type ReplayAnswer = z.infer<typeof replayAnswerSchema>;
