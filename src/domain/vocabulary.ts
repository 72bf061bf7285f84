import { z } from 'zod';

const known = new WeakMap<z.ZodType, ReadonlySet<string>>();

/** The words a schema itself prescribes, such as `high` and `none`: no name of anybody, also where somebody is called so. */
export function vocabularyOf(schema: z.ZodType): ReadonlySet<string> {
  const found = known.get(schema) ?? new Set(wordsIn(z.toJSONSchema(schema, { unrepresentable: 'any' })));
  known.set(schema, found);
  return found;
}

function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (key === 'const' || key === 'enum') return [one].flat().filter((word) => typeof word === 'string');
    return wordsIn(one);
  });
}
