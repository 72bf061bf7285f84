import { z } from 'zod';
import { recordSchema, recordVersionSchema } from './entry.ts';
import { kindDescribedSchema } from './kind-described.ts';

/**
 * What a page is told of the practice. Records name people in prose, where no alias can stand for them: while names are
 * hidden nothing of them is told, and `isHidden` says so.
 */
export const practiceAnswer = <T extends z.ZodType>(told: T) =>
  z.strictObject({
    isHidden: z.boolean(),
    /** Records of the generated team: in memory, gone when the program ends. */
    isDemo: z.boolean(),
    /** `2026-02-28`. */
    today: z.iso.date(),
    /** Why there is no place for such records, in two sentences: a bare repository holds no files. Null where there is one. */
    missing: z.strictObject({ message: z.string(), hint: z.string() }).nullable(),
    /** Null while names are hidden, and where something is missing. */
    told: told.nullable(),
  });

/** Every record of a kind, newest first, and what a form of it is made of. */
export const recordsToldSchema = z.strictObject({
  kind: kindDescribedSchema,
  records: z.array(recordSchema),
});
export type RecordsTold = z.infer<typeof recordsToldSchema>;

/** One record, with its versions in git, newest first; none where it lies in no repository. */
export const recordToldSchema = z.strictObject({
  kind: kindDescribedSchema,
  record: recordSchema,
  history: z.array(recordVersionSchema),
});
export type RecordTold = z.infer<typeof recordToldSchema>;
