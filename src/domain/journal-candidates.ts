import { z } from 'zod';
import { JOURNAL_KINDS } from './records/journal.ts';
import { evidenceSchema, peopleSchema } from './report.ts';

/** Something the lead visibly did that no scorecard counts: what was seen, never what came of it. */
export const journalCandidateSchema = z.object({
  /**
   * complex-review: approved or tested a complex change of others. first-change: let the first change of somebody land. written
   * together: a product change with the lead and others as authors. decision: wrote a decision record. */
  seen: z.enum(['complex-review', 'first-change', 'written-together', 'decision']),
  kind: z.enum(JOURNAL_KINDS),
  /** `2026-02-28`. */
  on: z.iso.date(),
  /** One sentence, as it would be logged. */
  title: z.string().min(1),
  /** Whom it was for, as far as the evidence shows. */
  beneficiaries: peopleSchema,
  evidence: z.array(evidenceSchema).min(1),
  /** The command that logs it; a claim is for the lead to add. */
  line: z.string().min(1),
});
export type JournalCandidate = z.infer<typeof journalCandidateSchema>;

export const journalCandidatesSchema = z.object({
  repositories: z.array(z.string()),
  window: z.object({ since: z.number(), until: z.number() }),
  lead: z.string().nullable(),
  /** Newest first. */
  candidates: z.array(journalCandidateSchema),
  /** How many there are that the journal names already. */
  logged: z.int().min(0),
  notes: z.array(z.string()),
});
export type JournalCandidates = z.infer<typeof journalCandidatesSchema>;
