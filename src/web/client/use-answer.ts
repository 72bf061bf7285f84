import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Answer, ask, type Query, type QuestionName } from './ask.ts';
import type { AskError } from './ask-error.ts';
import { useAsked } from './use-asked.ts';

interface AnswerOptions {
  /** False: it is not asked yet. */
  readonly isWanted?: boolean;
  /** Asked anew each time the window is looked at again. */
  readonly isWatched?: boolean;
}

/** The answer to a question of the page, for the repository and stretch of time the address names. */
export function useAnswer<N extends QuestionName>(
  name: N,
  query: Omit<Query<N>, 'since' | 'until' | 'lead' | 'names'>,
  { isWanted = true, isWatched = false }: AnswerOptions = {},
): UseQueryResult<Answer<N>, AskError> {
  const { place, ...asked } = useAsked();
  const whole = { ...asked, ...query } as Query<N>;
  return useQuery<Answer<N>, AskError>({
    queryKey: [place, name, whole],
    queryFn: ({ signal }) => ask(place, name, whole, signal),
    enabled: isWanted,
    refetchOnWindowFocus: isWatched ? 'always' : false,
    // What was seen stays, marked as stale, until the new answer is there; not that of another repository.
    placeholderData: (before, query) => (query?.queryKey[0] === place ? before : undefined),
  });
}
