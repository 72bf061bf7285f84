import { EVIDENCE_LIMIT, type Evidence } from '../domain/report.ts';
import type { LandedChange } from './history.ts';

/** Changes, given in the order of the history, as what a figure opens onto: the newest first, and how many there are. */
export function changeEvidence(changes: readonly LandedChange[]): {
  readonly evidence: Evidence[];
  readonly evidenceTotal: number;
} {
  const newest = changes.slice(-EVIDENCE_LIMIT).reverse();
  return {
    evidence: newest.map(({ repository, id }) => ({ kind: 'change', repository, id })),
    evidenceTotal: changes.length,
  };
}
