import type { RecordTold } from '../../../domain/records/practice-answer.ts';

interface RecordActionsProps {
  readonly told: RecordTold;
  readonly today: string;
}

/** What can be done with a record of its kind. */
export function RecordActions(_: RecordActionsProps) {
  return null;
}
