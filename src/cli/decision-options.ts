import { pages } from '../app/pages.ts';
import type { DecisionAnswer } from '../domain/decisions.ts';
import { EXIT } from '../domain/errors.ts';
import type { ArgumentDefinition, CommandContext, OptionDefinition, OptionValues, Outcome } from './command.ts';

export const NAME: ArgumentDefinition = {
  name: 'name',
  doc: 'Its name, its number, or as much of the beginning as no other has.',
  isRequired: true,
  isVariadic: false,
};
export const BECAUSE: OptionDefinition = {
  name: 'because',
  kind: 'text',
  value: 'TEXT',
  doc: 'Why; it is told in the text of the decision.',
};
export const text = (options: OptionValues, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};
export const texts = (options: OptionValues, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};
export const nameOf = (context: CommandContext): string => context.arguments.name?.[0] ?? '';
export const outcome = (data: DecisionAnswer): Outcome => ({ data, page: pages.decision(data), exitCode: EXIT.fine });
