import { z } from 'zod';
import { shareSchema } from './report.ts';

/**
 * What was seen in the study for leads that teammates' work depends on as much as on this one, and the prior made from it
 * for this one. A prior is not a forecast: one absence cannot be foretold from it.
 */

const count = z.int().min(0);
const ofOutcomes = <T extends z.ZodType>(value: T) =>
  z.strictObject({ 'nearly-stopped': value, slowed: value, normal: value });

/** Absences of leads of some D, as the study saw them. */
export const seenBandSchema = z.strictObject({
  from: z.number(),
  to: z.number(),
  absences: count,
  repositories: count,
  outcomes: ofOutcomes(
    z.strictObject({
      /** Absences with this outcome, as near as a rounded share tells. */
      about: count,
      /** The study's own interval, by repository; null where it gives none. */
      seen: shareSchema.nullable(),
    }),
  ),
});
export type SeenBand = z.infer<typeof seenBandSchema>;

/** What is seen of teammates' landed work, whether it is enough for a band or not. */
const groundsSchema = z.strictObject({
  /** Teammates' changes of 91 days, and those of them that the person landed. */
  changes: count,
  landed: count,
  /** Those whose lander is known; null without a change. */
  visibility: shareSchema.nullable(),
});

/** Teammates' changes of 56 days, the authors they are by, and those by authors with no other way or another one beside it. */
const waysSchema = z.strictObject({ work: count, authors: count, noOtherWay: count, someOtherWay: count });

/** The person's own past absences: evidence, too few to calibrate anything by. */
const ownSchema = z.strictObject({
  absences: count,
  outcomes: ofOutcomes(count),
  /** Not compared, each counted once, by the first of these that holds. */
  leftOut: z.strictObject({
    notTemporary: count,
    holidays: count,
    othersAway: count,
    /** Teammates' work was too little, or the history too young, for the study to look at. */
    notStudied: count,
    /** D then lay two or more bands away from D now. */
    otherDependence: count,
  }),
  /** Past absences of one person that are needed to see teammates' work drop by so much. */
  needed: z.array(z.strictObject({ drop: z.number(), absences: count })),
});

const studySchema = z.strictObject({
  projects: z.string(),
  made: z.string().nullable(),
  repositories: count,
  /** Absences of all bands together. */
  absences: count,
  foretelling: z.strictObject({ auc: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Found where single absences were looked at by eye, from some D on. */
  byEye: z.strictObject({ from: z.number(), words: z.string() }).nullable(),
});

const common = { grounds: groundsSchema, own: ownSchema, study: studySchema };

export const outcomeBandSchema = z.discriminatedUnion('verdict', [
  z.strictObject({
    verdict: z.literal('band'),
    ...common,
    ways: waysSchema,
    /** D, with an interval that supposes other authors might have been at work. */
    dependence: shareSchema,
    band: seenBandSchema,
    /** Further bands that the interval of D reaches into. */
    alsoPossible: z.array(seenBandSchema),
    /** A prior for this person: `of` counts the absences that were really seen, in the study and of their own. */
    prior: ofOutcomes(shareSchema),
    madeBy: z.strictObject({
      pseudoAbsences: z.number(),
      /** What the person's own past weighs, of 1. */
      ownWeight: z.number(),
      /** Factor on the half width of intervals, on the scale of log odds, and from which D on; null where none is needed. */
      widened: z.strictObject({ factor: z.number(), from: z.number() }).nullable(),
    }),
    /** Two weeks in which leads of such a D were present; null for other bands. */
    present: z.strictObject({ windows: count, repositories: count, nearlyStopped: count }).nullable(),
  }),
  z.strictObject({
    verdict: z.literal('none'),
    ...common,
    /**
     * Too few changes in 91 days or in 56, or landing hidden by squashes of a forge: the study did not look there. cut-off: a
     * shallow clone begins within the 182 days that D rests on.
     */
    why: z.enum(['few-changes', 'little-work', 'hidden-landing', 'cut-off']),
    /** Teammates' changes of 56 days. */
    work: count,
    /** What it would have needed: changes in 91 days and in 56, and the least share of known landers. */
    least: z.strictObject({ changes: count, work: count, visibility: z.number() }),
  }),
]);
export type OutcomeBand = z.infer<typeof outcomeBandSchema>;
