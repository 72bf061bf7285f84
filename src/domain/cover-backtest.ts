import { z } from 'zod';

const share = z.number().min(0).max(1);
const hits = z.object({ hitAt3: share, meanReciprocalRank: share });
const rules = z.object({ formula: hits, last: hits, most: hits });
const gain = z.object({ hitAt3: z.number(), low: z.number(), high: z.number() });
const gains = z.object({ last: gain, most: gain });

/** How often who-could-cover was right on the past, beside two baselines. It counts and names nobody. */
export const coverBacktestSchema = z.object({
  histories: z.array(
    z.object({
      repository: z.string(),
      cases: z.int(),
      handovers: z.int(),
      reachable: share.nullable(),
      rules: rules.nullable(),
      gains: gains.nullable(),
    }),
  ),
  overall: z.object({ histories: z.int(), rules, gains }).nullable(),
  /** The next change without the lead, or the next that somebody else wrote, whoever landed it. */
  settledBy: z.enum(['without-lead', 'author']),
  parameters: z.record(z.string(), z.number()),
});
