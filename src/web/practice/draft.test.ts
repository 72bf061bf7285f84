import { describe, expect, it } from 'vitest';
import { describeKind } from '../../app/practice/describe-kind.ts';
import { decisionKind } from '../../domain/records/decision.ts';
import type { RecordData } from '../../domain/records/entry.ts';
import { changesOf, clashesOf, draftOf, rebased } from './draft.ts';

const kind = describeKind(decisionKind);
const record: RecordData = {
  kind: 'decision',
  id: '0001-store',
  path: 'docs/decisions/0001-store.md',
  title: 'Where facts rest',
  status: 'proposed',
  isOpen: true,
  fields: {
    status: 'proposed',
    owner: 'ada',
    consulted: ['bo', 'cy'],
    reversible: false,
    assumptions: [{ assumes: 'it is small', test: 'flow <= 3', held: 'yes' }],
  },
  sections: [
    { heading: 'Decision Outcome', text: '\nParquet.\n' },
    { heading: 'Of our own', text: 'kept' },
  ],
  version: 'v1',
  problems: [],
};
const before = draftOf(record, kind);
const saved = (change: RecordData['fields']) => draftOf({ ...record, fields: { ...record.fields, ...change } }, kind);

describe('a record in a form', () => {
  it('changes nothing when nothing was typed', () => {
    expect(changesOf(before, { ...before }, kind)).toBeNull();
  });

  it('sends only what was changed, as the kind reads it', () => {
    const now = {
      ...before,
      fields: {
        ...before.fields,
        owner: 'bo ',
        consulted: 'bo\n\n dee',
        reversible: 'yes',
        'decide-by': '',
        assumptions: [{ assumes: 'it is small', test: 'flow <= 3', held: '', 'checked-on': '' }, { assumes: '' }],
      },
      sections: { ...before.sections, 'Decision Outcome': '' },
    };
    expect(changesOf(before, now, kind)).toEqual({
      fields: {
        owner: 'bo',
        consulted: ['bo', 'dee'],
        reversible: true,
        assumptions: [{ assumes: 'it is small', test: 'flow <= 3' }],
      },
      sections: { 'Decision Outcome': '' },
    });
  });

  it('takes a field away that was emptied', () => {
    const now = { ...before, fields: { ...before.fields, owner: ' ', consulted: '', assumptions: [] } };
    expect(changesOf(before, now, kind)).toEqual({ fields: { owner: null, consulted: null, assumptions: null } });
  });

  it('shows sections its kind does not know, and offers those that are not there', () => {
    expect(before.sections).toMatchObject({ 'Decision Outcome': 'Parquet.', 'Of our own': 'kept', Consequences: '' });
  });
});

describe('a record that was saved by somebody else meanwhile', () => {
  const typed = { ...before, title: 'Where all facts rest', fields: { ...before.fields, owner: 'bo' } };

  it('keeps what was typed, and takes the rest as it stands', () => {
    const other = saved({ consulted: ['cy'] });
    const now = rebased(before, typed, other);
    expect(clashesOf(before, typed, other)).toEqual([]);
    expect(changesOf(other, now, kind)).toEqual({ title: 'Where all facts rest', fields: { owner: 'bo' } });
  });

  it('says what both changed, unless both wrote the same', () => {
    expect(clashesOf(before, typed, saved({ owner: 'cy' }))).toEqual(['owner']);
    expect(clashesOf(before, typed, saved({ owner: 'bo' }))).toEqual([]);
    expect(rebased(before, typed, saved({ owner: 'cy' })).fields.owner).toBe('bo');
  });
});
