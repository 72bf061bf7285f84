import type { SessionAnswer } from '../../domain/session.ts';
import { useAddress } from '../client/use-address.ts';
import { useScan } from '../client/use-scan.ts';
import { useScanDeeds } from '../client/use-scan-deeds.ts';
import { Button } from '../design/button.tsx';
import { Problem } from '../design/problem.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import styles from './standing.module.css';
import { Standing } from './standing.tsx';

const words = text.shell.scan;

/** Before there are facts: the first scan as it runs, or what stands in its way. */
export function FirstScan({ session }: { readonly session: SessionAnswer }) {
  const scan = useScan();
  const { start, cancel, isStarting, isCancelling, error: refusal } = useScanDeeds();
  if (scan.state === 'running') {
    const share = scan.total === null || scan.total === 0 ? null : scan.commits / scan.total;
    return (
      <Standing title={words.title} dots={share === null ? 0 : Math.round(share * 14)}>
        <p>{words.lead}</p>
        <progress className={styles.progress} aria-label={words.title} {...(share === null ? {} : { value: share })} />
        <p className={styles.small}>
          {scan.repository === null ? null : (
            <>
              <Said>{scan.repository}</Said>
              {' · '}
            </>
          )}
          {scan.phase === null ? null : `${words.phases[scan.phase]} · `}
          {words.of(scan.commits, scan.total)}
        </p>
        {session.canScan ? (
          <Button disabled={isCancelling} onClick={cancel}>
            {words.cancel}
          </Button>
        ) : null}
      </Standing>
    );
  }
  // That nothing was read yet is no error where it can be read by a press.
  const error = scan.error ?? (session.state === 'failed' ? session.error : null);
  return (
    <Standing title={error === null ? words.never : words.failed} dots={0}>
      {error === null ? <p>{words.neverLead}</p> : <Problem error={Object.assign(new Error(error.message), error)} />}
      {refusal === null ? null : <Problem error={refusal} />}
      {session.canScan ? (
        <Button kind="primary" disabled={isStarting} onClick={() => start()}>
          {words.start}
        </Button>
      ) : null}
      {session.canOpenDemo ? <Demo /> : null}
    </Standing>
  );
}

function Demo() {
  const [, change] = useAddress();
  return <Button onClick={() => change({ place: 'demo' })}>{text.shell.welcome.demo}</Button>;
}
