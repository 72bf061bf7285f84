import { describe, expect, it } from 'vitest';
import { documentedAbsences } from '../scripts/validity.ts';

describe('the section on absences in docs/validity.md', () => {
  it('is what the committed result of the backtest renders to: node scripts/validity.ts', () => {
    const { is, wanted } = documentedAbsences();
    expect(is).toBe(wanted);
  });
});
