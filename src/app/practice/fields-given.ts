import { dayGiven } from '../../domain/calendar-day.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import type { FieldInput } from '../../domain/records/kind-described.ts';
import { describeKind } from './describe-kind.ts';

/** Fields as they stand on a command line, by key. */
export type GivenFields = Readonly<Record<string, string | readonly string[]>>;

/**
 * What was given for fields, as it would stand in the record: a day for `+2w`, a truth for `yes`. What cannot be understood stays as it was
 * written, so that whoever checks it can say what may stand there.
 */
export function readFields(kind: RecordKind, given: GivenFields, today: string): Readonly<Record<string, unknown>> {
  const inputs = new Map(describeKind(kind).fields.map(({ key, input }) => [key, input]));
  return Object.fromEntries(
    Object.entries(given).map(([key, text]) => [key, understood(text, inputs.get(key) ?? 'line', today)]),
  );
}

function understood(text: string | readonly string[], input: FieldInput, today: string): unknown {
  if (typeof text !== 'string') return text;
  switch (input) {
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : text;
    case 'hundredths':
      return /^-?\d+$/.test(text) ? Number(text) : text;
    case 'day':
      return dayGiven(text, today) ?? text;
    case 'lines':
      return [text];
    default:
      return text;
  }
}
