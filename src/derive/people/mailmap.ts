/**
 * `.mailmap`, read as git reads it (gitmailmap(5) and git's `mailmap.c`): four forms, `#` only at the beginning of a
 * line, later lines win, names and addresses compared without regard to the case of ASCII letters. Time and memory
 * grow with the text alone.
 */
export class Mailmap {
  readonly #entries = new Map<string, Entry>();

  static parse(text: string): Mailmap {
    const map = new Mailmap();
    // As git, which reads C strings: nothing after a NUL counts.
    const end = text.indexOf('\0');
    for (const line of (end < 0 ? text : text.slice(0, end)).split('\n')) map.#read(line);
    return map;
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** The name and address this identity should have; null when nothing is said of it. */
  lookup(name: string, email: string): { name: string; email: string } | null {
    const entry = this.#entries.get(fold(email));
    if (!entry) return null;
    const target = entry.names?.get(fold(name)) ?? entry;
    if (target.name === null && target.email === null) return null;
    return { name: target.name ?? name, email: target.email ?? email };
  }

  #read(line: string): void {
    if (line.startsWith('#')) return;
    const first = pairAt(line, 0, false);
    if (!first) return;
    const second = first.end < line.length ? pairAt(line, first.end, true) : null;
    const oldEmail = fold(second ? second.email : first.email);
    let entry = this.#entries.get(oldEmail);
    if (!entry) {
      entry = { name: null, email: null, names: null };
      this.#entries.set(oldEmail, entry);
    }
    const target: Target = { name: first.name, email: second ? first.email : null };
    if (second?.name) {
      entry.names ??= new Map();
      entry.names.set(fold(second.name), target);
    } else {
      entry.name = target.name ?? entry.name;
      entry.email = target.email ?? entry.email;
    }
  }
}

interface Target {
  name: string | null;
  email: string | null;
}
interface Entry extends Target {
  /** Mappings for one name at this address only. */
  names: Map<string, Target> | null;
}

/** `Name <email>` from `start`: the name without the white space around it, or null when there is none. */
function pairAt(
  line: string,
  start: number,
  mayBeEmpty: boolean,
): { name: string | null; email: string; end: number } | null {
  const left = line.indexOf('<', start);
  if (left < 0) return null;
  const right = line.indexOf('>', left + 1);
  if (right < 0 || (!mayBeEmpty && right === left + 1)) return null;
  const name = trimAscii(line.slice(start, left));
  return { name: name === '' ? null : name, email: line.slice(left + 1, right), end: right + 1 };
}

/** Without the four characters git calls white space; other blanks belong to the name. */
function trimAscii(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Lower case for ASCII letters only: git compares bytes in the C locale. */
function fold(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
