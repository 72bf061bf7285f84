import { z } from 'zod';
import { evidenceSchema, peopleSchema, shareSchema } from './report.ts';

/**
 * The moves that would change what passes only through the person away. Figures in it belong to moves and to the plan:
 * receivers are sets of names, never with a figure of their own, never in an order by one.
 */

/**
 * landing-rights: an author lands their own changes, somebody else reviews. review-shift: somebody who lands already and
 * knows the place lands others' changes instead of the person away. pairing: the same after learning it with that person.
 */
export const MOVE_KINDS = ['landing-rights', 'review-shift', 'pairing'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** Whose changes a move covers: the receiver's own, one author's, those of authors seen once or twice, or everybody's. */
export const MOVE_AUTHORS = ['own', 'author', 'occasional', 'everybody'] as const;

const count = z.int().min(0);
const fraction = z.number().min(0).max(1);

/** Which teammates' changes a move re-routes. */
export const moveScopeSchema = z
  .object({
    authors: z.enum(MOVE_AUTHORS),
    /** Whose, where it is one author's. */
    author: peopleSchema,
    /** Null, like `area`: everywhere. */
    repository: z.string().nullable(),
    /** A change is covered when it touches this area. */
    area: z.string().nullable(),
  })
  .refine((scope) => (scope.authors === 'author') === (scope.author.people.length === 1), 'one author is named or none')
  .refine((scope) => (scope.repository === null) === (scope.area === null), 'an area lies in a repository');
export type MoveScope = z.infer<typeof moveScopeSchema>;

export const moveSchema = z.object({
  kind: z.enum(MOVE_KINDS),
  receiver: peopleSchema.refine((cell) => cell.people.length === 1, 'a move has one receiver'),
  scope: moveScopeSchema,
  /** Teammates' changes of the last 182 and 56 days in its scope that the person away landed. */
  covers: z.object({ half_year: count, recent: count }),
  /** Those of 56 days, of all teammates' changes then. */
  share: shareSchema,
  /** Changes in its scope in 182 days whose lander is known, and those that landed without the person: as it was before. */
  before: z.object({ without: count, of: count }),
  removes: z.object({
    /** What D would lose were this the only move. */
    alone: fraction,
    /** What D would gain were this one left out of the plan. */
    last: fraction,
  }),
  /** D after this move and those above it. */
  after: fraction,
  /** What the receiver takes over, in changes a week, over the last 8 weeks. */
  load: z.object({ median: z.number().min(0), busiest: count }),
  learns: z.object({
    /** How many changes to land together first; 0: nothing to learn. */
    changes: count,
    /** Has not been seen landing. */
    landing: z.boolean(),
    /** Areas of the move in which the receiver was not seen in a year. */
    areas: z.array(z.string()),
  }),
  /** The newest changes it covers. */
  evidence: z.array(evidenceSchema),
  evidenceTotal: count,
});
export type Move = z.infer<typeof moveSchema>;

/** What has nobody else, and the smallest thing to do about it. It changes no D. */
export const findingSchema = z.object({
  kind: z.enum(['document', 'delegate-releases', 'own-decision']),
  repository: z.string(),
  /** The area, the newest release, or the decision. */
  about: z.string(),
  /** What it rests on: changes there in 182 days, releases in a year; null for a decision. */
  count: count.nullable(),
  /** Active people nearest to it; may be empty. */
  candidates: peopleSchema,
});
export type Finding = z.infer<typeof findingSchema>;

/**
 * planned: the moves bring D under the target. under-target: it is there already. unreachable: the moves get as far as
 * they get. not-visible: too few landers are known for any move by D. too-few: too little landed to tell.
 * cut-off: a shallow clone hides who else landed.
 */
export const PLAN_STATUS = ['planned', 'under-target', 'unreachable', 'not-visible', 'too-few', 'cut-off'] as const;

/** What keeps D above the target. */
export const BLOCKERS = {
  'nobody-active': 'no active person could take anything over',
  'no-receiver': 'nobody active who knows the work could take the rest',
  load: 'it would be more than --load allows the receivers',
  'next-bottleneck': 'a receiver would become the next bottleneck',
  together: 'the limits on load and on the next bottleneck together',
} as const;
export type Blocker = keyof typeof BLOCKERS;

export const movePlanSchema = z.object({
  repositories: z.array(z.string()),
  /** Who is away, as asked. */
  away: peopleSchema,
  /** Seconds since 1970: nothing later was looked at. */
  moment: z.number(),
  target: fraction,
  /** Changes a week a receiver may be given over their own spare capacity. */
  load: z.number().min(0),
  status: z.enum(PLAN_STATUS),
  visibility: shareSchema.nullable(),
  /** Teammates' changes of the last 56 days, which D is about. */
  work: count,
  /** D; null where landing is not visible or too little landed. */
  before: shareSchema.nullable(),
  /** D of the same weeks, had every move been followed in the last 182 days. */
  after: shareSchema.nullable(),
  /** The greatest D and the greatest G of any receiver in the same history: who could become the next bottleneck. */
  next: z.object({ dependence: fraction, gate: fraction }).nullable(),
  /** Ordered by the dependence they remove. */
  moves: z.array(moveSchema),
  findings: z.array(findingSchema),
  blocker: z.enum(Object.keys(BLOCKERS) as [Blocker, ...Blocker[]]).nullable(),
  /** How good the choice is; null where nothing was to be chosen. */
  optimum: z
    .object({
      candidates: count,
      /** Sum over moves of changes a week, changes learned together counted over 8 weeks. */
      load: z.number().min(0),
      /** No choice among the candidates reaches the target with fewer moves. */
      leastMoves: count,
      /** Nothing cheaper exists among the candidates. */
      isProven: z.boolean(),
      /** (cost - least cost proven possible) / that, cost being moves and, as a fraction of one, load. */
      gap: z.number().min(0),
    })
    .nullable(),
  notes: z.array(z.string()),
});
export type MovePlan = z.infer<typeof movePlanSchema>;
