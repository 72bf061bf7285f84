import { Link } from '@tanstack/react-router';
import { CircleHelp, Eye, EyeOff, Monitor, Moon, Sun } from 'lucide-react';
import type { SessionAnswer } from '../../domain/session.ts';
import type { Search } from '../client/search.ts';
import { text } from '../messages/index.ts';
import styles from './header.module.css';
import { LookedAt } from './looked-at.tsx';
import { Navigation } from './navigation.tsx';
import { keptOf } from './page-surface.tsx';
import type { Theme } from './theme.ts';
import { Wordmark } from './wordmark.tsx';

const THEME_ICON = { system: Monitor, light: Sun, dark: Moon } as const;

interface HeaderProps {
  /** Null until it is known what is looked at. */
  readonly session: SessionAnswer | null;
  /** There is something to go to. */
  readonly hasPages: boolean;
  readonly theme: Theme;
  readonly areNamesHidden: boolean;
  onTheme(): void;
  onNames(): void;
  onHelp(): void;
}

/** Name, pages, what is looked at, and the few switches that are about all of it. */
export function Header({ session, hasPages, theme, areNamesHidden, onTheme, onNames, onHelp }: HeaderProps) {
  const ThemeIcon = THEME_ICON[theme];
  const NamesIcon = areNamesHidden ? EyeOff : Eye;
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <Link
          to="/"
          search={((before: Search) => keptOf(before)) as never}
          className={styles.home}
          aria-label={text.shell.product}
          activeProps={{ 'aria-current': undefined }}
        >
          <Wordmark />
        </Link>
        {hasPages ? <Navigation /> : <span className={styles.fill} />}
        <div className={styles.right}>
          {session === null ? null : <LookedAt session={session} />}
          {hasPages ? (
            <button
              type="button"
              className={styles.switch}
              aria-pressed={areNamesHidden}
              aria-label={text.shell.presenter.on}
              title={areNamesHidden ? text.shell.presenter.off : text.shell.presenter.on}
              onClick={onNames}
            >
              <NamesIcon aria-hidden="true" size={17} strokeWidth={1.7} />
            </button>
          ) : null}
          <button
            type="button"
            className={styles.switch}
            aria-label={text.shell.theme.next(text.shell.theme[theme])}
            title={`${text.shell.theme.label}: ${text.shell.theme[theme]}`}
            onClick={onTheme}
          >
            <ThemeIcon aria-hidden="true" size={17} strokeWidth={1.7} />
          </button>
          <button
            type="button"
            className={styles.switch}
            data-wide=""
            aria-label={text.shell.help}
            title={text.shell.help}
            onClick={onHelp}
          >
            <CircleHelp aria-hidden="true" size={17} strokeWidth={1.7} />
          </button>
        </div>
      </div>
    </header>
  );
}
