import { useSearch } from '@tanstack/react-router';

/** What every address may say: which repository is looked at, over which stretch of time, and whether names are shown. */
export interface Asked {
  /** `here`: what the server was started on. `demo`: the generated team. */
  readonly place: 'here' | 'demo';
  readonly since?: string;
  readonly until?: string;
  readonly lead?: string;
  /** Presenter mode: the server puts other names in the place of people's. */
  readonly names?: 'hidden';
}

/** The names of these parts in an address: what a link to another page keeps. */
export const ASKED = ['place', 'since', 'until', 'lead', 'names'] as const;

/** Read from the address, so that a link restores it. */
export function useAsked(): Asked {
  return askedIn(useSearch({ strict: false }));
}

/** The same of an address that has been taken apart. */
export function askedIn(search: object): Asked {
  const { place, since, until, lead, names } = search as Partial<Record<string, string>>;
  return {
    place: place === 'demo' ? 'demo' : 'here',
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(lead === undefined ? {} : { lead }),
    ...(names === 'hidden' ? { names } : {}),
  };
}
