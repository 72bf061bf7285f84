import { expect, it } from 'vitest';
import { RECORD_KINDS } from '../../domain/records/index.ts';
import { kindDescribedSchema } from '../../domain/records/kind-described.ts';
import { describeKind } from './describe-kind.ts';

const inputs = (id: string) => {
  const kind = RECORD_KINDS.find((one) => one.id === id);
  return Object.fromEntries(kind === undefined ? [] : describeKind(kind).fields.map(({ key, input }) => [key, input]));
};

it('tells a form how each field is filled in', () => {
  expect(inputs('decision')).toMatchObject({
    status: 'choice',
    owner: 'line',
    consulted: 'lines',
    'decide-by': 'day',
    reversible: 'yes-no',
    assumptions: 'rows',
  });
  expect(inputs('journal')).toMatchObject({ sure: 'hundredths', kind: 'choice', claim: 'line' });
});

it('tells the columns of a row, and which of them it cannot do without', () => {
  const decision = RECORD_KINDS.find(({ id }) => id === 'decision');
  const rows = decision === undefined ? [] : describeKind(decision).fields.filter(({ key }) => key === 'assumptions');
  expect(rows[0]?.columns.map(({ key, isNeeded, input }) => `${key} ${isNeeded} ${input}`)).toEqual([
    'assumes true line',
    'test true line',
    'held false choice',
    'checked-on false day',
  ]);
});

it.each(RECORD_KINDS)('describes a $one by words alone, every field with its sentence', (kind) => {
  const told = kindDescribedSchema.parse(describeKind(kind));
  expect(told.fields.filter(({ doc, columns }) => doc === '' || columns.some((column) => column.doc === ''))).toEqual(
    [],
  );
});
