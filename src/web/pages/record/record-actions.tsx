import type { RecordTold } from '../../../domain/records/practice-answer.ts';
import { Outcomes } from '../../practice/outcomes.tsx';
import { DecisionActions } from './decision-actions.tsx';
import { DelegationActions } from './delegation-actions.tsx';
import { InterventionActions } from './intervention-actions.tsx';

interface RecordActionsProps {
  readonly told: RecordTold;
  readonly today: string;
}

/** What can be done with a record, by its kind; one of another kind is edited. */
export function RecordActions({ told: { kind, record }, today }: RecordActionsProps) {
  switch (kind.id) {
    case 'decision':
      return <DecisionActions record={record} today={today} />;
    case 'delegation':
      return <DelegationActions record={record} today={today} />;
    case 'intervention':
      return <InterventionActions kind={kind} record={record} />;
    case 'journal':
      return record.isOpen && record.fields.claim !== undefined ? (
        <Outcomes id={record.id} title={record.title} />
      ) : null;
    default:
      return null;
  }
}
