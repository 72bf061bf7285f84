/** `measure/:measure` and its query into an address. Lists are written by repeating their name; what is not given is left out. */
export function addressOf(place: string, name: string, query: Readonly<Record<string, unknown>>): string {
  const given = new Map(Object.entries(query));
  const path = name.replace(/:([a-z]+)/g, (_, key: string) => {
    const value = String(given.get(key));
    given.delete(key);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [key, value] of given) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(key, String(one));
    }
  }
  const text = search.toString();
  return `/api/${place}/${path}${text === '' ? '' : `?${text}`}`;
}
