import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { SessionAnswer } from '../../domain/session.ts';
import type { AskError } from './ask-error.ts';
import { queries } from './queries.ts';
import { questionOf } from './question-of.ts';
import { parseSearch } from './search.ts';
import { type Asked, askedIn, useAsked } from './use-asked.ts';

const sessionOf = (asked: Asked) => questionOf(asked, 'session', {});

/** What the server looks at, how far it is, which measures there are, and who can be chosen as away. */
export function useSession(): UseQueryResult<SessionAnswer, AskError> {
  const asked = useAsked();
  return useQuery<SessionAnswer, AskError>({
    ...sessionOf(asked),
    // Asked anew each time the window is looked at again.
    refetchOnWindowFocus: 'always',
    // A refusal is told to all who look at it; each of them asking again would be refused again.
    retryOnMount: false,
    placeholderData: (before, query) => (query?.queryKey[0] === asked.place ? before : undefined),
  });
}

/** Asks for it while the code of the page is still on its way: all other questions wait for its answer. */
export function askAhead(search: string): void {
  void queries.prefetchQuery(sessionOf(askedIn(parseSearch(search))));
}
