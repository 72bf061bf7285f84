import type { RecordData } from '../../../domain/records/entry.ts';
import type { KindDescribed } from '../../../domain/records/kind-described.ts';
import { text } from '../../messages/index.ts';
import { ActBar } from '../../practice/act-bar.tsx';
import { usePracticeDeed } from '../../practice/use-practice.ts';

interface InterventionActionsProps {
  readonly kind: KindDescribed;
  readonly record: RecordData;
}

/** What came of it: one press. */
export function InterventionActions({ kind, record }: InterventionActionsProps) {
  const settle = usePracticeDeed('intervention-settle');
  if (!record.isOpen) return null;
  const outcomes = kind.fields.find(({ key }) => key === 'outcome')?.choices ?? [];
  return (
    <section>
      <h2>{text.records.outcome}</h2>
      <ActBar
        acts={outcomes.map((outcome) => ({
          id: outcome,
          label: outcome,
          inputs: [],
          run: () => settle.mutate({ id: record.id, outcome }, { onSuccess: () => settle.told() }),
        }))}
        isPending={settle.isPending}
        error={settle.error}
      />
    </section>
  );
}
