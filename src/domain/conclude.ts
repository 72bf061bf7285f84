import type { Conclusion, Measure, MeasureContext } from './measure.ts';
import type { Parameter } from './query.ts';
import { EVIDENCE_LIMIT, type Report } from './report.ts';

/** Every parameter of a measure at its default, by its kebab-case name. */
export function defaultParameters(measure: Pick<Measure, 'parameters'>): Readonly<Record<string, number>> {
  return Object.fromEntries(measure.parameters.map((parameter) => [parameter.name, parameter.default]));
}

/** What the SQL of a measure is told: the window, the lead, and its parameters in snake_case. */
export function bindings(context: MeasureContext): Readonly<Record<string, Parameter>> {
  const own = Object.entries(context.parameters).map(([name, value]) => [name.replaceAll('-', '_'), value] as const);
  return { ...Object.fromEntries(own), ...context.window, lead: context.lead };
}

/**
 * Turns what a measure concludes from the rows of its query into a report any surface can show.
 *
 * A measure about the lead is not asked when nobody could be told to be it: the report then says so. `evidenceLimit`
 * is how many pieces of evidence a row keeps (the query itself returns the newest 50 at most); `notes` are sentences
 * to add to those of the measure, such as what the configuration changed.
 */
export function concludeReport<R extends object>(
  measure: Measure<R>,
  rows: readonly R[],
  context: MeasureContext,
  repositories: readonly string[],
  options: { readonly evidenceLimit?: number; readonly notes?: readonly string[] } = {},
): Report {
  const conclusion = measure.needsLead && context.lead === null ? NO_LEAD : measure.conclude(rows, context);
  const limit = options.evidenceLimit ?? EVIDENCE_LIMIT;
  return {
    measure: measure.id,
    title: measure.title,
    question: measure.question,
    answer: conclusion.answer,
    figure: conclusion.figure,
    figureKind: measure.figureKind,
    subject: measure.subject,
    window: context.window,
    repositories: [...repositories],
    parameters: { ...context.parameters },
    columns: [...measure.columns],
    rows: conclusion.rows.map((row) => ({
      cells: { ...row.cells },
      evidence: row.evidence.slice(0, limit),
      evidenceTotal: row.evidenceTotal ?? row.evidence.length,
    })),
    confidence: conclusion.confidence,
    notes: [...(conclusion.notes ?? []), ...(options.notes ?? [])],
  };
}

const NO_LEAD: Conclusion = {
  answer: 'Not enough evidence: nobody could be told to be the lead.',
  figure: null,
  rows: [],
  confidence: {
    level: 'none',
    because: 'It is a question about the lead; name one with --lead, or as Lead on the page.',
  },
};
