import { useState } from 'react';
import type { PeopleList } from '../../../domain/people-list.ts';
import { plain } from '../../../domain/plain.ts';
import { Button } from '../../design/button.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import styles from './alike-pairs.module.css';
import { usePeople } from './use-people.ts';

const FIRST = 4;

interface AlikePairsProps {
  readonly pairs: PeopleList['suggestions'];
  /** Only pairs of those who were found. */
  readonly isSearch: boolean;
}

/** Pairs who may be one person, with what is alike. */
export function AlikePairs({ pairs, isSearch }: AlikePairsProps) {
  const [isWhole, setWhole] = useState(false);
  const words = text.people.alike;
  if (pairs.length === 0 && isSearch) return null;
  const shown = isWhole ? pairs : pairs.slice(0, FIRST);
  return (
    <section className={styles.section} aria-labelledby="alike">
      <header className={styles.head}>
        <h2 id="alike">{words.title}</h2>
        <p className={styles.meaning}>{pairs.length === 0 ? words.none : words.meaning}</p>
      </header>
      {pairs.length === 0 ? null : (
        <ul className={styles.pairs}>
          {shown.map((pair) => (
            <Pair key={pair.people.join()} pair={pair} />
          ))}
        </ul>
      )}
      {pairs.length > FIRST ? (
        <Button kind="quiet" className={styles.more} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.fewer : words.all(pairs.length)}
        </Button>
      ) : null}
    </section>
  );
}

function Pair({ pair: { people, identities, evidence } }: { readonly pair: PeopleList['suggestions'][number] }) {
  const { place, open } = usePeople();
  const words = text.people.alike;
  const [a, b] = identities;
  const change = { kind: 'join', people } as const;
  return (
    <li className={styles.pair}>
      <p className={styles.who}>
        <Identity>{a}</Identity>
      </p>
      <p className={styles.who}>
        <span className="only-read">{words.and} </span>
        <Identity>{b}</Identity>
      </p>
      <p className={styles.evidence}>
        <Said>{evidence}</Said>
      </p>
      {place?.file == null ? null : (
        <Button
          className={styles.join}
          aria-label={words.lookAt(plain(a), plain(b))}
          onClick={() => open({ kind: 'change', change, from: null })}
        >
          {words.look}
        </Button>
      )}
    </li>
  );
}

/** `Name <address>` on two lines. */
function Identity({ children }: { readonly children: string }) {
  const at = children.lastIndexOf(' <');
  if (at < 0 || !children.endsWith('>')) return <Said>{children}</Said>;
  return (
    <>
      <span className={styles.name}>
        <Said>{children.slice(0, at)}</Said>
      </span>{' '}
      <span className={styles.address}>
        <Said>{children.slice(at + 2, -1)}</Said>
      </span>
    </>
  );
}
