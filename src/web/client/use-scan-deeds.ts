import { useQueryClient } from '@tanstack/react-query';
import type { ScanState } from '../../domain/scan-state.ts';
import { useAsked } from './use-asked.ts';
import { useDeed } from './use-deed.ts';

/** Starts a scan and stops it; what the server says of it is heard by everybody who looks at the scan. */
export function useScanDeeds() {
  const { place } = useAsked();
  const queries = useQueryClient();
  const start = useDeed('scan/start');
  const cancel = useDeed('scan/cancel');
  const told = {
    onSuccess: (state: ScanState) => queries.setQueryData([place, 'live-scan'], state),
    onSettled: () => queries.invalidateQueries({ queryKey: [place, 'session'] }),
  };
  return {
    start: (scan: 'when-needed' | 'full' = 'when-needed') => {
      cancel.reset();
      start.mutate({ scan }, told);
    },
    cancel: () => cancel.mutate({}, told),
    isStarting: start.isPending,
    isCancelling: cancel.isPending,
    /** Why it could not be started or stopped. */
    error: cancel.error ?? start.error,
  };
}
