/** An identity as git records it, taken apart the way git itself does. */
export interface Identity {
  /** `Name <email>` as recorded. */
  readonly text: string;
  readonly name: string;
  readonly email: string;
}

/** Takes `Name <email>` apart at its first `<` and the first `>` after it, as git does. Never fails. */
export function parseIdentity(text: string): Identity {
  const open = text.indexOf('<');
  if (open < 0) return { text, name: text.trim(), email: '' };
  const close = text.indexOf('>', open);
  return {
    text,
    name: text.slice(0, open).trim(),
    email: text.slice(open + 1, close < 0 ? undefined : close).trim(),
  };
}

/** Letters that carry a stroke instead of an accent, and so do not fall apart under Unicode's decomposition. */
const STROKES: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/**
 * A name with case and accents folded and white space made one. Letters of other scripts that merely look alike stay
 * different, and so do the stylised letters of Unicode: a name is never taken for another because of its looks.
 */
export function foldName(name: string): string {
  const lower = name.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðħıßæœþ]/g, (letter) => STROKES[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words of a folded name that hold a letter. */
export function wordsOf(folded: string): string[] {
  return folded.split(' ').filter((word) => /\p{L}/u.test(word));
}

/** Two or more words, not all of them initials: may stand for one person. */
export function isFullName(folded: string): boolean {
  if (!folded.includes(' ') || folded.length > 200) return false;
  const words = wordsOf(folded);
  return words.length >= 2 && words.some((word) => word.replace(/[^\p{L}]/gu, '').length >= 2);
}

/** An account on a forge, as its no-reply addresses name it. */
export interface ForgeAccount {
  /** Domain of the forge: `github.com`. */
  readonly forge: string;
  readonly login: string;
  /** Number of the account; it stays when the login changes. */
  readonly id: string | null;
}

/**
 * The account in `123+login@users.noreply.github.com`, `login@users.noreply.github.com`, GitLab's
 * `123-login@users.noreply.gitlab.com` and Gitea's `login@noreply.codeberg.org`; null for every other address.
 */
export function forgeAccount(email: string): ForgeAccount | null {
  const cut = email.lastIndexOf('@');
  if (!email.includes('noreply.', cut)) return null;
  const domain = /^(?:users\.)?noreply\.(.{1,200})$/i.exec(email.slice(cut + 1))?.[1];
  if (cut < 1 || domain === undefined) return null;
  const forge = domain.toLowerCase();
  const local = email.slice(0, cut).toLowerCase();
  const numbered = /^(\d{1,18})[+-](.{1,100})$/.exec(local);
  if (numbered?.[1] && numbered[2] && (local.includes('+') || forge.includes('gitlab'))) {
    return { forge, login: numbered[2], id: numbered[1] };
  }
  return { forge, login: local, id: null };
}
