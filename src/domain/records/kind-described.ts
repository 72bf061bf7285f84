import { z } from 'zod';

/** How a field is filled in: what stands in a front matter, as a form asks for it. */
export const FIELD_INPUTS = ['day', 'line', 'lines', 'choice', 'yes-no', 'hundredths', 'rows'] as const;
export type FieldInput = (typeof FIELD_INPUTS)[number];

const field = {
  /** Its name in the file. */
  key: z.string(),
  /** The same with spaces. */
  label: z.string(),
  /** What it says, in a sentence. */
  doc: z.string(),
  input: z.enum(FIELD_INPUTS),
  /** The words of a `choice`. */
  choices: z.array(z.string()),
  /** A record, or a row of `rows`, is not valid without it. */
  isNeeded: z.boolean(),
};

const columnDescribedSchema = z.strictObject(field);
export type ColumnDescribed = z.infer<typeof columnDescribedSchema>;

/** A field of a kind, as a form needs to know it; a row of `rows` has columns. */
export const fieldDescribedSchema = z.strictObject({ ...field, columns: z.array(columnDescribedSchema) });
export type FieldDescribed = z.infer<typeof fieldDescribedSchema>;

/** A kind of record as JSON: what a form and a list of its records are made of. */
export const kindDescribedSchema = z.strictObject({
  id: z.string(),
  command: z.string(),
  one: z.string(),
  many: z.string(),
  summary: z.string(),
  meaning: z.string(),
  visibility: z.enum(['team', 'private']),
  /** Fields asked for when one is captured, beside its title. */
  capture: z.array(z.string()),
  states: z.array(z.strictObject({ word: z.string(), doc: z.string(), isOpen: z.boolean() })),
  days: z.array(z.strictObject({ key: z.string(), asks: z.string() })),
  sections: z.array(z.strictObject({ heading: z.string(), prompt: z.string() })),
  fields: z.array(fieldDescribedSchema),
});
export type KindDescribed = z.infer<typeof kindDescribedSchema>;
