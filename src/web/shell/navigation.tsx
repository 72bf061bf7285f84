import { Link } from '@tanstack/react-router';
import type { Search } from '../client/search.ts';
import { text } from '../messages/index.ts';
import styles from './navigation.module.css';
import { NAVIGATION } from './page-names.ts';
import { keptOf } from './page-surface.tsx';

/** The pages: a line in the header, a bar at the foot of a small screen. */
export function Navigation() {
  return (
    <nav className={styles.navigation} aria-label={text.shell.pages}>
      {NAVIGATION.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to as '/'}
          search={((before: Search) => keptOf(before)) as never}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          className={styles.page}
        >
          <Icon aria-hidden="true" size={19} strokeWidth={1.6} className={styles.icon} />
          <span>{label}</span>
        </Link>
      ))}
    </nav>
  );
}
