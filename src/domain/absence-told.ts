import { z } from 'zod';
import { absenceSchema } from './absence.ts';
import { OUTCOMES } from './outcome.ts';
import { confidenceSchema, evidenceSchema, peopleSchema, shareSchema } from './report.ts';

const count = z.int().min(0);
const sentences = z.array(z.string());
const evidence = { evidence: z.array(evidenceSchema), evidenceTotal: count };

/** A sentence in pieces, of which some stand out. Names and paths in it are a stranger's text. */
export const piecesSchema = z.array(
  z.strictObject({ text: z.string(), tone: z.enum(['plain', 'strong', 'quiet', 'command']) }),
);
export type Pieces = z.infer<typeof piecesSchema>;

/** Who else lands an area: others' changes, only their own, nobody seen, or landing is hidden; unknown: nothing landed there. */
export const ELSE_LANDS = ['others', 'own-only', 'nobody', 'hidden', 'unknown'] as const;

/** One area as it stands first on a page: how much depends, and who else is there. */
const whereSchema = z.object({
  repository: z.string(),
  /** Null: outside any area. */
  area: z.string().nullable(),
  /** How a person calls it. */
  label: z.string(),
  changes: count,
  landed: count,
  dependence: shareSchema.nullable(),
  elseLands: z.enum(ELSE_LANDS),
  lands: peopleSchema,
  /** Worked there and does not stand among those who land. */
  knows: peopleSchema,
  ...evidence,
});

const outcomeToldSchema = z.object({
  sure: confidenceSchema,
  /** Whose absences they are: `D 0.4–0.7`, and the sentence that says so. */
  range: z.string(),
  seen: z.string(),
  rows: z.array(
    z.object({
      outcome: z.enum(OUTCOMES),
      label: z.string(),
      seen: shareSchema.nullable(),
      seenText: z.string(),
      prior: shareSchema,
      /** Own absences with this outcome; null where none is like this one. */
      own: count.nullable(),
    }),
  ),
  remarks: sentences,
  own: sentences,
  deputy: z.object({ question: z.string(), nobody: z.string(), somebody: z.string() }),
  limits: sentences,
});

const branchSchema = z.object({
  label: z.string(),
  areas: z.string(),
  workedAt: z.number().nullable(),
  authors: peopleSchema,
  because: z.string().nullable(),
  evidence: evidenceSchema,
});

const aloneSchema = z.object({
  areas: z.object({
    text: z.string(),
    rows: z.array(
      z.object({
        repository: z.string(),
        area: z.string(),
        label: z.string(),
        through: count,
        changes: count,
        lacks: z.string(),
        ...evidence,
      }),
    ),
  }),
  reviews: z.object({ text: z.string(), ...evidence }),
  releases: z.array(z.object({ repository: z.string(), text: z.string(), ...evidence })),
  branches: z.object({ text: z.string(), rows: z.array(branchSchema) }),
  own: z.object({ text: z.string(), rows: z.array(branchSchema) }),
  decisions: z.object({
    text: z.string(),
    rows: z.array(z.object({ label: z.string(), state: z.string(), because: z.string(), evidence: evidenceSchema })),
  }),
  /** What was looked at, and what of it leaves no trace. */
  grounds: sentences,
});

const pastToldSchema = z.object({
  title: z.string(),
  text: z.string(),
  leftOut: z.string().nullable(),
  caution: z.string(),
  sure: confidenceSchema,
  /** In the order of the absences they tell. */
  absences: z.array(
    z.object({
      from: z.number(),
      days: z.string(),
      kind: z.string(),
      work: z.string(),
      /** A set of names, as everywhere; where it is empty, {@link nobodyStepped} says what is known. */
      steppedIn: peopleSchema,
      nobodyStepped: z.string().nullable(),
      /** Null where it can be compared. */
      notCompared: z.string().nullable(),
      sentences,
    }),
  ),
});

/** An absence told in words: the same sentences on every surface. */
export const absenceToldSchema = z.object({
  who: z.string(),
  headline: z.string(),
  sure: confidenceSchema,
  /** What passes through the person, and how much of it is seen. */
  seen: sentences,
  /** Who else lands; null without a verdict. */
  deputy: z.string().nullable(),
  /** Since when nothing is seen of the person; null while something is. */
  silent: z.string().nullable(),
  likeThat: z.string().nullable(),
  /** What must be said before any part is shown: that a shallow clone hides what is not seen in it. Null of whole histories. */
  caution: z.string().nullable(),
  /** What would give a verdict; empty where there is one. */
  needed: sentences,
  /** The one thing to do first, and what it would have changed. */
  first: z.object({
    kind: z.enum(['move', 'finding', 'evidence', 'nothing']),
    text: piecesSchema,
    effect: z.string().nullable(),
  }),
  /** By what an author's work has: almost only through the person, partly, mostly without. */
  ways: z.object({ none: z.string(), some: z.string(), others: z.string() }),
  where: z.array(whereSchema),
  outcome: outcomeToldSchema.nullable(),
  past: pastToldSchema,
  alone: aloneSchema,
  deputies: z.array(z.object({ repository: z.string(), text: z.string(), ...evidence })),
  /** The replay; its conclusion stands in `replay` of the answer itself. */
  again: z.object({
    title: z.string(),
    text: z.string(),
    supposed: z.string().nullable(),
    caution: z.string().nullable(),
  }),
  moves: z.object({
    title: z.string(),
    text: piecesSchema,
    sure: confidenceSchema,
    /** In the order of the moves they tell. */
    moves: z.array(
      z.object({ text: piecesSchema, learns: z.string().nullable(), weekly: z.string(), after: z.string() }),
    ),
    findings: z.array(piecesSchema),
    remarks: sentences,
  }),
  /** What to type to go on, for this absence. */
  commands: z.object({ handover: z.string(), keep: z.string(), check: z.string() }),
});
export type AbsenceTold = z.infer<typeof absenceToldSchema>;

export const toldAbsenceSchema = absenceSchema.extend({ told: absenceToldSchema });
export type ToldAbsence = z.infer<typeof toldAbsenceSchema>;
