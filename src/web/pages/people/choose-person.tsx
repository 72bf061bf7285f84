import { useMemo, useState } from 'react';
import type { PersonEntry } from '../../../domain/people-list.ts';
import { Said } from '../../design/said.tsx';
import { SearchField } from '../../design/search-field.tsx';
import { text } from '../../messages/index.ts';
import styles from './choose-person.module.css';
import { besideName, findPeople } from './find-people.ts';

/** A longer list is read by typing. */
const MOST = 8;

interface ChoosePersonProps {
  readonly people: readonly PersonEntry[];
  /** Who is shown before anything is typed; everybody unless given. */
  readonly atFirst?: readonly PersonEntry[];
  onChoose(person: PersonEntry): void;
}

/** One of many, found by typing. */
export function ChoosePerson({ people, atFirst = people, onChoose }: ChoosePersonProps) {
  const [find, setFind] = useState('');
  const found = useMemo(() => (find === '' ? [...atFirst] : findPeople(people, find)), [people, atFirst, find]);
  const words = text.people.choose;
  return (
    <div className={styles.box}>
      <SearchField label={words.find} value={find} onChange={setFind} />
      <ul className={styles.list}>
        {found.slice(0, MOST).map((person) => (
          <li key={person.person}>
            <button type="button" className={styles.option} onClick={() => onChoose(person)}>
              <span className={styles.name}>
                <Said>{person.name}</Said>
              </span>
              <span className={styles.address}>
                <Said>{besideName(person.identities[0]?.identity ?? '', person.name)}</Said>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.foot}>
        {found.length === 0 && find !== '' ? words.none : found.length > MOST ? words.more(found.length - MOST) : ''}
      </p>
    </div>
  );
}
