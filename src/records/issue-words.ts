import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no (true or false)',
  array: 'a list',
  object: 'a group of keys',
};

/** Why a value may not stand there, for whoever wrote it. */
export function issueWords(issue: Issue | undefined): string {
  if (issue === undefined) return 'is not valid';
  switch (issue.code) {
    case 'invalid_type':
      return issue.path.length > 0 && issue.input === undefined
        ? 'is missing'
        : `is not ${EXPECTED[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `is none of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'date'
        ? 'is no day such as 2026-12-01'
        : issue.format === 'regex'
          ? `is not ${issue.message}`
          : 'is not valid';
    case 'too_small':
      return issue.origin === 'string' ? 'says nothing' : `is below ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `is longer than ${issue.maximum}`
        : `is above ${issue.maximum}`;
    case 'unrecognized_keys':
      return `has what nobody knows: ${issue.keys.join(', ')}`;
    default:
      return issue.message;
  }
}
