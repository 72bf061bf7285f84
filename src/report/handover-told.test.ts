import { describe, expect, it } from 'vitest';
import type { Handover } from '../domain/handover.ts';
import { people } from '../domain/report.ts';
import { handoverPage } from './handover.ts';
import { tellHandover } from './handover-told.ts';

const plan: Handover = {
  names: ['Ada'],
  repositories: ['one'],
  from: '2026-12-01',
  to: '2026-12-15',
  days: 14,
  seenUntil: Date.parse('2026-11-20') / 1000,
  landing: { changes: 12, visible: 12, landed: 9 },
  first: [
    {
      id: 'landing',
      kind: 'landing',
      text: 'Agree who lands changes.',
      because: 'You landed 9 of 12.',
      role: 'Also land for others',
      who: people(['Bo', 'Cy']),
      evidence: [{ kind: 'change', repository: 'one', id: 'c1' }],
      evidenceTotal: 9,
    },
  ],
  further: [],
  areas: [],
  alone: [],
  timeline: [{ step: 'return', day: '2026-12-15', text: 'Ask before you read everything.' }],
  notes: ['A note.'],
};
const textOf = (items: { text: string }[][]) => items.map((pieces) => pieces.map(({ text }) => text).join(''));

describe('a handover in sentences', () => {
  it('has what to do first, when, and what it rests on, and no heading with nothing under it', () => {
    expect(tellHandover(plan).map(({ title, items }) => [title, ...textOf(items)])).toEqual([
      [
        'Before you leave',
        'Agree who lands changes. You landed 9 of 12. Also land for others: Bo, Cy. (c1 and 8 more)',
      ],
      ['Before, during, after', 'The return, 2026-12-15: Ask before you read everything.'],
      [
        'What this rests on',
        'It is made from the history until 2026-11-20. In the last 13 weeks 12 changes by teammates landed: 9 through the one away, 3 through others, 0 without a trace of who landed them.',
        'A note.',
      ],
    ]);
  });

  it('says that nothing was found where there is nothing to do, as the terminal does', () => {
    const [first] = tellHandover({ ...plan, first: [] });
    expect(textOf(first?.items ?? [])).toEqual(['As far as this history shows, nothing has had the one away alone.']);
    expect(JSON.stringify(handoverPage({ plan: { ...plan, first: [] }, written: null }))).toContain(
      'As far as this history shows, nothing has had the one away alone.',
    );
  });
});
