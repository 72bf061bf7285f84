import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isAboutServer } from './ask-error.ts';

/** What was asked stays true until the next scan, which has everything asked anew. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // Trouble with all of the server is told in one place, by whoever watches the session.
    onError: (error, query) => {
      if (isAboutServer(error) && query.queryKey[1] !== 'session') {
        queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'session' });
      }
    },
  }),
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false } },
});
