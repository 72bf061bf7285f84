import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { plain } from '../domain/plain.ts';
import { isAboutServer } from './client/ask-error.ts';
import { Askable } from './client/askable.ts';
import type { Search } from './client/search.ts';
import { useAddress } from './client/use-address.ts';
import { useAsked } from './client/use-asked.ts';
import { useScanEvents } from './client/use-scan.ts';
import { useSession } from './client/use-session.ts';
import { SurfaceProvider } from './design/surface.tsx';
import { text } from './messages/index.ts';
import { FirstScan } from './shell/first-scan.tsx';
import { Header } from './shell/header.tsx';
import { useKept } from './shell/kept.ts';
import { KeyboardHelp } from './shell/keyboard.tsx';
import { Notices } from './shell/notices.tsx';
import { NAVIGATION, pageNameAt } from './shell/page-names.ts';
import { keptOf, pageSurface } from './shell/page-surface.tsx';
import { Gone, Locked } from './shell/shut-out.tsx';
import { THEMES, useTheme } from './shell/theme.ts';
import { useKeys } from './shell/use-keys.ts';
import { Welcome } from './shell/welcome.tsx';
import styles from './shell.module.css';

/** How often a server that went away is looked for, in milliseconds. */
const LOOK_AGAIN = 2500;

/** What stands around every page: it knows whether there is something to show, and says so where there is not. */
export function Shell() {
  const session = useSession();
  const { names } = useAsked();
  const [, change] = useAddress();
  const [theme, setTheme] = useTheme();
  const [keys, setKeys] = useKept('fortnight-keys', ['on', 'off'], 'on');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const isOnTheWay = useRouterState({ select: ({ isLoading }) => isLoading });
  useScanEvents();
  useTitle(session.data?.repositories[0]?.name ?? '');
  useArrival();

  const isGone = session.error?.code === 'gone';
  const { refetch } = session;
  useEffect(() => {
    if (!isGone) return;
    const timer = setInterval(refetch, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [isGone, refetch]);

  useRecovery(isGone || session.error?.code === 'locked');

  const nextTheme = () => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system');
  const changeNames = () => change({ names: names === 'hidden' ? undefined : 'hidden' });
  useShortcuts({ onHelp: () => setHelpOpen(true), onTheme: nextTheme, onNames: changeNames }, keys === 'on');

  const standing = standingOf(session);
  const known = session.data?.state === 'ready' && standing === null ? session.data : null;
  return (
    <SurfaceProvider value={pageSurface}>
      <a className={styles.skip} href="#page">
        {text.shell.skip}
      </a>
      <Header
        session={known}
        hasPages={standing === null}
        theme={theme}
        areNamesHidden={names === 'hidden'}
        onTheme={nextTheme}
        onNames={changeNames}
        onHelp={() => setHelpOpen(true)}
      />
      {standing === null ? <Notices session={known} error={session.error} isGone={isGone} /> : null}
      <main id="page" className={styles.main} tabIndex={-1} aria-busy={isOnTheWay}>
        {standing ?? (
          <Askable value={isAskable(session)}>
            <Outlet />
          </Askable>
        )}
      </main>
      {session.data === undefined ? null : (
        <footer className={styles.foot}>{text.shell.foot(session.data.version)}</footer>
      )}
      <KeyboardHelp
        isOpen={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        areKeysOn={keys === 'on'}
        onKeys={(areOn) => setKeys(areOn ? 'on' : 'off')}
      />
    </SurfaceProvider>
  );
}

/** What is said in the place of a page; null when there is one to show, or nothing is known yet. */
function standingOf({ data, error, isPlaceholderData, refetch }: ReturnType<typeof useSession>): ReactNode {
  if (error?.code === 'locked') return <Locked />;
  if (error?.code === 'gone' && data === undefined) return <Gone onAgain={refetch} />;
  if (data === undefined || isPlaceholderData) return null;
  if (data.state === 'ready') return null;
  return data.state === 'no-repository' ? <Welcome session={data} /> : <FirstScan session={data} />;
}

/** Whether a page may ask: also where what the address says cannot be looked at, as each answer says what to do then. */
function isAskable({ data, error }: ReturnType<typeof useSession>): boolean {
  return data === undefined ? error !== null && !isAboutServer(error) : data.state === 'ready';
}

/** What could not be answered while the server was away, or this browser shut out, is asked again once that is over. */
function useRecovery(isOut: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isOut) return;
    return () => {
      queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
    };
  }, [isOut, queries]);
}

/** The title of the window: the page, and what is looked at. */
function useTitle(repository: string): void {
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    document.title = text.shell.titled(pageNameAt(path), plain(repository), text.shell.product);
  }, [path, repository]);
}

/** After going to another page the focus stands on its heading, so that it is read out and the next Tab goes on from there. */
function useArrival(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        const heading = document.querySelector<HTMLElement>('#page h1') ?? document.querySelector<HTMLElement>('#page');
        heading?.focus({ preventScroll: true });
      }),
    [router],
  );
}

interface Shortcuts {
  onHelp(): void;
  onTheme(): void;
  onNames(): void;
}

function useShortcuts({ onHelp, onTheme, onNames }: Shortcuts, areOn: boolean): void {
  const navigate = useNavigate();
  useKeys(
    useMemo(
      () => ({
        '?': onHelp,
        t: onTheme,
        h: onNames,
        '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
        ...Object.fromEntries(
          NAVIGATION.map(({ to, key }) => [
            `g ${key}`,
            () => navigate({ to: to as '/', search: ((before: Search) => keptOf(before)) as never }),
          ]),
        ),
      }),
      [navigate, onHelp, onTheme, onNames],
    ),
    areOn,
  );
}
