import { z } from 'zod';
import { scanStateSchema } from '../../domain/scan-state.ts';
import { deed } from '../deed.ts';

/** Ends the scan that runs, and waits until it has ended; the facts are those of the last complete one. */
export const scanCancelDeed = deed({
  summary: 'Cancel the scan that runs',
  body: z.strictObject({}),
  answer: scanStateSchema,
  do: ({ session }) => session.cancelScan(),
});
