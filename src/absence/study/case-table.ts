import { PREDICTORS } from '../../domain/absence-backtest.ts';
import type { StudyCase, StudyRepository } from './study-case.ts';

const HEAD = [
  'repository',
  'kind',
  ...PREDICTORS,
  'visibility',
  'usual',
  'landed',
  'outcome',
  'y',
  'windows',
  'holidays',
];

/** First line of the table: by it a file is known to be one. */
export const CASE_TABLE_HEAD = HEAD.join(',');

/**
 * Every case as a line of CSV (RFC 4180), by repository and then by time, for whoever wants to look or to do other sums. No
 * person, no date: nobody can be told by it who was away when. A name that a spreadsheet would take for a formula is
 * led by an apostrophe.
 */
export function caseTable(repositories: readonly StudyRepository[]): string {
  const sorted = [...repositories].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const lines = sorted.flatMap(({ name, cases, present }) => [
    ...cases.map((one) => line(name, 'absent', one)),
    ...present.map((one) => line(name, 'present', one)),
  ]);
  return `${[CASE_TABLE_HEAD, ...lines].join('\r\n')}\r\n`;
}

function line(repository: string, kind: 'absent' | 'present', one: StudyCase): string {
  const numbers = PREDICTORS.map((predictor) => numeral(one[predictor]));
  const { visibility, usual, landed, outcome, y, windows, touchesHolidays } = one;
  return [
    text(repository),
    kind,
    ...numbers,
    numeral(visibility),
    numeral(usual),
    numeral(landed),
    outcome ?? '',
    numeral(y),
    numeral(windows),
    touchesHolidays ? 'yes' : 'no',
  ].join(',');
}

const numeral = (value: number | null): string => (value === null ? '' : String(Number(value.toFixed(4))));

/** CSV injection (OWASP): a cell that begins with one of these is a formula to a spreadsheet. */
function text(value: string): string {
  const harmless = /^[=+\-@\t\r\n|%]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
