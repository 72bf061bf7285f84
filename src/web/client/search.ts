/** What stands in an address after `?`: text alone, several where a name is repeated. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `?person=a&person=b&days=7` as `{ person: ['a', 'b'], days: '7' }`. One of a list is read as one text. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const parts = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(search)) parts.set(key, [...(parts.get(key) ?? []), value]);
  return Object.fromEntries([...parts].map(([key, values]) => [key, values.length === 1 ? (values[0] ?? '') : values]));
}

/** The reverse; what is empty is left out. */
export function printSearch(search: Readonly<Record<string, unknown>>): string {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') parts.append(key, String(one));
    }
  }
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
}
