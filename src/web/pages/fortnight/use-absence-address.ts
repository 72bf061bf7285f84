import { useAddress } from '../../client/use-address.ts';

/** What the address says of an absence, as text. */
export interface AbsenceAddress {
  readonly person: readonly string[];
  readonly from: string | undefined;
  readonly days: number;
  readonly target: number;
  readonly load: number;
  readonly weeks: number;
  readonly percentile: number;
  readonly capacity: number;
  readonly zoom: Zoom;
  /** First silent day of the past absence that is open, in seconds since 1970. */
  readonly silence: number | null;
}

export const ZOOMS = ['year', 'three', 'all'] as const;
export type Zoom = (typeof ZOOMS)[number];

/** As on the command line. */
export const USUAL = { days: 14, target: 0.2, load: 2, weeks: 8, percentile: 90, capacity: 1 } as const;
type Amount = keyof typeof USUAL;

type Change = Partial<Record<Amount, number>> & {
  readonly person?: readonly string[];
  readonly from?: string;
  readonly zoom?: Zoom;
  readonly silence?: number | null;
  readonly lead?: string;
};

/** Everything the page shows stands in its address: a link restores it. What is as usual is left out of it. */
export function useAbsenceAddress(): readonly [AbsenceAddress, (change: Change) => void] {
  const [search, setAddress] = useAddress();
  const one = (key: string): string | undefined => {
    const value = search[key];
    return typeof value === 'string' ? value : value?.[0];
  };
  const amount = (key: Amount): number => {
    const value = Number(one(key) ?? USUAL[key]);
    return Number.isFinite(value) ? value : USUAL[key];
  };
  const zoom = one('zoom');
  const silence = Number(one('silence') ?? Number.NaN);
  const address: AbsenceAddress = {
    person: search.person === undefined ? [] : [search.person].flat(),
    from: one('from'),
    days: amount('days'),
    target: amount('target'),
    load: amount('load'),
    weeks: amount('weeks'),
    percentile: amount('percentile'),
    capacity: amount('capacity'),
    zoom: ZOOMS.find((known) => known === zoom) ?? 'all',
    silence: Number.isFinite(silence) ? silence : null,
  };
  const change = (changes: Change) => {
    const said = Object.entries(changes).map(([key, value]) => [key, saidAs(key, value)]);
    // A number changes with every key: it is no step to go back to.
    setAddress(
      Object.fromEntries(said),
      Object.keys(changes).every((key) => key in USUAL),
    );
  };
  return [address, change];
}

function saidAs(key: string, value: unknown): string | readonly string[] | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  if (key in USUAL && value === USUAL[key as Amount]) return undefined;
  return key === 'zoom' && value === 'all' ? undefined : String(value);
}

/** What is asked of an absence: only what is not as usual, so that the same question has one address. */
export const askedOf = ({ person, from }: AbsenceAddress) => ({
  person: [...person],
  ...(from === undefined ? {} : { from }),
});
