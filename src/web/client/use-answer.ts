import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import type { Answer, QuestionName } from './ask.ts';
import type { AskError } from './ask-error.ts';
import { Askable } from './askable.ts';
import { type OwnQuery, questionOf } from './question-of.ts';
import { useAsked } from './use-asked.ts';

interface AnswerOptions {
  /** False: it is not asked yet. */
  readonly isWanted?: boolean;
  /** True: it may have another answer at any time, and is asked again whenever somebody comes back to it. */
  readonly isLive?: boolean;
}

/**
 * The answer to a question of the page, for the repository and stretch of time the address names. It is asked once the
 * session says that there is something to ask; until then it is waited for.
 */
export function useAnswer<N extends QuestionName>(
  name: N,
  query: OwnQuery<N>,
  { isWanted = true, isLive = false }: AnswerOptions = {},
): UseQueryResult<Answer<N>, AskError> {
  const isAskable = useContext(Askable);
  const asked = useAsked();
  return useQuery<Answer<N>, AskError>({
    ...questionOf(asked, name, query),
    enabled: isWanted && isAskable,
    ...(isLive ? { staleTime: 0, refetchOnWindowFocus: true } : {}),
    // What was seen stays, marked as stale, until the new answer is there; not that of another repository.
    placeholderData: (before, query) => (query?.queryKey[0] === asked.place ? before : undefined),
  });
}
