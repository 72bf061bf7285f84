import type { ArgumentDefinition, CommandContext, OptionDefinition } from './command.ts';

/** What several commands about delegations take, in the same words. */
export const NAME: ArgumentDefinition = {
  name: 'name',
  doc: 'Its name, or as much of the beginning as no other has.',
  isRequired: true,
  isVariadic: false,
};
export const nameIn = ({ arguments: { name } }: CommandContext): string => name?.[0] ?? '';

export const EVERY: OptionDefinition = {
  name: 'every',
  kind: 'number',
  value: 'DAYS',
  min: 0,
  max: 366,
  isWhole: true,
  doc: 'Days from one check-in to the next; 0 for none.',
};
