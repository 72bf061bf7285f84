import type { Explanation } from '../domain/explanation.ts';
import type { Measure } from '../domain/measure.ts';
import type { Setting } from '../domain/setting.ts';
import { type AnswerOptions, answer } from './answer.ts';
import { openEvidence } from './evidence.ts';
import type { Facts } from './setting.ts';

/** Takes a figure apart: how it is computed, when it misleads, and the commits it rests on, by subject and date. */
export async function explain(
  facts: Pick<Facts, 'query' | 'repositories'>,
  setting: Setting,
  measure: Measure,
  options: AnswerOptions,
): Promise<Explanation> {
  const report = await answer(facts, setting, measure, options);
  const opened = await openEvidence(
    facts,
    report.rows.flatMap((row) => row.evidence),
  );
  return {
    meaning: measure.meaning,
    formula: measure.formula,
    misleads: measure.misleads,
    source: measure.source,
    parameters: measure.parameters.map(({ name, default: fallback, min, max, doc }) => {
      return { name, value: options.parameters?.[name] ?? fallback, default: fallback, min, max, doc };
    }),
    report,
    evidence: report.rows.map((row) => opened.splice(0, row.evidence.length)),
  };
}
