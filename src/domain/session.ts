import { z } from 'zod';
import { FIGURE_KINDS, SUBJECTS } from './report.ts';
import { scanStateSchema } from './scan-state.ts';
import { leadSchema } from './setting.ts';

/**
 * Where facts stand: `no-repository`: there is none where the server was started; `never-scanned`: nothing was read yet and
 * nobody reads now; `scanning`: the first scan runs; `ready`: questions are answered, also while a later scan runs;
 * `failed`: `error` says why there are no facts.
 */
export const SESSION_STATES = ['no-repository', 'never-scanned', 'scanning', 'ready', 'failed'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** A measure as a page lists it, before it is asked. */
export const cataloguedMeasureSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** One sentence ending in a question mark. */
  question: z.string(),
  subject: z.enum(SUBJECTS),
  figureKind: z.enum(FIGURE_KINDS),
  /** When it misleads. */
  misleads: z.string(),
  /** What the word means, as the glossary says; null where it has no entry. */
  meaning: z.string().nullable(),
  needsLead: z.boolean(),
});
export type CataloguedMeasure = z.infer<typeof cataloguedMeasureSchema>;

/** What a surface that stays open knows of what it looks at. Answered in every state. */
export const sessionSchema = z.object({
  version: z.string(),
  place: z.enum(['here', 'demo']),
  state: z.enum(SESSION_STATES),
  /** Why there is no repository, or why the first scan failed, and what to do. */
  error: z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() }).nullable(),
  /** Raised each time facts were opened anew: what was asked before may have another answer now. */
  generation: z.int(),
  /** The scan that runs, or the last one. */
  scan: scanStateSchema,
  /** A generated team can be looked at instead. */
  canOpenDemo: z.boolean(),
  /** Facts can be read again; those of the demo are what they are. */
  canScan: z.boolean(),
  measures: z.array(cataloguedMeasureSchema),
  /** The following are null or empty until the state is `ready`. */
  repositories: z.array(
    z.object({ name: z.string(), forgeUrl: z.string().nullable(), isShallow: z.boolean(), isPartial: z.boolean() }),
  ),
  window: z.object({ since: z.number(), until: z.number() }).nullable(),
  lead: leadSchema.nullable(),
  notes: z.array(z.string()),
  isPartial: z.boolean(),
  /** The repositories look different from when they were read: a scan would find something. False while one runs. */
  hasMovedOn: z.boolean(),
  /**
   * Who can be chosen as away, in alphabetical order: people seen at work in the 182 days before the window's end, then
   * everybody else. A name that two people bear stands as `Name <email>`. No figure stands beside them.
   */
  people: z.object({ active: z.array(z.string()), others: z.array(z.string()) }),
});
export type SessionAnswer = z.infer<typeof sessionSchema>;
