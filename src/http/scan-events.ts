import type { SSEStreamingApi } from 'hono/streaming';
import type { Session } from '../app/session.ts';

/** A connection on which nothing is said for longer may be taken for dead. */
const HEARTBEAT_MS = 15_000;

/**
 * Tells the state of the scan, at once and whenever it changes, each as the data of an event, until the listener goes. A
 * listener who reads slowly misses states, never the last one.
 */
export async function scanEvents(stream: SSEStreamingApi, session: Session): Promise<void> {
  let [latest, told] = [session.scan, null as typeof session.scan | null];
  let isOver = false;
  let wake = () => {};
  const stop = session.onScan((state) => {
    latest = state;
    wake();
  });
  stream.onAbort(() => {
    isOver = true;
    wake();
  });
  try {
    while (!isOver && !stream.aborted && !stream.closed) {
      if (latest === told) await stream.write(': still here\n\n');
      else {
        told = latest;
        await stream.writeSSE({ data: JSON.stringify(told) });
      }
      if (latest !== told || isOver) continue;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, HEARTBEAT_MS);
      });
      clearTimeout(timer);
    }
  } finally {
    stop();
  }
}
