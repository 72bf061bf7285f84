import { useScan } from './use-scan.ts';
import { useSession } from './use-session.ts';

/** Whether the repository looks different from when it was read; not from before the scan that runs or ran last. */
export function useMovedOn(): boolean {
  const { data } = useSession();
  const { startedAt } = useScan();
  return data?.hasMovedOn === true && data.scan.startedAt === startedAt;
}
