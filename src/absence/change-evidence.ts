import { EVIDENCE_LIMIT, type Evidence } from '../domain/report.ts';
import type { LandedChange } from './history.ts';

/**
 * Changes, given in the order of the history, as what a figure opens onto: the newest first, and how many there are. A batch
 * is every landing in it, so that there may be more to open than changes counted.
 */
export function changeEvidence(changes: readonly LandedChange[]): {
  readonly evidence: Evidence[];
  readonly evidenceTotal: number;
} {
  const landings = changes.flatMap(({ repository, id, ids = [id] }) => ids.map((one) => ({ repository, id: one })));
  const newest = landings.slice(-EVIDENCE_LIMIT).reverse();
  return {
    evidence: newest.map(({ repository, id }) => ({ kind: 'change', repository, id })),
    evidenceTotal: landings.length,
  };
}
