import { codingKind } from './coding.ts';
import { decisionKind } from './decision.ts';
import { delegationKind } from './delegation.ts';
import { interventionKind } from './intervention.ts';
import { journalKind } from './journal.ts';
import type { RecordKind } from './kind.ts';
import { weekKind } from './week.ts';

/** Every kind of record there is, in the order in which they are listed. */
export const RECORD_KINDS: readonly RecordKind[] = [
  decisionKind,
  delegationKind,
  interventionKind,
  codingKind,
  journalKind,
  weekKind,
];
