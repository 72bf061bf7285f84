import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { type DeedAnswer, type DeedBody, type DeedName, perform } from './ask.ts';
import type { AskError } from './ask-error.ts';
import { useAsked } from './use-asked.ts';

/** Something the page can have done, where the address looks. What it changed is asked anew by whoever had it done. */
export function useDeed<N extends DeedName>(name: N): UseMutationResult<DeedAnswer<N>, AskError, DeedBody<N>> {
  const { place } = useAsked();
  return useMutation({ mutationFn: (body: DeedBody<N>) => perform(place, name, body) });
}
