import { z } from 'zod';
import { asked } from './asked.ts';

/** Several people are given by repeating `person`; one is one text. */
const persons = z
  .union([z.string().max(400), z.array(z.string().max(400)).max(50)])
  .default([])
  .transform((given) => [given].flat());

/** What every question about an absence takes: who is away and from when, as on the command line (`--person`, `--from`). */
export const absenceQuery = asked.extend({ person: persons, from: z.string().max(100).optional() });

/** Days away, weekends included. */
export const absenceLength = z.coerce.number().int().min(1).max(366).default(14);
