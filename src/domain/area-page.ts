import { z } from 'zod';
import { confidenceSchema, evidenceSchema, peopleSchema, shareSchema } from './report.ts';
import { settingSchema } from './setting.ts';

const evidenced = { evidence: z.array(evidenceSchema), evidenceTotal: z.int().min(0) };

/** One change of an area, as a line. */
export const areaChangeSchema = z.object({
  id: z.string(),
  title: z.string(),
  landedAt: z.number().nullable(),
  authors: peopleSchema,
  /** One name, or none where it is not known. */
  lander: peopleSchema,
  number: z.int().nullable(),
  url: z.string().nullable(),
  requestUrl: z.string().nullable(),
  /** Product files of it here. */
  files: z.int(),
});

/** Everything the facts say of one area. */
export const areaPageSchema = z.object({
  ...settingSchema.shape,
  repository: z.string(),
  area: z.string(),
  /** What named it, in words. */
  source: z.string(),
  files: z.int(),
  bytes: z.number(),
  /** Who knows it, and how sure that is. */
  knowledge: z.object({
    answer: z.string(),
    confidence: confidenceSchema,
    /** Active, with living knowledge. */
    known: peopleSchema,
    /** Held it, and were not seen for longer than their usual pauses. */
    gone: peopleSchema,
    formula: z.string(),
    misleads: z.string(),
    ...evidenced,
  }),
  /** Who could cover the lead here; null where the lead had no part in the window, or is not known. */
  cover: z
    .object({
      here: peopleSchema,
      elsewhere: peopleSchema,
      /** Changes of the window here that the lead had a part in. */
      changes: z.int(),
      confidence: confidenceSchema,
      ...evidenced,
    })
    .nullable(),
  /** How much of the team's work here landed through the lead alone. */
  gate: z.object({
    answer: z.string(),
    /** Null where too little is known. */
    share: shareSchema.nullable(),
    confidence: confidenceSchema,
    /** Teammates' changes of the window here. */
    changes: z.int(),
    /** Who else landed here in the window. */
    others: peopleSchema,
    ...evidenced,
  }),
  /** Changes by people that landed here: at any time, and in the window. */
  changesTotal: z.int(),
  changesInWindow: z.int(),
  /** Newest first, from `skip` on. */
  changes: z.array(areaChangeSchema),
  skip: z.int(),
  /** Releases that came after a change here and before the next release; newest first. */
  releases: z.array(z.object({ name: z.string(), at: z.number().nullable(), changes: z.int() })),
  decisions: z.array(
    z.object({ path: z.string(), title: z.string(), status: z.string().nullable(), date: z.string().nullable() }),
  ),
  /** Branches with work here that has not landed. */
  openWork: z.array(
    z.object({
      branch: z.string(),
      tip: z.string(),
      workedAt: z.number().nullable(),
      authors: peopleSchema,
      url: z.string().nullable(),
    }),
  ),
});
export type AreaPage = z.infer<typeof areaPageSchema>;
