import { z } from 'zod';
import { OUTCOMES, type Outcome } from './outcome.ts';

/**
 * What a study of past absences saw, as data: the bands that a prior for one lead is made from. A calibration is measured
 * on some set of repositories and on no other; nothing in the product knows the figures of the one it ships with.
 *
 * It misleads where a team works unlike the projects of its study: `source` is to be read with it.
 */

/** A number of repositories, absences, people: bounded, so that no file can make a sum overflow. */
const count = z.int().min(0).max(1_000_000_000);
const some = count.min(1);
const proportion = z.number().min(0).max(1);
const finite = z.number().min(-100).max(100);

/** A share of absences; its 95 % interval (by repository) is null where none was measured, and then no percentage is shown. */
const seenShareSchema = z
  .strictObject({ share: proportion, low: proportion.nullable(), high: proportion.nullable() })
  .refine(
    ({ share, low, high }) => (low === null || high === null ? low === high : low <= share && share <= high),
    'a share lies inside its interval, or has none',
  );

const outcomesSchema = z
  .strictObject({ 'nearly-stopped': seenShareSchema, slowed: seenShareSchema, normal: seenShareSchema })
  .refine(
    (outcomes) => Math.abs(OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome].share, 0) - 1) <= ROUNDED,
    'the shares of the three outcomes add up to 1',
  );
/** How far published shares may be from their sum: each rounded to a whole percent. */
const ROUNDED = 0.02;

const bandSchema = z
  .strictObject({
    /** D from here (included) to there (excluded, except at 1). */
    from: proportion,
    to: proportion,
    absences: some,
    repositories: some,
    outcomes: outcomesSchema,
  })
  .refine(({ from, to }) => from < to, 'a band ends after it begins')
  .refine(({ absences, repositories }) => repositories <= absences, 'a repository has an absence');

/** Two weeks in which people of high dependence were present: what the outcomes are when nobody is away. */
const presentSchema = z.strictObject({ from: proportion, windows: some, repositories: some, outcomes: outcomesSchema });

const slopeSchema = z
  .strictObject({ slope: finite, low: finite, high: finite })
  .refine(({ slope, low, high }) => low <= slope && slope <= high, 'a slope lies inside its interval');

export const calibrationSchema = z
  .strictObject({
    format: z.literal('fortnight-calibration'),
    version: z.literal(1),
    source: z.strictObject({
      /** How the projects are called in a sentence: `public projects`. A few plain words: it is shown beside figures. */
      projects: z.string().regex(/^\p{L}[\p{L} -]{0,59}$/u),
      /** What was studied, in a few sentences. */
      words: z.string().min(1).max(2000),
      /** The day it was made; null when it is not known. */
      made: z.iso.date().nullable(),
      repositories: some,
      /** Of them, to learn from and opened once at the end; null where there was no such division. */
      learning: count.nullable(),
      unseen: count.nullable(),
      absences: some,
      people: some,
      /** Windows in which the same people were present. */
      matchedWindows: count,
    }),
    /** The rules it was made by. Other ones would be another measure, so no other are read. */
    definitions: z.strictObject({
      businessDays: z.literal(10),
      days: z.literal(14),
      nearlyStoppedBelow: z.literal(0.3),
      slowedBelow: z.literal(0.7),
      otherKeyPeopleAwayAtMost: z.literal(1),
      kinds: z.tuple([z.literal('temporary')]),
      visibilityFloor: z.literal(0.6),
    }),
    bands: z.array(bandSchema).min(1).max(20),
    /** All absences of the bands together: what is expected of a lead of whom nothing is known. */
    base: z.strictObject({ absences: some, repositories: some.nullable(), outcomes: outcomesSchema }),
    present: presentSchema.nullable(),
    /** Of the logarithm of teammates' landed work on D, while the person was away; `present`: in matched windows. */
    slope: z.strictObject({
      learning: slopeSchema.nullable(),
      unseen: slopeSchema.nullable(),
      present: finite.nullable(),
    }),
    /** How well D tells one absence that stalls from one that does not (area under the curve; 0.5 is chance). */
    foretelling: z
      .strictObject({ auc: proportion, low: proportion, high: proportion })
      .refine(({ auc, low, high }) => low <= auc && auc <= high, 'the area lies inside its interval')
      .nullable(),
    /** What was found where single absences were looked at by eye, and from which D on; a clause after "in the cases looked at by eye". */
    byEye: z.strictObject({ from: proportion, words: z.string().min(1).max(300) }).nullable(),
    /** A band's shares are drawn towards the base by so many absences that nobody saw. */
    pseudoAbsences: z.number().min(0).max(1000),
    /** From this D on intervals held less often than they promised, so they are made wider; null where they held. */
    widening: z
      .strictObject({
        from: proportion,
        promised: z.number().min(0.05).max(0.99),
        covered: z.number().min(0.05).max(0.99),
      })
      .refine(({ promised, covered }) => covered <= promised, 'they covered no more than they promised')
      .nullable(),
    /** n past absences of one's own weigh n / (n + evenAt): half at `evenAt`. Never more than n / (n + 5). */
    own: z.strictObject({
      evenAt: z.number().min(5).max(1000),
      /** Past absences of one person that are needed to see teammates' work drop by so much. */
      needed: z.array(z.strictObject({ drop: proportion, absences: some })).max(10),
    }),
  })
  .refine(
    ({ bands }) =>
      bands[0]?.from === 0 && bands.at(-1)?.to === 1 && bands.every((b, i) => i === 0 || b.from === bands[i - 1]?.to),
    { path: ['bands'], message: 'the bands follow each other from 0 to 1' },
  )
  .refine(({ bands, source }) => bands.every(({ repositories }) => repositories <= source.repositories), {
    path: ['bands'],
    message: 'no band has more repositories than the study',
  })
  .refine(({ bands, base }) => base.absences === sum(bands.map(({ absences }) => absences)), {
    path: ['base', 'absences'],
    message: 'the base is made of the absences of all bands',
  })
  .refine(({ base, source }) => base.absences <= source.absences, {
    path: ['source', 'absences'],
    message: 'the study has at least the absences of its bands',
  })
  .refine(
    ({ bands, base }) =>
      OUTCOMES.every((outcome) => Math.abs(base.outcomes[outcome].share - meanOf(bands, outcome)) <= ROUNDED),
    { path: ['base', 'outcomes'], message: 'the base is the mean of the bands, each counted by its absences' },
  );
export type Calibration = z.infer<typeof calibrationSchema>;
export type CalibrationBand = Calibration['bands'][number];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const meanOf = (bands: readonly z.infer<typeof bandSchema>[], outcome: Outcome): number =>
  sum(bands.map(({ absences, outcomes }) => absences * outcomes[outcome].share)) / sum(bands.map((b) => b.absences));
