import { bindings, concludeReport } from '../domain/conclude.ts';
import type { Measure, MeasureContext } from '../domain/measure.ts';
import { EVIDENCE_LIMIT, type Report } from '../domain/report.ts';
import type { Setting } from '../domain/setting.ts';
import { type Facts, leadSentence } from './setting.ts';

export interface AnswerOptions {
  /** Parameters of the measure that are not at their default, by kebab-case name. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** All evidence the query returns, not only the newest pieces. */
  readonly everything?: boolean;
}

/** Asks one measure. What the reader must know of every figure, and who the lead is taken to be, stands in its notes. */
export async function answer(
  facts: Pick<Facts, 'query'>,
  setting: Setting,
  measure: Measure,
  options: AnswerOptions = {},
): Promise<Report> {
  const context: MeasureContext = {
    window: setting.window,
    lead: setting.lead.person,
    leadName: setting.lead.name,
    parameters: { ...Object.fromEntries(measure.parameters.map((p) => [p.name, p.default])), ...options.parameters },
  };
  const isAsked = !measure.needsLead || context.lead !== null;
  const rows = isAsked ? await facts.query<never>(measure.sql, bindings(context)) : [];
  return concludeReport(measure, rows, context, setting.repositories, {
    evidenceLimit: options.everything === true ? Number.POSITIVE_INFINITY : EVIDENCE_LIMIT,
    notes: [...(measure.needsLead ? [leadSentence(setting.lead)] : []), ...setting.notes],
  });
}
