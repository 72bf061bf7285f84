import type { DelegationAlert } from '../../../domain/delegations.ts';
import { Evidence } from '../../design/evidence.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { RecordLink } from '../../practice/record-list.tsx';
import styles from './page.module.css';

/** What the lead did not hold, took back or let pass: sentences to the lead, about the lead. */
export function Alerts({ alerts }: { readonly alerts: readonly DelegationAlert[] }) {
  const words = text.delegations;
  return (
    <section className={styles.alerts} aria-labelledby="alerts">
      <h2 id="alerts">{words.alerts}</h2>
      {alerts.length === 0 ? <p className={styles.quiet}>{words.noAlerts}</p> : null}
      <ul className={styles.list}>
        {alerts.map((alert) => (
          <li key={`${alert.kind} ${alert.id}`} className={styles.alert}>
            <RecordLink record={{ kind: 'delegation', id: alert.id, title: alert.title }} />
            <p>
              <Said>{alert.text}</Said>
            </p>
            {alert.changes.length === 0 ? null : (
              <p>
                <Evidence
                  pieces={alert.changes.map(({ evidence }) => evidence)}
                  total={alert.changes.length}
                  title={words.evidence}
                />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
