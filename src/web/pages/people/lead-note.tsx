import type { Lead } from '../../../domain/setting.ts';
import { Button } from '../../design/button.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import styles from './lead-note.module.css';
import { usePeople } from './use-people.ts';

/** Who is taken to lead, and why; and how to say otherwise. */
export function LeadNote({ lead }: { readonly lead: Lead }) {
  const { place, open } = usePeople();
  const words = text.people.leading;
  return (
    <section className={styles.note} aria-labelledby="lead">
      <h2 id="lead" className={styles.title}>
        {words.title}
      </h2>
      <div className={styles.words}>
        <p className={styles.name}>
          <Said>{lead.name === null ? words.nobody : words.is(lead.name)}</Said>
        </p>
        <p className={styles.why}>
          <Said>{reasonOf(lead)}</Said> {lead.isClose ? words.close : null}
        </p>
        {place?.file == null ? null : (
          <Button onClick={() => open({ kind: 'lead' })}>{lead.name === null ? words.name : words.change}</Button>
        )}
      </div>
    </section>
  );
}

/** The server's reason; for a choice somebody made, in words that fit where it was made. */
function reasonOf({ basis, reason }: Lead): string {
  const words = text.people.leading;
  if (basis === 'configured') return words.configured;
  if (basis === 'given') return words.given;
  return basis === 'inferred' ? `${words.inferred} ${reason}` : reason;
}
