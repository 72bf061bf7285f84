import { type ReactNode, useState } from 'react';
import { text } from '../messages/index.ts';
import { Button } from './button.tsx';
import styles from './data-table.module.css';
import { useSurface } from './surface.tsx';

interface LimitedListProps {
  readonly items: readonly { readonly key: string; readonly content: ReactNode }[];
  /** How many are shown at first; on paper all of them are. */
  readonly limit: number;
  readonly className?: string | undefined;
}

/** A list that may be very long: the first of it, and the rest when asked for. */
export function LimitedList({ items, limit, className }: LimitedListProps) {
  const [isWhole, setWhole] = useState(false);
  const { kind } = useSurface();
  const isCut = items.length > limit && kind === 'page';
  const shown = isCut && !isWhole ? items.slice(0, limit) : items;
  return (
    <>
      <ul className={className}>
        {shown.map(({ key, content }) => (
          <li key={key}>{content}</li>
        ))}
      </ul>
      {isCut ? (
        <Button kind="quiet" className={styles.more} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? text.design.showFewer : text.design.showAll(items.length)}
        </Button>
      ) : null}
    </>
  );
}
