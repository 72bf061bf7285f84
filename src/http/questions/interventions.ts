import { listInterventions } from '../../app/practice/interventions.ts';
import { interventionListSchema } from '../../domain/interventions.ts';
import { practiceQuestion } from '../practice-question.ts';

/** When the lead stepped in or held back, and what came of it. */
export const interventionsQuestion = practiceQuestion({
  summary: 'Interventions of the lead, and what came of them',
  query: {},
  told: interventionListSchema,
  tell: async ({ at }) => listInterventions(at),
});
