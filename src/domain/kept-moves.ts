import { z } from 'zod';
import { movePlanSchema } from './moves.ts';

/** What `fortnight moves keep` answers. */
export const keptMovesSchema = z.object({
  /** The file written. */
  path: z.string(),
  plan: movePlanSchema,
});
export type KeptMoves = z.infer<typeof keptMovesSchema>;
