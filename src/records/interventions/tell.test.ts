import { describe, expect, it } from 'vitest';
import { interventionListSchema } from '../../domain/interventions.ts';
import { type InterventionEntry, tellInterventions } from './tell.ts';

let number = 0;
const entry = (fields: Omit<InterventionEntry['fields'], 'status'>): InterventionEntry => {
  number += 1;
  const isOpen = fields.outcome === undefined;
  const status = isOpen ? 'open' : 'settled';
  return {
    kind: 'intervention',
    id: `20261101-${String(number).padStart(3, '0')}`,
    path: 'interventions/one.md',
    title: 'Cache without a bound',
    status,
    isOpen,
    fields: { status, ...fields },
    sections: [],
    version: 'v1',
    problems: [],
    text: '',
  };
};
const heldBack = (outcome: NonNullable<InterventionEntry['fields']['outcome']>, count: number) =>
  Array.from({ length: count }, () => entry({ wrong: 'survivable', did: 'held-back', outcome }));

describe('interventions', () => {
  it('say how holding back went, with counts and where the true share lies', () => {
    const told = tellInterventions(
      [...heldBack('harmless', 7), ...heldBack('taught', 3), ...heldBack('cost', 2)],
      '2026-12-01',
    );
    expect(told.answer).toBe(
      'You held back 12 times whose outcome is known: 10 harmless or taught something, 2 at a cost or with damage. It went well in 83% (55–95%).',
    );
    expect(told.restraint?.of).toBe(12);
    expect(told.outcomes).toEqual([
      { wrong: 'survivable', did: 'held-back', harmless: 7, taught: 3, cost: 2, damage: 0, unknowable: 0, open: 0 },
    ]);
    expect(interventionListSchema.parse(told)).toEqual(told);
  });

  it('say that a few are not enough, and what they were', () => {
    const told = tellInterventions([...heldBack('harmless', 1), ...heldBack('damage', 1)], '2026-12-01');
    expect(told.answer).toBe(
      'Not enough evidence: you held back 2 times whose outcome is known (1 harmless or taught something, 1 at a cost or with damage); 10 are needed to say how it goes.',
    );
    expect(told.restraint).toBeNull();
    expect(tellInterventions([], '2026-12-01').answer).toMatch(/^Not enough evidence/);
  });

  it('leave out of the share what nobody can tell, what is open, and what was said', () => {
    const others = [
      ...heldBack('unknowable', 5),
      entry({ wrong: 'destructive', did: 'said', outcome: 'cost' }),
      entry({ wrong: 'survivable', did: 'held-back' }),
    ];
    expect(tellInterventions([...heldBack('harmless', 10), ...others], '2026-12-01').restraint).toMatchObject({
      share: 1,
      of: 10,
    });
  });

  it('stand with what is due first, and what is settled last', () => {
    const later = entry({ wrong: 'survivable', did: 'held-back', 'check-on': '2026-12-20' });
    const due = entry({ wrong: 'survivable', did: 'held-back', 'check-on': '2026-12-01' });
    const never = entry({ wrong: 'survivable', did: 'held-back' });
    const [settled] = heldBack('taught', 1);
    const told = tellInterventions(settled === undefined ? [] : [settled, never, later, due], '2026-12-01');
    expect(told.interventions.map(({ record, isDue }) => [record.id, isDue])).toEqual([
      [due.id, true],
      [later.id, false],
      [never.id, false],
      [settled?.id, false],
    ]);
  });

  it('say why what they are about is seldom survivable', () => {
    const [told] = tellInterventions(
      [entry({ wrong: 'destructive', did: 'said', about: ['src/auth/**'] })],
      '2026-12-01',
    ).interventions;
    expect(told?.risks.map(({ rule }) => rule)).toEqual(['authentication']);
  });
});
