import { useState } from 'react';
import { plain } from '../../../domain/plain.ts';
import { Check } from '../../design/check.tsx';
import { Said } from '../../design/said.tsx';
import { SearchField } from '../../design/search-field.tsx';
import { text } from '../../messages/index.ts';
import styles from './people-ticks.module.css';

interface PeopleTicksProps {
  /** Alphabetical. */
  readonly people: readonly string[];
  readonly without: readonly string[];
  onChange(without: readonly string[]): void;
}

/** More names than these are found by typing. */
const SHOWN = 300;

/** Everybody who knows something here, ticked; taking the tick away takes them out of the map. */
export function PeopleTicks({ people, without, onChange }: PeopleTicksProps) {
  const [wanted, setWanted] = useState('');
  const found = people.filter((name) => plain(name).toLowerCase().includes(wanted.trim().toLowerCase()));
  if (people.length === 0) return <p className={styles.none}>{text.knowledge.noPeople}</p>;
  return (
    <fieldset className={styles.box}>
      <legend className={styles.legend}>{text.knowledge.people}</legend>
      {people.length > 8 ? (
        <SearchField
          label={text.knowledge.findPerson}
          isLabelHidden
          placeholder={text.knowledge.findPerson}
          value={wanted}
          onChange={setWanted}
        />
      ) : null}
      <ul className={styles.list}>
        {found.slice(0, SHOWN).map((name) => (
          <li key={name}>
            <Check
              isChecked={!without.includes(name)}
              onChange={(isIn) => onChange(isIn ? without.filter((one) => one !== name) : [...without, name])}
            >
              <Said>{name}</Said>
            </Check>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
