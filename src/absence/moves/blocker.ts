import type { Blocker } from '../../domain/moves.ts';
import type { History, PersonIndex } from '../history.ts';
import { chooseGreedily } from './greedy.ts';
import { worthChoosing } from './narrow.ts';
import type { Candidates } from './options.ts';
import { type Limits, Selection } from './selection.ts';

/** What keeps the target out of reach: found by lifting one limit after the other, then both. */
export function blockerOf(
  history: History,
  person: PersonIndex,
  moment: number,
  candidates: Candidates,
  limits: Limits,
): Blocker {
  if (candidates.team.length === 0) return 'nobody-active';
  const isReached = (lifted: Partial<Limits>): boolean => {
    const selection = new Selection(history, person, moment, candidates, { ...limits, ...lifted });
    chooseGreedily(selection, worthChoosing(selection, candidates.options), 1);
    return selection.reachesTarget;
  };
  const unlimited = { ...limits, load: Number.POSITIVE_INFINITY, next: Number.POSITIVE_INFINITY };
  const free = new Selection(history, person, moment, candidates, unlimited);
  free.become(candidates.options);
  if (!free.reachesTarget) return 'no-receiver';
  if (isReached({ load: Number.POSITIVE_INFINITY })) return 'load';
  if (isReached({ next: Number.POSITIVE_INFINITY })) return 'next-bottleneck';
  return 'together';
}
