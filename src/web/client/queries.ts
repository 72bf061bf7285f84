import { QueryClient } from '@tanstack/react-query';

/** What was asked stays true until the next scan, which empties this. */
export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false } },
});
