import { z } from 'zod';
import { diagnosedRepositorySchema, diagnosisSchema, findingSchema } from './diagnosis.ts';

/** What would give more of a kind of evidence, as something one can do. */
const waySchema = z.discriminatedUnion('kind', [
  /** To be typed into a shell as it stands. */
  z.object({ kind: z.literal('command'), command: z.string() }),
  /** A longer stretch of time, as `--since` takes it. */
  z.object({ kind: z.literal('window'), since: z.string() }),
  z.object({ kind: z.literal('people') }),
]);

/** A finding, and the measures that rest on that evidence. */
export const restedFindingSchema = z.object({
  ...findingSchema.shape,
  ways: z.array(waySchema),
  /** Measures that read it: without an answer, or less sure. Empty when the evidence is there. */
  readBy: z.array(z.object({ measure: z.string(), title: z.string() })),
});
export type RestedFinding = z.infer<typeof restedFindingSchema>;

export const standingRepositorySchema = z.object({
  ...diagnosedRepositorySchema.shape,
  /** Seconds since 1970: when its facts were last brought up to date; null when nobody knows. */
  scannedAt: z.number().nullable(),
  /** What its facts take on the disk, in bytes. */
  bytes: z.int(),
  /** Folders in which decision records were found, and how many lie in each. */
  decisionFolders: z.array(z.object({ folder: z.string(), records: z.int() })),
});
export type StandingRepository = z.infer<typeof standingRepositorySchema>;

/** What evidence there is, what rests on it, where it lies, and how it is taken along or forgotten. */
export const dataStandingSchema = z.object({
  ...diagnosisSchema.omit({ blocked: true, records: true, exposed: true }).shape,
  evidence: z.array(restedFindingSchema),
  sources: z.array(standingRepositorySchema),
  commands: z.object({
    /** Writes every table into a folder, for other engines. */
    export: z.string(),
    /** Removes these facts, and all facts. */
    forget: z.string(),
    forgetAll: z.string(),
  }),
});
export type DataStanding = z.infer<typeof dataStandingSchema>;

/** Which measures have no answer, and how much of what Fortnight reads is here, in a sentence or two. */
export const unansweredSchema = z.object({ ...diagnosisSchema.pick({ blocked: true }).shape, summary: z.string() });
export type Unanswered = z.infer<typeof unansweredSchema>;
