import type { z } from 'zod';
import { type Refusal, refusal } from './refusal.ts';

/** What is wrong with a query or a body, in a sentence that names the part. */
export function sayIssue(error: z.ZodError): Refusal {
  const [issue] = error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'It' : issue.path.map(String).join('.');
  const why = (issue?.message ?? 'it cannot be read').replace(/^Invalid input: /, '').replace(/\.$/, '');
  return refusal(
    400,
    'usage',
    `${where} cannot be read: ${why.charAt(0).toLowerCase()}${why.slice(1)}.`,
    'See /api/openapi.json for what it may be.',
  );
}
