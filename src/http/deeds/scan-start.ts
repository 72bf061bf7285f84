import { z } from 'zod';
import { scanStateSchema } from '../../domain/scan-state.ts';
import { deed } from '../deed.ts';

/** Reads what is new, or everything again. While a scan runs, another is not started: the state of the one that runs is told. */
export const scanStartDeed = deed({
  summary: 'Start a scan; what it does is told by scan/progress',
  body: z.strictObject({ scan: z.enum(['when-needed', 'full']).default('when-needed') }),
  answer: scanStateSchema,
  do: async ({ session, body }) => session.startScan(body.scan),
});
