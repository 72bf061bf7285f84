import { useSearch } from '@tanstack/react-router';

/** What every address may say: which repository is looked at, and over which stretch of time. */
export interface Asked {
  /** `here`: what the server was started on. `demo`: the generated team. */
  readonly place: 'here' | 'demo';
  readonly since?: string;
  readonly until?: string;
  readonly lead?: string;
}

/** Read from the address, so that a link restores it. */
export function useAsked(): Asked {
  const { place, since, until, lead } = useSearch({ strict: false }) as Partial<Record<string, string>>;
  return {
    place: place === 'demo' ? 'demo' : 'here',
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(lead === undefined ? {} : { lead }),
  };
}
