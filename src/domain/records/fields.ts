import { z } from 'zod';

/** Building stones of record kinds. Each is written into front matter as it reads: `2026-02-28`, `true`, `[a, b]`. */

/** A day, as `2026-02-28`. */
export const day = (doc: string) => z.iso.date().describe(doc);
/** One line of text. */
export const line = (doc: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .regex(/^[^\n\r]*$/, 'one line')
    .describe(doc);
/** A list of lines. */
export const lines = (doc: string) => z.array(z.string().trim().min(1).max(2000)).max(200).describe(doc);
/** One of a few words. */
export const oneOf = <const W extends readonly [string, ...string[]]>(words: W, doc: string) =>
  z.enum(words).describe(doc);
/** How sure somebody is, in hundredths. */
export const sureness = (doc: string) => z.int().min(1).max(99).describe(doc);
export const yesNo = (doc: string) => z.boolean().describe(doc);
