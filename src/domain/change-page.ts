import { z } from 'zod';
import { peopleSchema } from './report.ts';
import { settingSchema } from './setting.ts';

const instant = z.number().nullable();

/** One commit: whoever authored it in an alphabetical set with the co-authors. */
export const commitSchema = z.object({
  id: z.string(),
  subject: z.string(),
  authors: peopleSchema,
  /** Author time. */
  madeAt: instant,
  /** Committer time. */
  committedAt: instant,
  url: z.string().nullable(),
  /** Reformatting or mass rename: it transfers no knowledge. */
  isBulk: z.boolean(),
});
export type CommitTold = z.infer<typeof commitSchema>;

const relatedSchema = z.object({ id: z.string(), title: z.string(), at: instant });

/** Everything the facts say of one change; of a commit that has not landed, the commit alone. */
export const changePageSchema = z.object({
  ...settingSchema.shape,
  repository: z.string(),
  /** The commit that was asked for. */
  commit: commitSchema,
  /** The commit asked for is part of a change that is known by another commit. */
  isPart: z.boolean(),
  change: z
    .object({
      id: z.string(),
      title: z.string(),
      url: z.string().nullable(),
      number: z.int().nullable(),
      /** Address of the pull or merge request. */
      requestUrl: z.string().nullable(),
      /** How it landed, in words. */
      route: z.string(),
      authors: peopleSchema,
      /** One name, or none where it is not known. */
      lander: peopleSchema,
      /** How that is known, or why not: one sentence. */
      landerBecause: z.string(),
      /** What others did before it landed, each kind in words. */
      reviews: z.array(z.object({ kind: z.string(), people: peopleSchema })),
      /** Of a squash both are null: it is made where it lands, and hides the work before. */
      beganAt: instant,
      workedAt: instant,
      landedAt: instant,
      /** Seconds from the last work until it landed; null where unknown. */
      waiting: z.number().nullable(),
      /** Seconds from the first work until it landed. */
      leadTime: z.number().nullable(),
      commits: z.array(commitSchema),
      commitsTotal: z.int(),
      /** By area, alphabetically; files that belong to none come last. */
      areas: z.array(
        z.object({
          area: z.string().nullable(),
          files: z.array(
            z.object({
              path: z.string(),
              oldPath: z.string().nullable(),
              /** added, modified, deleted, renamed, …, in words. */
              status: z.string(),
              class: z.string(),
            }),
          ),
        }),
      ),
      filesTotal: z.int(),
      isRevert: z.boolean(),
      isFix: z.boolean(),
      /** What it takes back, where that is known here. */
      reverts: z.array(relatedSchema),
      /** What took it back. */
      revertedBy: z.array(relatedSchema),
      /** Whether a coding assistant took part, as one sentence. */
      assistance: z.string(),
      /** Which figures of the window it counts in, and as what; why in none. Sentences. */
      counts: z.array(z.object({ measure: z.string().nullable(), sentence: z.string() })),
    })
    .nullable(),
});
export type ChangePage = z.infer<typeof changePageSchema>;
