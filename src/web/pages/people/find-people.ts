import type { PeopleList, PersonEntry } from '../../../domain/people-list.ts';

/** Which of them: people, people of several identities, or bots and agents. */
export const SHOWN = ['everybody', 'several', 'machines'] as const;
export type Shown = (typeof SHOWN)[number];

export const shownOf = (text: unknown): Shown => SHOWN.find((one) => one === text) ?? 'everybody';

/** Without case and accents: what is typed finds what is meant. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

const texts = new WeakMap<PersonEntry, string>();

function textOf(person: PersonEntry): string {
  const known = texts.get(person) ?? folded([person.name, ...person.identities.map((one) => one.identity)].join('\n'));
  texts.set(person, known);
  return known;
}

/** Those whose name or addresses hold every word that is looked for, in the order they came in. */
export function findPeople(people: readonly PersonEntry[], find: string): PersonEntry[] {
  const words = folded(find).split(/\s+/).filter(Boolean);
  return people.filter((person) => words.every((word) => textOf(person).includes(word)));
}

/** Humans, humans of several identities, or all others. */
export function onlyShown(people: readonly PersonEntry[], shown: Shown): PersonEntry[] {
  return people.filter(({ kind, identities }) =>
    shown === 'machines' ? kind !== 'human' : kind === 'human' && (shown === 'everybody' || identities.length > 1),
  );
}

/** Pairs of which at least one is among `people`. */
export function suggestionsOf({ suggestions }: PeopleList, people: readonly PersonEntry[]): PeopleList['suggestions'] {
  const ids = new Set(people.map(({ person }) => person));
  return suggestions.filter(({ people: [a, b] }) => ids.has(a) || ids.has(b));
}

export interface Initial {
  readonly letter: string;
  readonly people: readonly PersonEntry[];
}

/** People under the first letters of their names, in the order they came in; whatever is no letter under `other`. */
export function underInitials(people: readonly PersonEntry[], other: string): Initial[] {
  const byLetter = Map.groupBy(people, ({ name }) => {
    const [first = ''] = name.normalize('NFKD');
    return /\p{L}/u.test(first) ? first.toUpperCase() : other;
  });
  return [...byLetter].map(([letter, under]) => ({ letter, people: under }));
}

/** An identity beside its person's name: the address alone where the name is the same. */
export function besideName(identity: string, name: string): string {
  const own = `${name} <`;
  return identity.startsWith(own) && identity.endsWith('>') ? identity.slice(own.length, -1) : identity;
}
