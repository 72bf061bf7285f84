import type { ReactNode } from 'react';
import styles from './page-head.module.css';

interface PageHeadProps {
  readonly title: string;
  /** The sentence under it. */
  readonly lead?: ReactNode;
  /** Controls, to its right. */
  readonly children?: ReactNode;
}

/** The heading of a page: its one h1, which takes the focus when one comes from another page. */
export function PageHead({ title, lead, children }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1 tabIndex={-1}>{title}</h1>
        {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      </div>
      {children === undefined ? null : (
        <div className={styles.controls} data-screen="">
          {children}
        </div>
      )}
    </header>
  );
}
