import { z } from 'zod';
import { evidenceSchema, peopleSchema } from './report.ts';

const count = z.int().min(0);

const deputyRowSchema = z.object({
  repository: z.string(),
  /** Null: the repository as a whole. */
  area: z.string().nullable(),
  /** Teammates' changes there in the days looked at; of them those with a known lander, and those the person landed. */
  changes: count,
  visible: count,
  passed: count,
  /** Who landed is known often enough to say who lands here. */
  isVisible: z.boolean(),
  /** Active, and seen landing somebody else's change there. */
  landForOthers: peopleSchema,
  /** Active, and seen landing there only what they wrote themselves. */
  landOwnOnly: peopleSchema,
  /** Landed there, and not seen anywhere lately. Silence: nothing is known of why. */
  notSeenLately: peopleSchema,
  /** Active, and seen approving or signing off somebody else's change there. */
  approved: peopleSchema,
  /** When anybody else last landed there, in seconds since 1970; null when nobody was seen doing so. */
  lastAt: z.number().nullable(),
  /** Who could cover by what they worked on, and who would have to learn it; null where that was not asked. */
  couldCover: peopleSchema.nullable(),
  elsewhere: peopleSchema.nullable(),
  /** Changes that anybody else landed there, newest first. */
  evidence: z.array(evidenceSchema),
  evidenceTotal: count,
});
export type DeputyRow = z.infer<typeof deputyRowSchema>;

/** Who else may land each area, and does. What is seen is who did; who may and never did is not. */
export const deputiesSchema = z.object({
  /** The person asked about. */
  person: z.string(),
  /** In seconds since 1970: nothing later was looked at. */
  moment: z.number(),
  /** Landings of so many days before it. */
  days: z.number(),
  /** Who is called active was seen in so many days before it. */
  activeDays: z.number(),
  /** Each repository as a whole, by name. */
  repositories: z.array(deputyRowSchema),
  /** Areas with changes, where most passed through the person first, then by name. */
  areas: z.array(deputyRowSchema),
});
export type Deputies = z.infer<typeof deputiesSchema>;

const lonelyAreaSchema = z.object({
  repository: z.string(),
  area: z.string(),
  /** All changes there in the days looked at, and those that the person wrote or landed. */
  changes: count,
  through: count,
  /** Nobody else who is active lands there; or, worse, nobody else who is active has worked there either. */
  lacks: z.enum(['lander', 'anybody']),
  evidence: z.array(evidenceSchema),
  evidenceTotal: count,
});

const releaseCadenceSchema = z.object({
  repository: z.string(),
  /** Releases that are no pre-releases, of those looked at (the newest ten). */
  releases: count,
  /** Of them, those of which somebody is known to have made them, and those that the person made. */
  known: count,
  byPerson: count,
  lastAt: z.number().nullable(),
  /** Median pause between them, and between the person's own; null of fewer than three pauses. */
  cadence: z.number().nullable(),
  ownCadence: z.number().nullable(),
  /** The last is longer ago than three median pauses: the habit is over, or goes on where this history does not show it. */
  isOver: z.boolean(),
  /** The last one plus the lower and the upper quartile of the pauses; null without a cadence, or when it is over. */
  nextBetween: z.object({ from: z.number(), until: z.number() }).nullable(),
  /** Others who ever released and are active, and those not seen lately. */
  others: peopleSchema,
  notSeenLately: peopleSchema,
  evidence: z.array(evidenceSchema),
  evidenceTotal: count,
});
export type ReleaseCadence = z.infer<typeof releaseCadenceSchema>;

/** What would have nobody else, as far as the evidence shows. */
export const nobodyElseSchema = z.object({
  person: z.string(),
  moment: z.number(),
  days: z.number(),
  activeDays: z.number(),
  areas: z.array(lonelyAreaSchema),
  /** How many areas had a change in these days. */
  areasSeen: count,
  reviews: z.object({
    /** Teammates' changes, and those of them that anybody but their authors is known to have approved or landed. */
    changes: count,
    seen: count,
    /** Who looked is known often enough to say who looks. */
    isVisible: z.boolean(),
    /** Of those: nobody but the person did. */
    onlyPerson: count,
    /** Changes with a known approval: without any, approvals are not in this evidence. */
    approved: count,
    evidence: z.array(evidenceSchema),
    evidenceTotal: count,
  }),
  releases: z.array(releaseCadenceSchema),
});
export type NobodyElse = z.infer<typeof nobodyElseSchema>;
