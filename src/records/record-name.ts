/** Names are kept short enough for every file system, in bytes and with what is added to them. */
const LONGEST_SLUG = 60;

/** Words of a title as the name of a file: lower case letters and digits of any script, joined by `-`; never empty. */
export function slugOf(title: string, fallback = 'record'): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'"`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  let slug = '';
  let bytes = 0;
  for (const character of words) {
    bytes += (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 4;
    if (bytes > LONGEST_SLUG) break;
    slug += character;
  }
  return slug.replace(/-+$/, '') || fallback;
}

/** `0007-`, `adr-007-`: how the files of a folder are numbered. */
const NUMBERED = /^((?:[a-z]+-)?)(\d{1,5})(?=[-_. ])/i;
const DATED = /^\d{4}-?\d{2}-?\d{2}(?!\d)/;

/**
 * The name of a new record, without `.md`: `20260228-slug`; in a folder most of whose files are numbered, the number after the highest,
 * written as they are: `0008-slug`. `taken` are numbers that stand elsewhere, on other branches.
 */
export function recordName(
  title: string,
  {
    today,
    names,
    taken = [],
    fallback,
  }: {
    readonly today: string;
    readonly names: readonly string[];
    readonly taken?: readonly number[];
    readonly fallback?: string;
  },
): string {
  const slug = slugOf(title, fallback);
  const files = names.filter((name) => !name.includes('/'));
  const numbered = files.flatMap((name) => {
    const [whole, prefix = '', digits = ''] = DATED.test(name) ? [] : (NUMBERED.exec(name) ?? []);
    return whole === undefined ? [] : [{ prefix, digits }];
  });
  const [example] = numbered;
  if (example === undefined || numbered.length * 2 <= files.length) return `${today.replaceAll('-', '')}-${slug}`;
  const number = Math.max(...numbered.map(({ digits }) => Number(digits)), ...taken) + 1;
  const width = Math.max(...numbered.map(({ digits }) => digits.length));
  return `${example.prefix}${String(number).padStart(width, '0')}-${slug}`;
}
