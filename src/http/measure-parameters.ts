import { z } from 'zod';
import { measures } from '../app/measures.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { Measure } from '../domain/measure.ts';

export const measureIdSchema = z.enum(measures.map(({ id }) => id) as [string, ...string[]]);

/** The measure of that id. */
export function measureOf(id: string): Measure {
  const measure = measures.find((one) => one.id === id);
  if (measure === undefined) throw usage(`There is no measure ${id}.`, 'The scorecard lists them.');
  return measure;
}

/** Settings of a measure as they stand in an address, `half-life:90`; repeated for several. */
export const parameterList = z
  .union([z.string().max(100), z.array(z.string().max(100)).max(20)])
  .default([])
  .transform((given) => [given].flat());

/** Reads {@link parameterList} for one measure. Throws a usage error for what it does not have, or what lies out of range. */
export function parametersOf(measure: Pick<Measure, 'id' | 'parameters'>, given: readonly string[]) {
  return Object.fromEntries(
    given.map((text): [string, number] => {
      const cut = text.indexOf(':');
      const name = text.slice(0, Math.max(0, cut));
      const known = measure.parameters.find((parameter) => parameter.name === name);
      const value = Number(text.slice(cut + 1));
      if (known === undefined) {
        throw usage(
          `The measure ${measure.id} has no setting of that name.`,
          `It has: ${measure.parameters.map((p) => p.name).join(', ') || 'none'}.`,
        );
      }
      if (text.slice(cut + 1).trim() === '' || !Number.isFinite(value) || value < known.min || value > known.max) {
        throw usage(
          `The setting ${name} must be a number from ${known.min} to ${known.max}.`,
          `Its default is ${known.default}.`,
        );
      }
      return [name, value];
    }),
  );
}

const usage = (message: string, hint: string) => new FortnightError('usage', message, { hint, exitCode: EXIT.usage });
