import { z } from 'zod';
import { measures } from '../app/measures.ts';
import type { Measure } from '../domain/measure.ts';
import type { Question } from './question.ts';

/**
 * A question `x/:measure` as one question for each measure of the index, `x/gate`, `x/autonomy` and so on, each with the
 * measure's own parameters in its query, by name and with their bounds (`half-life=90`). As the page writes them
 * (`parameter=half-life:90`) they are understood as well.
 */
export function byMeasure(path: string, question: Question): readonly (readonly [string, Question])[] {
  return measures.map((measure) => [path.replace(':measure', measure.id), forMeasure(question, measure)] as const);
}

function forMeasure(question: Question, measure: Measure): Question {
  const { measure: _, ...shape } = question.query.shape;
  const own = Object.fromEntries(
    measure.parameters.map(({ name, min, max, default: fallback, doc }) => [
      name,
      z.coerce.number().min(min).max(max).optional().describe(`${doc} Default: ${fallback}.`),
    ]),
  );
  return {
    summary: `${measure.title}: ${question.summary.charAt(0).toLowerCase()}${question.summary.slice(1).split(':')[0]}`,
    query: z.object({ ...shape, ...own }),
    answer: question.answer,
    answerFrom({ query, ...context }) {
      const given = query as Readonly<Record<string, unknown>>;
      const written = measure.parameters.flatMap(({ name }) =>
        given[name] === undefined ? [] : [`${name}:${given[name]}`],
      );
      const listed = (given.parameter as readonly string[] | undefined) ?? [];
      return question.answerFrom({
        ...context,
        query: { ...given, measure: measure.id, parameter: [...listed, ...written] },
      });
    },
  };
}
