import { createHash } from 'node:crypto';

/** Somebody as the facts know them: `identities` are `Name <email>`, as recorded. */
export interface MaskedPerson {
  readonly person: string;
  readonly name: string;
  readonly identities: readonly string[];
}

/** Shorter names are words of any sentence. */
const SHORTEST = 3;
const LEAD = 'the lead';

interface Term {
  /** From its first letter or digit on. */
  readonly text: string;
  readonly folded: string;
  readonly alias: string;
  /** A name of one word may be any word: only as it is written it means the person. */
  readonly isExact: boolean;
  readonly endsInWord: boolean;
}

/**
 * What stands for whom while names are hidden: `Person 12`, and `the lead`. The same person has the same alias for as long as
 * the same people are known; its number follows no order anybody knows. A name is found where it stands as a word, in
 * any text; names of fewer than three letters or digits only where they are the whole text.
 */
export class NameMask {
  readonly #whole = new Map<string, string>();
  readonly #byFirstWord = new Map<string, Term[]>();
  /** Which first letters with which lengths first words have, so that most words are passed by at a glance. */
  readonly #glances = new Set<number>();
  readonly #realNames = new Map<string, string>();
  readonly #hidden = new Map<string, string>();
  /** What was shown in place of a text, to understand it when it is sent back. */
  readonly #originals = new Map<string, string>();

