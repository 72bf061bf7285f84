import { z } from 'zod';
import { CODING_REASONS } from './records/coding.ts';
import { confidenceSchema, evidenceSchema, peopleSchema, shareSchema } from './report.ts';

const count = z.int().min(0);

/** The stretches of time the answers can be told by. */
export const CODING_PERIODS = ['month', 'quarter'] as const;
export type CodingPeriod = (typeof CODING_PERIODS)[number];

/** Answers below which no share is told. */
export const ENOUGH_ANSWERS = 10;

/** Why the lead wrote code, over some stretch of time. */
export const codingSharesSchema = z.object({
  /** `2026-11` or `2026-Q4`; `all` for everything there is. */
  period: z.string(),
  answers: count,
  /** By reason, in the order in which they are asked; `share` is null below {@link ENOUGH_ANSWERS} answers. */
  reasons: z.array(z.object({ why: z.enum(CODING_REASONS), answers: count, share: shareSchema.nullable() })),
});
export type CodingShares = z.infer<typeof codingSharesSchema>;

/** A change of the lead's in areas others could own. */
export const spareChangeSchema = z.object({
  repository: z.string(),
  /** The commit with which it landed. */
  change: z.string(),
  title: z.string(),
  /** `2026-02-28`. */
  landed: z.iso.date(),
  areas: z.array(z.string()),
  /** Active people who know any of these areas. */
  others: peopleSchema,
  evidence: evidenceSchema,
});
export type SpareChange = z.infer<typeof spareChangeSchema>;

/**
 * above, within: the whole interval lies there. open: it holds the target, so neither can be told. none: not enough evidence. */
export const TARGET_VERDICTS = ['above', 'within', 'open', 'none'] as const;

/** `fortnight code`: what is still to be answered, what the answers say, and the share of hands-on work beside its target. */
export const codingLogSchema = z.object({
  repositories: z.array(z.string()),
  window: z.object({ since: z.number(), until: z.number() }),
  lead: z.string().nullable(),
  /** The lead's product changes of the window in areas others could own; `asked`, the newest unanswered, are a part of them. */
  changes: z.object({ spare: count, answered: count, unanswered: count }),
  /** The newest unanswered ones, newest first. Older ones are not asked about: they never pile up. */
  asked: z.array(spareChangeSchema),
  by: z.enum(CODING_PERIODS),
  all: codingSharesSchema,
  /** The newest first; a stretch without an answer is left out. */
  periods: z.array(codingSharesSchema),
  handsOn: z.object({
    /** Events of the lead's that write product code, of all that the evidence shows; never hours. */
    share: shareSchema.nullable(),
    /** At most this share is meant to be hands-on. */
    target: z.number().min(0).max(1),
    basis: z.enum(['given', 'configured', 'default']),
    verdict: z.enum(TARGET_VERDICTS),
    /** One sentence. */
    answer: z.string().min(1),
    confidence: confidenceSchema,
  }),
  notes: z.array(z.string()),
});
export type CodingLog = z.infer<typeof codingLogSchema>;
