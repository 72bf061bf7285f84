import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ScanState } from '../../domain/scan-state.ts';
import type { SessionAnswer } from '../../domain/session.ts';
import { type AskError, isAboutServer } from '../client/ask-error.ts';
import { useAddress } from '../client/use-address.ts';
import { useAsked } from '../client/use-asked.ts';
import { useMovedOn } from '../client/use-moved-on.ts';
import { useScan } from '../client/use-scan.ts';
import { useScanDeeds } from '../client/use-scan-deeds.ts';
import { Said } from '../design/said.tsx';
import { To } from '../design/to.tsx';
import { text } from '../messages/index.ts';
import styles from './notices.module.css';

/** How long news stay, in milliseconds. */
const LINGER = 10_000;

const words = text.shell.notices;

interface NoticesProps {
  readonly session: SessionAnswer | null;
  /** What was asked for cannot be looked at: no such lead, nothing in the window. */
  readonly error: AskError | null;
  /** The server stopped answering; what is on the screen is from before. */
  readonly isGone: boolean;
}

/** What one must know of everything on the page, in a line each. */
export function Notices({ session, error, isGone }: NoticesProps) {
  const { place, names } = useAsked();
  const [, change] = useAddress();
  const scan = useScan();
  const news = useNews(scan);
  const hasMovedOn = useMovedOn();
  // There the same stands beside its button.
  const isOnData = useRouterState({ select: ({ location }) => location.pathname === '/data' });
  const lines: { key: string; content: ReactNode }[] = [];
  if (isGone) lines.push({ key: 'gone', content: words.gone });
  if (error !== null && !isAboutServer(error)) {
    lines.push({
      key: 'error',
      content: (
        <>
          <Said>{`${error.message} ${error.hint ?? ''}`}</Said>{' '}
          <button
            type="button"
            className={styles.action}
            onClick={() => change({ since: undefined, until: undefined, lead: undefined })}
          >
            {text.shell.lookedAt.reset}
          </button>
        </>
      ),
    });
  }
  if (place === 'demo') {
    lines.push({
      key: 'demo',
      content: (
        <>
          {words.demo}{' '}
          <button
            type="button"
            className={styles.action}
            onClick={() => change({ place: undefined, since: undefined, until: undefined, lead: undefined })}
          >
            {words.leaveDemo}
          </button>
        </>
      ),
    });
  }
  if (names === 'hidden') lines.push({ key: 'names', content: text.shell.presenter.isOn });
  if (scan.state === 'running') {
    lines.push({
      key: 'scan',
      content: scan.commits > 0 ? words.scanningOf(scan.commits, scan.total) : words.scanning,
    });
  }
  if (hasMovedOn && !isOnData) lines.push({ key: 'moved-on', content: <MovedOn /> });
  if (news !== null) lines.push({ key: 'news', content: <Said>{news}</Said> });
  if (scan.state === 'failed') {
    lines.push({ key: 'failed', content: <Led words={words.scanFailed} to={words.seeData} /> });
  }
  if (session?.isPartial)
    lines.push({ key: 'partial', content: <Led words={words.partial} to={words.whatIsMissing} /> });
  return (
    <section className={styles.notices} aria-label={words.label} data-screen={lines.length === 0 ? '' : undefined}>
      {lines.map(({ key, content }) => (
        <p key={key} className={styles.notice} role={key === 'scan' ? undefined : 'status'}>
          {content}
        </p>
      ))}
    </section>
  );
}

/** New commits are there, or others are gone: the facts are those of before until somebody asks for more. */
function MovedOn() {
  const { start, isStarting, error } = useScanDeeds();
  return (
    <>
      {words.movedOn}{' '}
      <button type="button" className={styles.action} disabled={isStarting} onClick={() => start()}>
        {words.rescan}
      </button>
      {error === null ? null : <Said>{` ${error.message} ${error.hint ?? ''}`}</Said>}
    </>
  );
}

/** What a scan did that was seen running, for a while after it ended. */
function useNews(scan: ScanState): string | null {
  const wasRunning = useRef(false);
  const [news, setNews] = useState<string | null>(null);
  useEffect(() => {
    if (wasRunning.current && scan.state === 'done') setNews(scan.said);
    wasRunning.current = scan.state === 'running';
  }, [scan]);
  useEffect(() => {
    if (news === null) return;
    const timer = setTimeout(() => setNews(null), LINGER);
    return () => clearTimeout(timer);
  }, [news]);
  return news;
}

function Led({ words, to }: { readonly words: string; readonly to: string }) {
  return (
    <>
      {words} <To page="/data">{to}</To>
    </>
  );
}
