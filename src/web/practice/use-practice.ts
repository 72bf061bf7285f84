import { useQueryClient } from '@tanstack/react-query';
import type { DeedName, QuestionName } from '../client/ask.ts';
import type { OwnQuery } from '../client/question-of.ts';
import { useAnswer } from '../client/use-answer.ts';
import { useAsked } from '../client/use-asked.ts';
import { useDeed } from '../client/use-deed.ts';

/** Questions whose answers rest on records: asked anew once a record was written. */
const PRACTICE: ReadonlySet<unknown> = new Set<QuestionName>([
  ...(['week', 'records', 'record', 'coding', 'journal', 'interventions'] as const),
  ...(['journal/candidates', 'delegations', 'delegation', 'delegations/suggestions'] as const),
  ...(['decisions', 'decision', 'decisions/evidence'] as const),
]);

/** A question about the practice. Records are written in the terminal as well: it is asked again whenever somebody looks. */
export function usePractice<N extends QuestionName>(name: N, query: OwnQuery<N>) {
  return useAnswer(name, query, { isLive: true });
}

/** Something done with records; what rests on them is asked anew. */
export function usePracticeDeed<N extends DeedName>(name: N) {
  const { place } = useAsked();
  const queries = useQueryClient();
  const deed = useDeed(name);
  const told = () =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === place && PRACTICE.has(queryKey[1]) });
  return { ...deed, told };
}
