/** What stands in an address after `?`: text alone, several where a name is repeated. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `?person=a&person=b&days=7` as `{ person: ['a', 'b'], days: '7' }`. One of a list is read as one text. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const parts = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(search)) parts.set(key, [...(parts.get(key) ?? []), value]);
  return Object.fromEntries(
    [...parts].flatMap(([key, values]) => {
      const told = values.filter((value) => isToldSo(key, value, parts.get('names')?.[0]));
      return told.length === 0 ? [] : [[key, told.length === 1 ? (told[0] ?? '') : told]];
    }),
  );
}

/** The reverse; what is empty is left out. */
export function printSearch(search: Readonly<Record<string, unknown>>): string {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined || one === null || one === '') continue;
      if (isToldSo(key, String(one), search.names)) parts.append(key, String(one));
    }
  }
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
}

/** What somebody is called while names are hidden. */
const ALIAS = /^(the lead|person \d+)$/i;

/**
 * Whether a part of the address may stand there: while names are hidden it names nobody, so that neither the address nor
 * what is drawn from it does; and an alias means nobody once they are shown.
 */
function isToldSo(key: string, value: string, names: unknown): boolean {
  return (key !== 'person' && key !== 'lead') || ALIAS.test(value) === (names === 'hidden');
}

/** A part of the address that is told once: the first where it is repeated, empty where it is missing. */
export function oneOf(value: Search[string]): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}
