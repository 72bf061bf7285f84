import { useEffect, useMemo, useRef, useState } from 'react';
import type { PersonEntry } from '../../../domain/people-list.ts';
import { Button } from '../../design/button.tsx';
import { Empty } from '../../design/empty.tsx';
import { Said } from '../../design/said.tsx';
import { Segmented } from '../../design/segmented.tsx';
import { text } from '../../messages/index.ts';
import { onlyShown, type Shown, underInitials } from './find-people.ts';
import styles from './people-index.module.css';
import { PersonRow } from './person-row.tsx';

/** How many are drawn at first, and with each step down the list: a browser is slow with thousands at once. */
const STEP = 80;
/** A shorter list needs no letters to go to. */
const LETTERS_FROM = 60;

interface PeopleIndexProps {
  readonly people: readonly PersonEntry[];
  /** What was looked for; empty: nothing. */
  readonly find: string;
  readonly shown: Shown;
  onShow(shown: Shown): void;
  onClear(): void;
}

/** Everybody under their letters, like the index of a book; more of it is drawn as one comes near its end. */
export function PeopleIndex({ people, find, shown, onShow, onClear }: PeopleIndexProps) {
  const words = text.people.index;
  const chosen = useMemo(() => onlyShown(people, shown), [people, shown]);
  return (
    <section className={styles.section} aria-labelledby="everybody">
      <header className={styles.head}>
        <h2 id="everybody">{shown === 'machines' ? words.machines : words.title}</h2>
        <Segmented
          label={words.show}
          value={shown}
          options={[
            { value: 'everybody', label: words.everybody },
            { value: 'several', label: words.several },
            { value: 'machines', label: words.machines },
          ]}
          onChange={onShow}
        />
      </header>
      <p role="status" className="only-read">
        {find === '' ? '' : words.found(chosen.length)}
      </p>
      {chosen.length === 0 ? (
        <Empty title={words.nobody} action={<Button onClick={onClear}>{words.clear}</Button>}>
          <Said>
            {find !== '' ? words.nobodyHint(find) : shown === 'machines' ? words.noMachines : words.nobodySeveral}
          </Said>
        </Empty>
      ) : (
        <Letters key={`${shown} ${find}`} people={chosen} />
      )}
    </section>
  );
}

function Letters({ people }: { readonly people: readonly PersonEntry[] }) {
  const words = text.people.index;
  const [drawn, setDrawn] = useState({ from: 0, to: STEP });
  const [wanted, setWanted] = useState<string | null>(null);
  const initials = useMemo(() => underInitials(people, text.people.index.other), [people]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted === null) return;
    const heading = list.current?.querySelector<HTMLElement>(`[data-letter="${CSS.escape(wanted)}"]`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
    setWanted(null);
  }, [wanted]);
  let before = 0;
  const begins = initials.map(({ letter, people: under }) => {
    const from = before;
    before += under.length;
    return { letter, under, from };
  });
  return (
    <div className={styles.index} ref={list}>
      {people.length < LETTERS_FROM ? null : (
        <nav className={styles.letters} aria-label={words.letters} data-screen="">
          {begins.map(({ letter, from }) => (
            <button
              key={letter}
              type="button"
              className={styles.letter}
              aria-label={words.toLetter(letter)}
              onClick={() => {
                setDrawn({ from, to: from + STEP });
                setWanted(letter);
              }}
            >
              {letter}
            </button>
          ))}
        </nav>
      )}
      {drawn.from === 0 ? null : (
        <div className={styles.more} data-screen="">
          <Button kind="quiet" onClick={() => setDrawn(({ from, to }) => ({ from: Math.max(0, from - STEP), to }))}>
            {words.earlier}
          </Button>
        </div>
      )}
      {begins
        .filter(({ from, under }) => from < drawn.to && from + under.length > drawn.from)
        .map(({ letter, under, from }) => (
          <section key={letter} className={styles.initial}>
            <h3 className={styles.mark} data-letter={letter} tabIndex={-1}>
              {letter}
            </h3>
            <ul className={styles.rows}>
              {under.slice(Math.max(0, drawn.from - from), drawn.to - from).map((person) => (
                <PersonRow key={person.person} person={person} />
              ))}
            </ul>
          </section>
        ))}
      {drawn.to < people.length ? (
        <More onMore={() => setDrawn(({ from, to }) => ({ from, to: to + STEP }))} key={drawn.to} />
      ) : null}
    </div>
  );
}

/** Draws more when it comes into sight, or when it is pressed. */
function More({ onMore }: { onMore(): void }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (here.current === null) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting === true && onMore(), {
      rootMargin: '600px',
    });
    observer.observe(here.current);
    return () => observer.disconnect();
  }, [onMore]);
  return (
    <div ref={here} className={styles.more} data-screen="">
      <Button kind="quiet" onClick={onMore}>
        {text.people.index.more}
      </Button>
    </div>
  );
}
