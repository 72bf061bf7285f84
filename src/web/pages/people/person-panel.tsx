import type { PersonEntry } from '../../../domain/people-list.ts';
import { plain } from '../../../domain/plain.ts';
import { Button } from '../../design/button.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { ChoosePerson } from './choose-person.tsx';
import { besideName } from './find-people.ts';
import styles from './person-panel.module.css';
import { type Opened, type PeopleChange, usePeople } from './use-people.ts';

/** A person: each identity with the rule that joined it and its evidence, and what can be changed about that. */
export function PersonPanel({ person }: { readonly person: PersonEntry }) {
  const { people, suggestions, lead, place, open } = usePeople();
  const words = text.people.person;
  const here: Opened = { kind: 'person', person: person.person };
  const look = (change: PeopleChange) => open({ kind: 'change', change, from: here });
  const isWritable = place?.file != null;
  const isLead = lead.person === person.person;
  const alike = new Set(suggestions.flatMap((one) => (one.people.includes(person.person) ? one.people : [])));
  const others = people.filter((one) => one.person !== person.person && one.kind === person.kind);
  return (
    <div className={styles.panel}>
      {person.kind === 'human' ? null : (
        <p className={styles.note}>{person.kind === 'bot' ? words.bot : words.agent}</p>
      )}
      <section className={styles.section}>
        <h3 className={styles.title}>{words.known}</h3>
        <ul className={styles.identities}>
          {person.identities.map(({ identity, evidence }) => (
            <li key={identity} className={styles.identity}>
              <div className={styles.known}>
                <p className={styles.address}>
                  <Said>{besideName(identity, person.name)}</Said>
                </p>
                <p className={styles.evidence}>
                  <Said>{evidence}</Said>
                </p>
              </div>
              {isWritable && person.identities.length > 1 ? (
                <Button aria-label={words.splitOff(plain(identity))} onClick={() => look({ kind: 'split', identity })}>
                  {words.split}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      {isLead ? <p className={styles.note}>{words.isLead}</p> : null}
      {isWritable && person.kind === 'human' && !isLead ? (
        <p>
          <Button onClick={() => look({ kind: 'lead', person: person.person })}>{words.makeLead}</Button>
        </p>
      ) : null}
      {isWritable ? (
        <section className={styles.section}>
          <h3 className={styles.title}>{words.join}</h3>
          <p className={styles.note}>{words.joinHint}</p>
          <ChoosePerson
            people={others}
            atFirst={others.filter((one) => alike.has(one.person))}
            onChoose={(other) => look({ kind: 'join', people: [person.person, other.person] })}
          />
        </section>
      ) : null}
      {place !== null && place.file === null ? (
        <section className={styles.section}>
          <h3 className={styles.title}>{words.nowhere}</h3>
          <p className={styles.note}>
            <Said>{[place.because, place.hint].filter((one) => one !== null).join(' ')}</Said>
          </p>
        </section>
      ) : null}
    </div>
  );
}
