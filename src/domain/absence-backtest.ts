import { z } from 'zod';

/**
 * What a study of past absences found, over any set of repositories. It counts cases and names nobody; every figure
 * stands with its interval and what it rests on, or there is none and `missing` says what would be needed.
 */

const interval = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .refine(({ low, high }) => low <= high, 'an interval has a lower and an upper end');
/** A figure and where the true one lies, 19 times of 20, if other repositories had been drawn. */
export type Interval = z.infer<typeof interval>;

export const estimateSchema = z
  .object({
    /** Absences (or windows) it rests on, and the repositories they are from. */
    cases: z.int().min(0),
    repositories: z.int().min(0),
    estimate: interval.nullable(),
    /** What is missing for a figure; null when there is one. */
    missing: z.string().nullable(),
  })
  .refine(({ estimate, missing }) => (estimate === null) !== (missing === null), 'a figure, or what is missing for it');
export type Estimate = z.infer<typeof estimateSchema>;

/** Shares of the three outcomes of `cases` fortnights. */
const outcomesSchema = z.object({
  from: z.number(),
  /** Null: no upper end. */
  to: z.number().nullable(),
  cases: z.int().min(0),
  repositories: z.int().min(0),
  counts: z.object({ nearlyStopped: z.int(), slowed: z.int(), normal: z.int() }),
  nearlyStopped: interval.nullable(),
  slowed: interval.nullable(),
  normal: interval.nullable(),
  missing: z.string().nullable(),
});
export type OutcomeShares = z.infer<typeof outcomesSchema>;

const doseSchema = z.object({ from: z.number(), to: z.number().nullable(), y: estimateSchema });

export const PREDICTORS = ['dependence', 'gate', 'replay', 'mergeShare', 'commitShare'] as const;
export type Predictor = (typeof PREDICTORS)[number];
const explainedSchema = z.array(z.object({ predictor: z.enum(PREDICTORS), share: estimateSchema }));

/** Streams of work that pass only through the person, over those that do not, in the same two weeks. */
const contrastSchema = z.object({
  away: estimateSchema,
  present: estimateSchema,
  /** Away over present, of the same people: what is left when streams that pass through one person are smaller anyway. */
  net: estimateSchema,
});

const repositorySchema = z.object({
  repository: z.string(),
  /** Teammates' and own changes in its history. */
  changes: z.int().min(0),
  /** All absences found, of every kind. */
  absences: z.int().min(0),
  temporary: z.int().min(0),
  /** Of the temporary ones: two or more others away at once, landing hidden, too little of teammates' work to see it stop, or the first year of a history. */
  severalAway: z.int().min(0),
  hidden: z.int().min(0),
  tooLittle: z.int().min(0),
  cases: z.int().min(0),
  present: z.int().min(0),
});

export const absenceStudySchema = z.object({
  /** In alphabetical order. */
  repositories: z.array(repositorySchema),
  cases: z.int().min(0),
  present: z.int().min(0),
  /** Change of y per 1 of D, y = ln((n+1)/(b+1)) less the shrunk mean of the matched windows. */
  slope: estimateSchema,
  /** The same without absences that touch 20 December to 4 January. */
  slopeWithoutHolidays: estimateSchema,
  /** The same between absences of one repository alone: what differs between repositories is taken off. */
  slopeWithin: estimateSchema,
  placebos: z.object({
    /** The same people's matched fortnights, in which they were present. */
    present: estimateSchema,
    /** Fortnights so many days before or after the beginning, in which they were present. */
    shifted: estimateSchema,
    /** D dealt out anew among the absences of each repository: the interval holds 95 % of the slopes of chance. */
    permuted: estimateSchema,
  }),
  /** Mean of y in each band of D. */
  doses: z.array(doseSchema),
  /** How much of the usual landed where all passes through the person, over where nothing does; 1 is no difference. */
  streams: z.object({ byAuthor: contrastSchema, byArea: contrastSchema }),
  bands: z.array(outcomesSchema),
  /** The highest band, in matched fortnights with the person present. */
  presentBand: outcomesSchema,
  /** Log-loss in nats per absence of each repository foretold from all others; `gain` above 0: the bands are better. */
  logLoss: z.object({ bands: z.number().nullable(), base: z.number().nullable(), gain: estimateSchema }),
  /** How often an absence in which work nearly stopped had the higher D of a pair; 0.5 is chance. */
  auc: estimateSchema,
  /** Share of held-out cases inside intervals that promise `promised`. */
  coverage: z.object({
    promised: z.number(),
    y: estimateSchema,
    /** The same where D is at least `highFrom`. */
    highFrom: z.number(),
    yAtHigh: estimateSchema,
    bands: estimateSchema,
  }),
  /** Share of the variance of y that a straight line explains. */
  explained: z.object({ all: explainedSchema, gatekeepers: explainedSchema }),
  parameters: z.object({
    resamples: z.int(),
    seed: z.int(),
    shiftDays: z.int(),
    visibilityFloor: z.number(),
    leastUsual: z.number(),
    gatekeeperFrom: z.number(),
  }),
});
export type AbsenceStudy = z.infer<typeof absenceStudySchema>;

/** What `fortnight backtest absence` answers. */
export const absenceBacktestSchema = absenceStudySchema.extend({
  /** Where a calibration and the table of cases were written; null when none was asked for. */
  written: z.object({ calibration: z.string().nullable(), cases: z.string().nullable() }),
  notes: z.array(z.string()),
});
export type AbsenceBacktest = z.infer<typeof absenceBacktestSchema>;
