import { z } from 'zod';

/** Where the records of a kind lie. */
export const recordPlaceSchema = z.strictObject({
  kind: z.string(),
  many: z.string(),
  visibility: z.enum(['team', 'private']),
  /** The folder, with every link followed; null where there is none: a team kind without a repository. */
  folder: z.string().nullable(),
  /** Records that can be read. */
  records: z.int(),
  /** What is wrong with the place itself, and what to do about it. */
  trouble: z.string().nullable(),
});

/** Where records lie. */
export const recordPlacesSchema = z.strictObject({ places: z.array(recordPlaceSchema) });
export type RecordPlaces = z.infer<typeof recordPlacesSchema>;

/** What is wrong with records, file by file. */
export const recordsCheckSchema = z.strictObject({
  isValid: z.boolean(),
  places: z.array(recordPlaceSchema),
  problems: z.array(
    z.strictObject({
      kind: z.string(),
      /** The file, so that an editor opens it. */
      file: z.string(),
      /** From 1. */
      line: z.int().min(1),
      /** The key it is about; null for the file as a whole. */
      key: z.string().nullable(),
      message: z.string(),
    }),
  ),
});
export type RecordsCheck = z.infer<typeof recordsCheckSchema>;

/** Private records that were encrypted or decrypted. */
export const recordsConvertedSchema = z.strictObject({
  to: z.enum(['encrypted', 'plain']),
  /** Within the private folder. */
  converted: z.array(z.string()),
});
export type RecordsConverted = z.infer<typeof recordsConvertedSchema>;
