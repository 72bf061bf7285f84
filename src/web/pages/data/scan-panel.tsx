import type { ScanState } from '../../../domain/scan-state.ts';
import { useMovedOn } from '../../client/use-moved-on.ts';
import { useScan } from '../../client/use-scan.ts';
import { useScanDeeds } from '../../client/use-scan-deeds.ts';
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
  const session = useSession();
  const scan = useScan();
  const hasMovedOn = useMovedOn();
  const { start, cancel, isStarting, isCancelling, error } = useScanDeeds();
  const words = text.data.scan;
  const isRunning = scan.state === 'running';
  if (session.data?.canScan === false) return <p className={styles.note}>{words.demo}</p>;
  return (
    <section className={styles.panel} aria-labelledby="scan">
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id="scan">{words.title}</h2>
          <p className={styles.last} role="status">
            {isRunning ? words.meanwhile : outcomeOf(scan, scannedAt, hasMovedOn)}
          </p>
        </div>
        <div className={styles.actions} data-screen="">
          {isRunning ? (
            <Button disabled={isCancelling} onClick={cancel}>
              {isCancelling ? words.cancelling : words.cancel}
            </Button>
          ) : (
            <>
              <Button kind="quiet" title={words.fullHint} disabled={isStarting} onClick={() => start('full')}>
                {words.full}
              </Button>
              <Button kind="primary" disabled={isStarting} onClick={() => start()}>
                {words.read}
              </Button>
            </>
          )}
        </div>
      </header>
      {isRunning ? <ScanProgress scan={scan} /> : null}
      {scan.state === 'failed' && scan.error !== null ? <Failed error={scan.error} /> : null}
      {error === null ? null : <Problem error={error} />}
    </section>
  );
}

function outcomeOf(scan: ScanState, scannedAt: number | null, hasMovedOn: boolean): string {
  const words = text.data.scan;
  const last = scannedAt === null ? words.never : words.last(momentOf(scannedAt));
  const before = scan.state === 'cancelled' ? [words.cancelled, last] : [last];
  if (hasMovedOn) return [...before, words.movedOn].join(' ');
  return (scan.state === 'done' && scan.said !== null ? [...before, scan.said] : before).join(' ');
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
