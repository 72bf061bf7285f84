import type { KindDescribed } from '../../domain/records/kind-described.ts';
import { useAnswer } from '../client/use-answer.ts';

/** The kinds of records there are; none while they are asked for. */
export function useKinds(): readonly KindDescribed[] {
  return useAnswer('records/kinds', {}).data ?? [];
}

/** One of them by its id. */
export function useKind(id: string): KindDescribed | null {
  return useKinds().find((one) => one.id === id) ?? null;
}
