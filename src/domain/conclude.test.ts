import { describe, expect, it } from 'vitest';
import { bindings, concludeReport, defaultParameters } from './conclude.ts';
import type { Measure, MeasureContext } from './measure.ts';
import { EVIDENCE_LIMIT, reportSchema } from './report.ts';

const context: MeasureContext = {
  window: { since: 10, until: 20 },
  lead: 'p1',
  leadName: 'Ada',
  parameters: { 'half-life': 90 },
};
const evidence = Array.from({ length: 30 }, (_, i) => ({ kind: 'commit', repository: 'repo', id: `c${i}` }) as const);
const measure: Measure<{ n: number }> = {
  id: 'example',
  title: 'Example',
  question: 'How many?',
  meaning: 'More is more.',
  formula: 'A sum.',
  misleads: 'Always.',
  source: 'Nobody.',
  subject: 'team',
  figureKind: 'count',
  reads: [],
  needsLead: true,
  parameters: [{ name: 'half-life', default: 180, min: 1, max: 999, doc: 'Days.' }],
  columns: [{ key: 'n', label: 'N', kind: 'count', doc: 'How many.' }],
  sql: '',
  conclude: (rows) => ({
    answer: 'Some.',
    figure: rows.length,
    rows: rows.map((row) => ({ cells: { n: row.n }, evidence })),
    confidence: { level: 'high', because: 'It was counted.' },
    notes: ['From the measure.'],
  }),
};

describe('a report', () => {
  it('holds what the measure concluded, and the newest evidence', () => {
    const report = reportSchema.parse(
      concludeReport(measure, [{ n: 5 }], context, ['repo'], { notes: ['From outside.'] }),
    );
    expect(report).toMatchObject({
      measure: 'example',
      figure: 1,
      figureKind: 'count',
      parameters: { 'half-life': 90 },
    });
    expect(report.rows[0]?.evidence).toHaveLength(EVIDENCE_LIMIT);
    expect(report.rows[0]?.evidenceTotal).toBe(30);
    expect(report.notes).toEqual(['From the measure.', 'From outside.']);
  });

  it('keeps as much evidence as is asked for', () => {
    const all = concludeReport(measure, [{ n: 5 }], context, [], { evidenceLimit: Number.POSITIVE_INFINITY });
    expect(all.rows[0]?.evidence).toHaveLength(30);
  });

  it('about the lead is not made up when there is none', () => {
    const report = concludeReport(measure, [{ n: 5 }], { ...context, lead: null, leadName: null }, []);
    expect(report).toMatchObject({ figure: null, rows: [], confidence: { level: 'none' } });
    const team = concludeReport({ ...measure, needsLead: false }, [{ n: 5 }], { ...context, lead: null }, []);
    expect(team.figure).toBe(1);
  });
});

describe('what the query is told', () => {
  it('is the window, the lead and the parameters in snake_case', () => {
    expect(bindings(context)).toEqual({ since: 10, until: 20, lead: 'p1', half_life: 90 });
    expect(defaultParameters(measure)).toEqual({ 'half-life': 180 });
  });
});
