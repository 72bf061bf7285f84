import { describeKind } from '../app/practice/describe-kind.ts';
import type { RecordKind } from '../domain/records/kind.ts';
import type { FieldDescribed } from '../domain/records/kind-described.ts';
import type { OptionDefinition, OptionValues } from './command.ts';
import { GLOBAL_OPTIONS } from './options.ts';

/** A field of a kind that fits on a command line, and the option that gives it. */
export interface FieldOption {
  readonly field: FieldDescribed;
  readonly option: OptionDefinition;
}

/** Options of the generated commands themselves. */
const TAKEN = new Set([
  'title',
  'section',
  'unset',
  'all',
  'help',
  'version',
  ...GLOBAL_OPTIONS.map(({ name }) => name),
]);

/**
 * An option for every field of a kind, what is asked for at capture first. A field whose name an option of every command has
 * is given with the kind before it: `--journal-evidence`. Lists of rows are left to special commands and to an editor.
 */
export function fieldOptions(kind: RecordKind): readonly FieldOption[] {
  const fields = describeKind(kind).fields.filter(({ input }) => input !== 'rows');
  const rank = ({ key }: FieldDescribed) =>
    kind.capture.includes(key) ? kind.capture.indexOf(key) : kind.capture.length;
  return fields
    .sort((a, b) => rank(a) - rank(b))
    .map((field) => ({ field, option: optionOf(field, TAKEN.has(field.key) ? `${kind.id}-${field.key}` : field.key) }));
}

function optionOf({ input, doc, choices }: FieldDescribed, name: string): OptionDefinition {
  switch (input) {
    case 'choice':
      return { name, kind: 'choice', value: 'WORD', choices, doc };
    case 'yes-no':
      return { name, kind: 'choice', value: 'ANSWER', choices: ['yes', 'no'], doc };
    case 'day':
      return { name, kind: 'text', value: 'DAY', doc: `${doc} Such as 2026-12-01, today or +2w.` };
    case 'hundredths':
      return { name, kind: 'text', value: 'N', doc };
    case 'lines':
      return { name, kind: 'text', value: 'TEXT', isRepeatable: true, doc: `${doc} May be given more than once.` };
    default:
      return { name, kind: 'text', value: 'TEXT', doc };
  }
}

/** What was given for fields, by key and as written; what was not given is absent. */
export function fieldsGiven(
  kind: RecordKind,
  options: OptionValues,
): Readonly<Record<string, string | readonly string[]>> {
  const given: Record<string, string | readonly string[]> = {};
  for (const { field, option } of fieldOptions(kind)) {
    const value = options[option.name];
    if (typeof value === 'string' || Array.isArray(value)) given[field.key] = value as string | readonly string[];
  }
  return given;
}
