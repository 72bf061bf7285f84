import { z } from 'zod';
import { peopleSchema } from './report.ts';

const count = z.int().min(0);
const seconds = z.number().nullable();

const openBranchSchema = z.object({
  repository: z.string(),
  branch: z.string(),
  /** Id of its last commit. */
  tip: z.string(),
  /** Request number, where the name of the branch gives one. */
  number: z.int().nullable(),
  authors: peopleSchema,
  areas: z.array(z.string()),
  /** First and last author time of its work, in seconds since 1970. */
  beganAt: seconds,
  workedAt: seconds,
});
export type OpenBranch = z.infer<typeof openBranchSchema>;

/** Branches that have had no other way than one person, and that person's own. */
export const openWorkSchema = z.object({
  /** The person asked about. */
  person: z.string(),
  /** In seconds since 1970: no landing after it was looked at. */
  moment: z.number(),
  /** Work nobody touched for longer is counted as older. */
  freshDays: count,
  /** Teammates' changes of 91 days, those with a known lander, and whether those are enough to conclude from. */
  changes: count,
  visible: count,
  isVisible: z.boolean(),
  /** Teammates' branches that were looked at. */
  teammates: count,
  /** Those of them that have had no other way, the last touched first; none where landing is hidden. */
  waits: z.array(
    openBranchSchema.extend({
      /** authors: what its authors landed passed through the person. areas: nobody else lands where it lies. */
      because: z.enum(['authors', 'areas']),
    }),
  ),
  /** Unfinished branches of the person, the last touched first. */
  own: z.array(openBranchSchema),
  /** Branches of either kind that nobody touched of late. */
  older: count,
});
export type OpenWork = z.infer<typeof openWorkSchema>;

/** Decisions that are still to be taken and have the person in them. */
export const openDecisionsSchema = z.object({
  person: z.string(),
  moment: z.number(),
  /** Decision records at the head, and those of them that are proposed or a draft. */
  records: count,
  open: count,
  /** The last changed first. */
  waits: z.array(
    z.object({
      repository: z.string(),
      path: z.string(),
      title: z.string(),
      status: z.enum(['proposed', 'draft']),
      proposedAt: seconds,
      changedAt: seconds,
      /** decider: it names the person. writer: nobody else wrote it. areas: nobody else lands in what it is about. */
      because: z.enum(['decider', 'writer', 'areas']),
      /** Who else wrote it. */
      others: peopleSchema,
    }),
  ),
});
export type OpenDecisions = z.infer<typeof openDecisionsSchema>;
