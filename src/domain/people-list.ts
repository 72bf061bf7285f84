import { z } from 'zod';

const identitySchema = z.object({ identity: z.string(), rule: z.string(), evidence: z.string() });
const personSchema = z.object({
  person: z.string(),
  name: z.string(),
  kind: z.string(),
  identities: z.array(identitySchema),
});
export type PersonEntry = z.infer<typeof personSchema>;

/** Everybody, in alphabetical order, why identities were joined, and who else may be one person. No figures. */
export const peopleListSchema = z.object({
  people: z.array(personSchema),
  suggestions: z.array(
    z.object({
      people: z.tuple([z.string(), z.string()]),
      identities: z.tuple([z.string(), z.string()]),
      evidence: z.string(),
    }),
  ),
});
export type PeopleList = z.infer<typeof peopleListSchema>;

/** An edit of fortnight.yml: what it does, which figures it moves, and where it was written. */
export const peopleEditSchema = z.object({
  sentence: z.string(),
  effect: z.array(z.object({ figure: z.string(), before: z.string(), after: z.string() })),
  /** The file as it is now, or as it would be. */
  text: z.string(),
  /** Path of the file; null when it was only shown. */
  written: z.string().nullable(),
});
export type PeopleEdit = z.infer<typeof peopleEditSchema>;
