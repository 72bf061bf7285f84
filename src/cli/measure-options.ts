import { z } from 'zod';
import { measures } from '../app/measures.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { Measure } from '../domain/measure.ts';
import type { OptionDefinition, OptionValues } from './command.ts';

export const measureIds: readonly string[] = measures.map((measure) => measure.id);

/** What `fortnight measure` lists. */
export const catalogueSchema = z.object({
  measures: z.array(z.object({ id: z.string(), title: z.string(), question: z.string(), needsLead: z.boolean() })),
});

/** A measure's own parameters as options. */
export function parameterOptions(measure: Measure): readonly OptionDefinition[] {
  return measure.parameters.map(({ name, default: fallback, min, max, doc }) => {
    return { name, kind: 'number', value: 'N', min, max, default: fallback, doc };
  });
}

/** The parameters that were given, by name. */
export function parametersIn(measure: Measure, options: OptionValues): Readonly<Record<string, number>> {
  const given: Record<string, number> = {};
  for (const { name } of measure.parameters) {
    const value = options[name];
    if (typeof value === 'number') given[name] = value;
  }
  return given;
}

export function unknownMeasure(id: string): FortnightError {
  const near = measureIds.filter((known) => known.includes(id) || id.includes(known) || known[0] === id[0]);
  return new FortnightError('unknown-measure', `There is no measure called ${id}.`, {
    hint: near.length > 0 ? `Did you mean ${near.join(' or ')}? See fortnight measure.` : 'See fortnight measure.',
    exitCode: EXIT.usage,
  });
}
