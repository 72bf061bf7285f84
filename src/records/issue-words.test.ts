import { expect, it } from 'vitest';
import { memoryFolder } from '../../test/memory-folder.ts';
import { decisionKind } from '../domain/records/decision.ts';
import { openRecords } from './records.ts';

const problemsOf = async (lines: string) => {
  const folder = memoryFolder({ 'a.md': `---\nstatus: proposed\n${lines}\n---\n\n# A\n` });
  const records = openRecords(decisionKind, folder, { today: '2026-02-28', pathOf: (name) => name });
  return (await records.get('a')).problems.map(({ key, message }) => `${key}: ${message}`);
};

it.each([
  ['decide-by: 2026-02-31', 'decide-by: is no day such as 2026-12-01'],
  ['owner: {a: 1}', 'owner: is not text'],
  ['extended: 5', 'extended: is not a list'],
  ['assumptions: [{assumes: x}]', 'assumptions: entry 1, test is missing'],
  ['assumptions: [{assumes: x, test: y, held: perhaps}]', 'assumptions: entry 1, held is none of yes, no'],
  ['assumptions: [{assumes: x, test: y, by: ada}]', 'assumptions: entry 1 has what nobody knows: by'],
  ['reversible: maybe', 'reversible: is not yes or no (true or false)'],
])('what is wrong with %j is said in words of people', async (lines, expected) => {
  expect(await problemsOf(lines)).toEqual([expected]);
});
