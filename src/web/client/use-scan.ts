import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { NO_SCAN } from '../../domain/no-scan.ts';
import type { ScanState } from '../../domain/scan-state.ts';
import { addressOf } from './address.ts';
import { useAsked } from './use-asked.ts';
import { useSession } from './use-session.ts';

/** The scan that runs, as it runs, or the last one. */
export function useScan(): ScanState {
  const { place } = useAsked();
  const session = useSession();
  const live = useQuery<ScanState>({ queryKey: [place, 'live-scan'], queryFn: () => NO_SCAN, enabled: false });
  const told = session.data?.scan ?? NO_SCAN;
  // A scan that began after the live one ended is known to the session first.
  if (live.data === undefined || (live.data.startedAt ?? 0) < (told.startedAt ?? 0)) return told;
  return live.data;
}

/**
 * Listens to a scan while one runs, and has everything asked anew when it ends. Mounted once, by the shell: browsers open
 * six connections to a server at most, and one that is always open would be taken from every page in another tab.
 */
export function useScanEvents(): void {
  const { place } = useAsked();
  const queries = useQueryClient();
  const isRunning = useScan().state === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const events = new EventSource(addressOf(place, 'scan/progress', {}));
    const hear = (event: MessageEvent<string>) => {
      const scan = JSON.parse(event.data) as ScanState;
      queries.setQueryData([place, 'live-scan'], scan);
      if (scan.state === 'running') return;
      events.close();
      queries.invalidateQueries();
    };
    events.addEventListener('message', hear);
    events.addEventListener('scan', hear as EventListener);
    return () => events.close();
  }, [isRunning, place, queries]);
}
