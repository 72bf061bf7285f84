import { z } from 'zod';
import { confidenceSchema } from './report.ts';
import { settingSchema } from './setting.ts';

/** Place of a set of people. */
const set = z.int().min(0);

/**
 * Who knows which area and which file, told compactly, so that 100,000 files are a few megabytes: names once, each
 * distinct set of people once, files by their folder as columns. Sets hold active people with living knowledge; they have
 * no order but the alphabet's, and no figure.
 */
export const knowledgeMapSchema = z.object({
  ...settingSchema.shape,
  question: z.string(),
  /** How many areas are known to how few, in one sentence; or that there is not enough evidence. */
  answer: z.string(),
  /** `none`: who knows what cannot be told, and then all sets are empty. */
  confidence: confidenceSchema,
  /** How it is decided who knows an area, and a file. */
  formula: z.string(),
  misleads: z.string(),
  /** Active people who know any area or file, alphabetically. Two people of one name stand once. */
  people: z.array(z.string()),
  /** Place of the lead in `people`; null when there is none, or when they know nothing here. */
  leadAt: z.int().min(0).nullable(),
  /** Distinct sets, as places in `people`, ascending. The first is empty. */
  sets: z.array(z.array(z.int().min(0))),
  /** By repository and name; files in no area stand under an area without a name. */
  areas: z.array(
    z.object({
      repository: z.string(),
      area: z.string().nullable(),
      /** What named it, in words; null for no area. */
      source: z.string().nullable(),
      /** Product files at the head. */
      files: z.int().min(0),
      /** Bytes of those, where known. */
      bytes: z.number().min(0),
      /** Who knows the area: place in `sets`. */
      set,
    }),
  ),
  /** Folders of product files at the head, one entry for each area they belong to. */
  folders: z.array(
    z.object({
      /** Place in `areas`. */
      area: z.int().min(0),
      /** Path without a slash at its end; empty at the top. */
      path: z.string(),
      /** Names of the files, with a slash between. */
      names: z.string(),
      /** Bytes of each; 0 where not known. */
      sizes: z.array(z.number().min(0)),
      /** Who knows each: place in `sets`. Empty where nobody active does, which says nothing against the area's set. */
      sets: z.array(set),
    }),
  ),
});
export type KnowledgeMap = z.infer<typeof knowledgeMapSchema>;
