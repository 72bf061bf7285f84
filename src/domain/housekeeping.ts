import { z } from 'zod';

/** What an export wrote: a folder, and files in it. */
export const exportedSchema = z.object({ directory: z.string(), files: z.array(z.string()) });
export type ExportedFiles = z.infer<typeof exportedSchema>;

/** What was removed from the data directory, and what was left because Fortnight did not write it. */
export const cleanedSchema = z.object({
  dataDirectory: z.string(),
  removed: z.array(z.string()),
  bytes: z.int(),
  left: z.array(z.string()),
});
export type CleanedFiles = z.infer<typeof cleanedSchema>;
