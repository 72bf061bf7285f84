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

const namedMeasureSchema = z.object({ measure: z.string(), title: z.string() });

/** A finding, and the measures that rest on that evidence. */
export const restedFindingSchema = z.object({
  ...findingSchema.shape,
  ways: z.array(waySchema),
  /** Measures that read it and have no answer here. Empty when the evidence is there. */
  blocks: z.array(namedMeasureSchema),
  /** Measures that read it and answer less surely. Empty when the evidence is there. */
  weakens: z.array(namedMeasureSchema),
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

/** What evidence there is, what that blocks, where it lies, and how it is taken along or forgotten. */
export const dataStandingSchema = z.object({
  ...diagnosisSchema.shape,
  /** The same in one sentence. */
  summary: z.string(),
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
