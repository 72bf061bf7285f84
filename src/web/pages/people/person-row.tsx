import { memo } from 'react';
import type { PersonEntry } from '../../../domain/people-list.ts';
import { plain } from '../../../domain/plain.ts';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { besideName } from './find-people.ts';
import styles from './person-row.module.css';
import { usePeople } from './use-people.ts';

/** One person: the name, every identity, and of those that were joined the rule. */
export const PersonRow = memo(function PersonRow({ person }: { readonly person: PersonEntry }) {
  const { open } = usePeople();
  const { name, identities } = person;
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.name}
        aria-haspopup="dialog"
        aria-label={text.people.index.open(plain(name))}
        onClick={() => open({ kind: 'person', person: person.person })}
      >
        <Said>{name}</Said>
      </button>
      <ul className={styles.identities}>
        {identities.map(({ identity, rule }) => (
          <li key={identity} className={styles.identity}>
            <span className={styles.address}>
              <Said>{besideName(identity, name)}</Said>
            </span>
            {identities.length > 1 ? <span className={styles.rule}>{text.people.rule(rule)}</span> : null}
          </li>
        ))}
      </ul>
    </li>
  );
});
