import type { OptionDefinition, OptionValues } from './command.ts';

/** Options that every question about an absence takes, in the same words. */
export const PERSON: OptionDefinition = {
  name: 'person',
  kind: 'text',
  value: 'WHO',
  isRepeatable: true,
  doc: 'Who is away; more than once for several who are away together. Default: the lead.',
};

export const DAYS: OptionDefinition = {
  name: 'days',
  kind: 'number',
  value: 'N',
  min: 1,
  max: 366,
  isWhole: true,
  default: 14,
  doc: 'Days away, weekends included.',
};

export const TARGET: OptionDefinition = {
  name: 'target',
  kind: 'number',
  value: 'D',
  min: 0,
  max: 1,
  default: 0.2,
  doc: 'What the moves are to reach: D, the share of teammates’ work that passes only through the person away, under this, and no receiver over it either.',
};

export const LOAD: OptionDefinition = {
  name: 'load',
  kind: 'number',
  value: 'N',
  min: 0,
  max: 100,
  default: 2,
  doc: 'What the moves may cost: at most so many changes of others a week for a receiver, over their spare capacity (the 90th percentile of what they land in two weeks, less the mean).',
};

/** Who is away; empty: the lead. */
export const personsIn = (options: OptionValues): readonly string[] =>
  (options[PERSON.name] as readonly string[] | undefined) ?? [];

/** The value of an option that holds a number, else what it is without being given. */
export function numberIn(options: OptionValues, { name, default: otherwise }: OptionDefinition): number {
  const value = options[name];
  return typeof value === 'number' ? value : Number(otherwise ?? 0);
}

/** The value of an option that holds text; null where it was not given. */
export function textIn(options: OptionValues, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}
