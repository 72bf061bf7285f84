import type { CodingReason } from '../../domain/records/coding.ts';

export type { CodingReason };

/** As the schema of the kind lists them, in its order; what it lists besides does not compile here. */
export const CODING_REASONS = Object.keys({
  strategic: true,
  leverage: true,
  hiding: true,
  'self-indulgence': true,
} satisfies Record<CodingReason, true>) as readonly CodingReason[];
