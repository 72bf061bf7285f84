import type { DecisionTold } from '../../../domain/decisions.ts';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { Clock } from '../../practice/clock.tsx';
import { RecordLink } from '../../practice/record-list.tsx';
import styles from './page.module.css';

interface DecisionRowProps {
  readonly told: DecisionTold;
  readonly today: string;
}

/** A decision in a line or two: what it is, who decides, until when, why it is open again. */
export function DecisionRow({ told: { record, standing }, today }: DecisionRowProps) {
  const words = text.decisions;
  const { owner, state, clock, reopened } = standing;
  const { reversible } = record.fields;
  const about = [
    words.states[state],
    owner === null ? words.noOwner : words.owner(owner),
    ...(typeof reversible === 'boolean' ? [reversible ? words.reversible : words.irreversible] : []),
    ...(clock.extensions > 0 ? [words.extended(clock.extensions)] : []),
  ];
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.title}>
          <RecordLink record={record} />
        </p>
        <p className={styles.about}>
          <Said>{about.join(' · ')}</Said>
        </p>
        {reopened.map((why) => (
          <p key={why} className={styles.why}>
            <Said>{why}</Said>
          </p>
        ))}
      </div>
      {clock.state === 'none' ? null : <Clock day={clock.decideBy} today={today} />}
    </li>
  );
}
