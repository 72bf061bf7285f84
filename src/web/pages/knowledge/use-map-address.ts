import { useMemo } from 'react';
import { useAddress } from '../../client/use-address.ts';

export interface MapAddress {
  /** Names of those who are taken out. */
  readonly without: readonly string[];
  /** Key of the node that fills the map; see `keyOf`. */
  readonly inside: string;
  readonly by: 'area' | 'file';
  readonly query: string;
  /** Who is away on the page that led here. */
  readonly away: readonly string[];
}

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
const one = (value: string | readonly string[] | undefined): string => list(value)[0] ?? '';

/** What the map shows, from the address, so that a link restores it. */
export function useMapAddress() {
  const [search, change] = useAddress();
  const address: MapAddress = useMemo(
    () => ({
      without: list(search.without),
      inside: one(search.in),
      by: search.by === 'file' ? 'file' : 'area',
      query: one(search.q),
      away: list(search.person),
    }),
    [search.without, search.in, search.by, search.q, search.person],
  );
  return {
    address,
    setWithout: (names: readonly string[]) => change({ without: names.length === 0 ? undefined : names }, true),
    setInside: (key: string) => change({ in: key === '' ? undefined : key }),
    setBy: (by: string) => change({ by: by === 'file' ? by : undefined }, true),
    setQuery: (query: string) => change({ q: query === '' ? undefined : query }, true),
  };
}