  constructor(people: readonly MaskedPerson[], lead: string | null) {
    const numbered = people
      .map((one) => ({ one, hash: createHash('sha256').update(one.person).digest('hex') }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1));
    for (const [i, { one }] of numbered.entries()) {
      const alias = one.person === lead ? LEAD : `Person ${i + 1}`;
      // A link of before somebody was taken to be the lead says their number.
      for (const said of [alias, `Person ${i + 1}`]) {
        this.#realNames.set(said.toLowerCase(), one.identities[0] ?? one.name);
      }
      for (const form of formsOf(one)) this.#add(form, alias);
    }
    for (const terms of this.#byFirstWord.values()) terms.sort((a, b) => b.text.length - a.text.length);
  }

  /** Whether a text is a name, an address, or both, and nothing else. */
  isName(text: string): boolean {
    return this.#whole.has(text);
  }

  /** The text, with an alias wherever somebody was named, and without anybody's address. */
  hide(text: string): string {
    const known = this.#whole.get(text) ?? this.#hidden.get(text);
    if (known !== undefined) return known;
    const hidden = withoutAddresses(this.#replace(text));
    if (hidden !== text && this.#hidden.size < MOST_KEPT) {
      this.#hidden.set(text, hidden);
      if (!this.#originals.has(hidden)) this.#originals.set(hidden, text);
    }
    return hidden;
  }

  /** What was meant by a text of which {@link hide} had shown another; an alias means an address of the person. */
  reveal(text: string): string {
    return this.#realNames.get(text.trim().toLowerCase()) ?? this.#originals.get(text) ?? text;
  }

  #add(form: string, alias: string): void {
    if (form === '') return;
    if (!this.#whole.has(form)) this.#whole.set(form, alias);
    const start = firstWordAt(form, 0);
    const text = form.slice(start);
    if (start < 0 || countWordCharacters(text) < SHORTEST) return;
    const first = text.slice(0, wordEnd(text, 0));
    const folded = text.toLowerCase();
    const key = first.toLowerCase();
    const terms = this.#byFirstWord.get(key) ?? [];
    this.#byFirstWord.set(key, terms);
    if (terms.some((term) => term.text === text)) return;
    const isExact = first.length === text.length;
    terms.push({ text, folded, alias, isExact, endsInWord: isWord(text.charCodeAt(text.length - 1)) });
    for (const initial of [key, first, first.toUpperCase()]) {
      this.#glances.add(glance(initial.charCodeAt(0), first.length));
    }
  }

  #replace(text: string): string {
    let [out, done] = ['', 0];
    for (let at = firstWordAt(text, 0); at >= 0; ) {
      const end = wordEnd(text, at);
      const term = this.#glances.has(glance(text.charCodeAt(at), end - at)) ? this.#termAt(text, at, end) : null;
      if (term === null) {
        at = firstWordAt(text, end);
        continue;
      }
      const before = out + text.slice(done, at);
      const begins = term.alias === LEAD && /(^|[.!?]\s+)$/.test(before.slice(-8)) ? 'The lead' : term.alias;
      out = before + begins;
      done = at + term.text.length;
      at = firstWordAt(text, done);
    }
    return done === 0 ? text : out + text.slice(done);
  }

  #termAt(text: string, at: number, end: number): Term | null {
    for (const term of this.#byFirstWord.get(text.slice(at, end).toLowerCase()) ?? []) {
      const found = text.slice(at, at + term.text.length);
      if (term.isExact ? found !== term.text : found.toLowerCase() !== term.folded) continue;
      if (term.endsInWord && isWord(text.charCodeAt(at + term.text.length))) continue;
      return term;
    }
    return null;
  }
}

/** Of people nobody knows by it any more, or who only helped: a mailbox has a mark and a name of a place after it. */
const MAILBOX = /[^\s<>"'(),;:/@]{1,64}@(?:[\p{L}\p{N}_-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}/gu;

const withoutAddresses = (text: string): string => (text.includes('@') ? text.replace(MAILBOX, 'an address') : text);

const glance = (initial: number, length: number): number => initial * 1024 + Math.min(length, 1023);

/** Texts that are remembered, some megabytes of them. */
const MOST_KEPT = 50_000;

/** Name, address, both, and the name a forge knows somebody by, as its no-reply addresses tell it. */
function formsOf({ name, identities }: MaskedPerson): Set<string> {
  const forms = new Set([name.trim()]);
  for (const identity of identities) {
    const [, called = identity, address = ''] = /^(.*?)\s*<([^>]*)>?\s*$/s.exec(identity) ?? [];
    forms.add(identity).add(called.trim()).add(address.trim());
    const login = /^(?:\d+\+)?([\w-]+)@users\.noreply\./.exec(address)?.[1];
    if (login !== undefined) forms.add(login);
    const mailbox = address.split(/[+@]/)[0] ?? '';
    if (isMadeOf(mailbox, called)) forms.add(mailbox);
  }
  // As names of branches and accounts are made of them: `ann-lee/faster-search`.
  for (const form of [...forms]) {
    if (!/^[^\s@<>]+(\s+[^\s@<>]+)+$/.test(form)) continue;
    for (const mark of ['-', '.', '_', '']) forms.add(form.replace(/\s+/g, mark).toLowerCase());
    forms.add(form.replace(/\s+/g, ''));
    const words = form.split(/\s+/);
    const last = words.at(-1) ?? '';
    // In lists of authors: `Lee, Ann` and `A. Lee`.
    forms.add(`${last}, ${words.slice(0, -1).join(' ')}`).add(`${form.charAt(0)}. ${last}`);
  }
  return forms;
}

/** Whether a mailbox is a name of somebody, as `alee` and `ann1` are and `info` is not: accounts are often called like it. */
function isMadeOf(mailbox: string, called: string): boolean {
  const bare = mailbox.toLowerCase();
  const words = called
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => countWordCharacters(word) >= SHORTEST);
  return bare.length > SHORTEST && words.some((word) => bare.includes(word) || word.startsWith(bare.slice(1)));
}

/** By UTF-16 unit: 1 a letter, mark, digit or underscore; 2 none; 0 not looked at yet. Halves of pairs are letters. */
const kinds = new Uint8Array(65_536);

function isWord(unit: number): boolean {
  if (Number.isNaN(unit)) return false;
  if (kinds[unit] === 0) {
    const isLetter = (unit >= 0xd800 && unit <= 0xdfff) || /[\p{L}\p{M}\p{N}_]/u.test(String.fromCharCode(unit));
    kinds[unit] = isLetter ? 1 : 2;
  }
  return kinds[unit] === 1;
}

function firstWordAt(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (isWord(text.charCodeAt(at))) return at;
  return -1;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWord(text.charCodeAt(at))) at += 1;
  return at;
}

function countWordCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (isWord(text.charCodeAt(at))) count += 1;
  return count;
}
