import { useQueryClient } from '@tanstack/react-query';
import type { ScanState } from '../../../domain/scan-state.ts';
import { useAsked } from '../../client/use-asked.ts';
import { useDeed } from '../../client/use-deed.ts';
import { useScan } from '../../client/use-scan.ts';
import { useSession } from '../../client/use-session.ts';
import { Button } from '../../design/button.tsx';
import { Problem } from '../../design/problem.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { momentOf } from './moment-of.ts';
import styles from './scan-panel.module.css';
import { ScanProgress } from './scan-progress.tsx';

interface ScanPanelProps {
  /** Seconds since 1970 of the last reading; null when nobody knows. */
  readonly scannedAt: number | null;
}

/** Reads the repository anew, tells how far that is and what came of it, and stops when asked to. */
export function ScanPanel({ scannedAt }: ScanPanelProps) {
  const { place } = useAsked();
  const session = useSession();
  const scan = useScan();
  const queries = useQueryClient();
  const start = useDeed('scan/start');
  const cancel = useDeed('scan/cancel');
  const words = text.data.scan;
  const hear = (state: ScanState) => queries.setQueryData([place, 'live-scan'], state);
  const read = (wanted: 'when-needed' | 'full') => {
    cancel.reset();
    start.mutate({ scan: wanted }, { onSuccess: hear });
  };
  const isRunning = scan.state === 'running';
  if (session.data?.canScan === false) return <p className={styles.note}>{words.demo}</p>;
  return (
    <section className={styles.panel} aria-labelledby="scan">
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id="scan">{words.title}</h2>
          <p className={styles.last} role="status">
            {isRunning ? words.meanwhile : outcomeOf(scan, scannedAt)}
          </p>
        </div>
        <div className={styles.actions} data-screen="">
          {isRunning ? (
            <Button disabled={cancel.isPending} onClick={() => cancel.mutate({}, { onSuccess: hear })}>
              {cancel.isPending ? words.cancelling : words.cancel}
            </Button>
          ) : (
            <>
              <Button kind="quiet" title={words.fullHint} disabled={start.isPending} onClick={() => read('full')}>
                {words.full}
              </Button>
              <Button kind="primary" disabled={start.isPending} onClick={() => read('when-needed')}>
                {words.read}
              </Button>
            </>
          )}
        </div>
      </header>
      {isRunning ? <ScanProgress scan={scan} /> : null}
      {scan.state === 'failed' && scan.error !== null ? <Failed error={scan.error} /> : null}
      {start.isError ? <Problem error={start.error} /> : null}
      {cancel.isError ? <Problem error={cancel.error} /> : null}
    </section>
  );
}

function outcomeOf(scan: ScanState, scannedAt: number | null): string {
  const words = text.data.scan;
  const last = scannedAt === null ? words.never : words.last(momentOf(scannedAt));
  if (scan.state === 'cancelled') return `${words.cancelled} ${last}`;
  return scan.state === 'done' && scan.said !== null ? `${last} ${scan.said}` : last;
}

function Failed({ error: { message, hint } }: { readonly error: NonNullable<ScanState['error']> }) {
  const words = text.data.scan;
  return (
    <div className={styles.failed} role="alert">
      <p className={styles.failure}>{words.failed}</p>
      <p>
        <Said>{[message, hint].filter((part) => part !== null).join(' ')}</Said>
      </p>
      <p className={styles.note}>{words.kept}</p>
    </div>
  );
}
