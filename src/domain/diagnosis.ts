import { z } from 'zod';
import { recordPlaceSchema } from './records/record-check.ts';
import { settingSchema } from './setting.ts';

/** A kind of evidence: whether it is there, what was found, what would give more. */
export const findingSchema = z.object({
  id: z.enum(['history', 'changes', 'landers', 'reviews', 'releases', 'areas', 'people', 'configuration']),
  title: z.string(),
  /** there: enough; thin: answers are less sure; missing: some questions have no answer. */
  state: z.enum(['there', 'thin', 'missing']),
  finding: z.string(),
  remedy: z.string().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

export const diagnosedRepositorySchema = z.object({
  repository: z.string(),
  path: z.string(),
  head: z.string().nullable(),
  headTime: z.number().nullable(),
  firstTime: z.number().nullable(),
  commits: z.int(),
  changes: z.int(),
  /** Branches whose work has not landed, as far as this clone knows; release and maintenance lines are none. */
  openBranches: z.int(),
  /** Decision records at the head, and those of them that are proposed or a draft. */
  decisions: z.int(),
  openDecisions: z.int(),
  isShallow: z.boolean(),
  isPartial: z.boolean(),
  forgeUrl: z.string().nullable(),
  /** The files at the head that Fortnight reads: mailmap, attributes, owners, workspaces, fortnight.yml. */
  documents: z.array(z.string()),
  warnings: z.array(z.string()),
});

/** What evidence there is, what is missing, and what that blocks. */
export const diagnosisSchema = z.object({
  ...settingSchema.shape,
  versions: z.object({ fortnight: z.string(), node: z.string(), git: z.string() }),
  dataDirectory: z.string(),
  sources: z.array(diagnosedRepositorySchema),
  evidence: z.array(findingSchema),
  /** Measures that have no answer here, and why. */
  blocked: z.array(z.object({ measure: z.string(), title: z.string(), because: z.string() })),
  /** Where the records of the practice lie. */
  records: z.array(recordPlaceSchema),
  /** Private records that lie in a repository, where they do not belong. */
  exposed: z.array(z.object({ repository: z.string(), path: z.string() })),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;
