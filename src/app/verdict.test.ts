import { describe, expect, test } from 'vitest';
import type { Cell, Report, Share } from '../domain/report.ts';
import type { Lead } from '../domain/setting.ts';
import { verdict, verdictText } from './verdict.ts';

const ada: Lead = { person: 'a', name: 'Ada', basis: 'given', reason: 'Named by --lead.', isClose: false };
const nobody: Lead = { person: null, name: null, basis: 'nobody', reason: 'Two are level.', isClose: false };

/** What one measure says: its figure, and the cells of its rows. */
function report(measure: string, figure: number | Share | null, rows: readonly Record<string, Cell>[] = []): Report {
  return {
    measure,
    title: measure,
    question: `${measure}?`,
    answer: figure === null ? "Not enough evidence: only 9 teammates' changes landed." : '.',
    figure,
    figureKind: typeof figure === 'number' ? 'count' : 'share',
    subject: 'area',
    window: { since: 0, until: 1 },
    repositories: ['repo'],
    parameters: {},
    columns: [],
    rows: rows.map((cells) => ({ cells, evidence: [], evidenceTotal: 0 })),
    confidence: { level: figure === null ? 'none' : 'high', because: 'Because.' },
    notes: [],
  };
}

const share = (value: number, low = value): Share => ({ share: value, low, high: Math.max(value, low), of: 100 });
const gate = (figure: Share | null) => report('gate', figure);
const cover = (uncovered: number, of = 8) => report('cover', uncovered, Array(of).fill({}));
/** Areas known to one: to the lead, to somebody else, to nobody. */
const known = (lead: number, other = 0) =>
  report('known-to-one', lead + other, [
    ...Array(lead).fill({ is_lead: 'yes' }),
    ...Array(other).fill({ is_lead: 'no' }),
  ]);
const of = (reports: Report[], lead = ada) => verdictText(verdict(reports, lead, 10));

describe('the verdict', () => {
  test('without any evidence, or without a lead, says so and why', () => {
    expect(of([gate(null), report('known-to-one', null), report('cover', null)])).toBe(
      'Not enough evidence to say. fortnight doctor says what is missing.',
    );
    expect(of([gate(null), known(0)], nobody)).toBe('Not enough evidence to say. Two are level.');
  });

  test('gives counts, and claims no more than that nothing was seen against it', () => {
    expect(of([gate(share(0.05)), known(0), cover(0)])).toBe(
      "Nothing that git shows speaks against it: 5 of 100 teammates' changes whose lander is known landed through Ada and nobody else. " +
        'None of 10 active areas is known to the lead alone; each of 8 areas the lead works in has somebody else active who has ' +
        'worked there. No single absence can be foretold from this.',
    );
  });

  test('names what hangs on the lead', () => {
    expect(of([gate(share(0.3, 0.2)), known(2), cover(1)])).toBe(
      "Not everywhere: 30 of 100 teammates' changes whose lander is known landed through Ada and nobody else. 2 of 10 " +
        'active areas are known to the lead alone; 1 of 8 areas the lead works in has nobody else active who has worked there. ' +
        'No single absence can be foretold from this.',
    );
  });

  test('is not troubled by areas that only somebody else knows', () => {
    expect(of([gate(share(0.05)), known(0, 4), cover(0)])).toMatch(
      /^Nothing that git shows speaks against it: .*None of 10 active areas/,
    );
  });

  test('is doubtful only when even the low end of what passes through the lead is most of it', () => {
    expect(of([gate(share(0.7, 0.6)), known(0), cover(0)])).toMatch(/^Doubtful: /);
    expect(of([gate(share(0.7, 0.4)), known(0), cover(0)])).toMatch(/^Not everywhere: /);
    expect(of([gate(share(0.3)), known(9), cover(0)])).toMatch(/^Not everywhere: /);
  });

  test('gives no verdict from knowledge alone, and says why who passes changes on is not seen', () => {
    expect(of([gate(null), known(9), cover(2)])).toBe(
      "Cannot be told from git alone: only 9 teammates' changes landed. What can be seen: " +
        '9 of 10 active areas are known to the lead alone; 2 of 8 areas the lead works in have nobody else active who has worked there.',
    );
  });
});
