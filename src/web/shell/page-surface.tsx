import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Search } from '../client/search.ts';
import { ASKED } from '../client/use-asked.ts';
import type { EvidenceProps, Surface, ToProps } from '../design/surface.tsx';
import { text } from '../messages/index.ts';
import { EvidenceDrawer } from './evidence-drawer.tsx';
import styles from './page-surface.module.css';

/** What a link to another page keeps of the address: what is looked at, not what the page before was asked. */
export const keptOf = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([key]) => (ASKED as readonly string[]).includes(key)));

function PageTo({ page, query, title, className, children }: ToProps) {
  return (
    <Link
      to={page as '/'}
      search={((before: Search) => ({ ...keptOf(before), ...query })) as never}
      title={title}
      className={className}
    >
      {children}
    </Link>
  );
}

function PageEvidence({ pieces, total, isCut = false, label, title }: EvidenceProps) {
  const [isOpen, setOpen] = useState(false);
  const said = label ?? text.design.changes(total);
  if (pieces.length === 0) return <span className={styles.none}>{said}</span>;
  return (
    <>
      <button type="button" className={styles.button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {said}
      </button>
      <EvidenceDrawer
        title={title}
        pieces={pieces}
        total={total}
        isCut={isCut}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

/** Figures in the page: links lead on, evidence opens. */
export const pageSurface: Surface = { kind: 'page', To: PageTo, Evidence: PageEvidence };
