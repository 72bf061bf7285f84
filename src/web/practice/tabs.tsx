import { useRouterState } from '@tanstack/react-router';
import { To } from '../design/to.tsx';
import { text } from '../messages/index.ts';
import styles from './tabs.module.css';
import { useKinds } from './use-kinds.ts';

/** Kinds that have a page of their own, in the order in which a week goes through them. */
const OWN_PAGES = [
  { page: '/week', kind: 'week', label: text.practice.week },
  { page: '/decisions', kind: 'decision', label: text.practice.decisions },
  { page: '/delegations', kind: 'delegation', label: text.practice.delegations },
  { page: '/coding', kind: 'coding', label: text.practice.coding },
  { page: '/journal', kind: 'journal', label: text.practice.journal },
] as const;

/** Where records of a kind are listed. */
export const pageOfKind = (kind: string): string =>
  OWN_PAGES.find((one) => one.kind === kind)?.page ?? `/records/${kind}`;

/** The pages of the practice, in a line above the heading. */
export function PracticeTabs({ kind }: { readonly kind: string }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const others = useKinds().filter(({ id }) => !OWN_PAGES.some((one) => one.kind === id));
  const pages = [
    ...OWN_PAGES,
    ...others.map(({ id, many }) => ({ page: pageOfKind(id), kind: id, label: upper(many) })),
  ];
  return (
    <nav className={styles.tabs} aria-label={text.practice.pages} data-screen="">
      {pages.map(({ page, kind: own, label }) => (
        <span
          key={page}
          className={own === kind ? styles.here : styles.tab}
          {...(own === kind ? { 'aria-current': path === page ? ('page' as const) : ('true' as const) } : {})}
        >
          <To page={page}>{label}</To>
        </span>
      ))}
    </nav>
  );
}

const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
