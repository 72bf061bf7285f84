import { type Answer, ask, type Query, type QuestionName } from './ask.ts';
import type { Asked } from './use-asked.ts';

/** What of a question the page itself says; the rest stands in the address. */
export type OwnQuery<N extends QuestionName> = Omit<Query<N>, 'since' | 'until' | 'lead' | 'names'>;

/** A question as it is kept and asked: the same question has the same key, whoever asks it. */
export function questionOf<N extends QuestionName>({ place, ...asked }: Asked, name: N, query: OwnQuery<N>) {
  const whole = { ...asked, ...query } as Query<N>;
  return {
    queryKey: [place, name, whole],
    queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<Answer<N>> => ask(place, name, whole, signal),
  };
}
