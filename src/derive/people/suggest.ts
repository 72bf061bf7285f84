import { foldName, forgeAccount, isFullName, wordsOf } from './identity.ts';
import type { JoinedIdentity } from './join.ts';
import { isPlaceholderEmail, isPlaceholderName } from './placeholders.ts';

/** Two people who may be one: below the threshold of every rule, so a person decides. */
export interface Suggestion {
  /** `people.person` of both, and an identity of each that matched. */
  readonly people: readonly [string, string];
  readonly identities: readonly [string, string];
  /** What is alike, in words. */
  readonly evidence: string;
}

type Known = Pick<JoinedIdentity, 'identity' | 'person' | 'parsed'>;

/** More people than this behind one likeness, and it is none: `dave`, `info`, `dev`. */
const MAX_ALIKE = 4;
const MAX_SUGGESTIONS = 500;
const GENERIC =
  /^(?:root|unknown|user|nobody|info|mail|me|contact|hello|hi|dev|developer|code|git|github|web|webmaster|office|team|work|home|test|admin)$/;

/**
 * Pairs of people who may be one: the same local part at different domains, the same single-word name, a name that is
 * another's login or address, the same words in another order, the same family name with an initial. Alphabetical;
 * at most 500. Time grows with the number of identities.
 */
export function suggestJoins(
  people: readonly { readonly person: string; readonly kind: string }[],
  identities: readonly Known[],
): Suggestion[] {
  const humans = new Set(people.filter((p) => p.kind === 'human').map((p) => p.person));
  const alike = new Map<string, Known[]>();
  for (const identity of identities) {
    if (!humans.has(identity.person)) continue;
    for (const key of likenesses(identity)) {
      const known = alike.get(key);
      if (!known) alike.set(key, [identity]);
      else if (known.length <= MAX_ALIKE && !known.some((one) => one.person === identity.person)) known.push(identity);
    }
  }
  const found = new Map<string, Suggestion>();
  for (const [key, members] of alike) {
    if (members.length < 2 || members.length > MAX_ALIKE) continue;
    for (let a = 0; a < members.length; a++) {
      for (let b = a + 1; b < members.length; b++) {
        const first = members[a] as Known;
        const second = members[b] as Known;
        const pair = [first.person, second.person].sort().join(' ');
        if (found.has(pair)) continue;
        found.set(pair, {
          people: [first.person, second.person],
          identities: [first.identity, second.identity],
          evidence: key.slice(key.indexOf('\0') + 1),
        });
      }
    }
  }
  const order = (s: Suggestion): string => s.identities.join('\n');
  return [...found.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, MAX_SUGGESTIONS);
}

/** Keys under which identities look alike: what is compared, a NUL, and the likeness in words. */
function likenesses({ parsed }: Known): Set<string> {
  const keys = new Set<string>();
  if (parsed.text.length > 500) return keys;
  const name = foldName(parsed.name);
  const email = parsed.email.toLowerCase();
  const account = forgeAccount(email);
  const local = (account?.login ?? email.slice(0, Math.max(0, email.lastIndexOf('@')))).replace(/\+.*$/, '');
  const isHandle = local.length >= 4 && !GENERIC.test(local) && (account !== null || !isPlaceholderEmail(email));
  const goesBy = (handle: string): void => {
    keys.add(`handle ${handle}\0both go by "${handle}" in a name, in a login or before the @`);
  };
  const words = wordsOf(name).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  if (isFullName(name) && !isPlaceholderName(name)) {
    const sorted = [...words].sort().join(' ');
    keys.add(`words ${sorted}\0the same words in the name "${sorted}"`);
    const first = words[0] ?? '';
    const last = words[words.length - 1] ?? '';
    if (last.length >= 4 && first !== '') {
      keys.add(`initial ${first[0]} ${last}\0the same family name "${last}" and initial`);
      goesBy(`${first[0]}${last}`);
    }
    if (words.join('').length >= 6) goesBy(words.join(''));
  } else if (name.length >= 3 && !name.includes('@') && !name.includes(' ') && !GENERIC.test(name)) {
    keys.add(`single ${name}\0the same single-word name "${name}"`);
    goesBy(name);
  }
  if (isHandle) goesBy(local);
  return keys;
}
