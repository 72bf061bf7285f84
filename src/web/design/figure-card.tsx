import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Confidence } from '../../domain/report.ts';
import { CopyMenu } from './copy-menu.tsx';
import type { Copyable } from './copyable.ts';
import styles from './figure-card.module.css';
import { FigureTitle } from './figure-title.tsx';
import { Said } from './said.tsx';
import { Sure } from './sure.tsx';
import { useSurface } from './surface.tsx';

interface FigureCardProps {
  /** Its name in the address. */
  readonly id?: string;
  readonly title: string;
  readonly level?: 2 | 3;
  /** What it means, in one sentence. */
  readonly meaning?: ReactNode;
  readonly sure?: Confidence | null;
  /** Why there is not enough evidence stands on the page already, and is not said again. */
  readonly isReasonSaid?: boolean;
  /** What is taken elsewhere when it is copied; nothing can be where it is not given. */
  readonly copy?: Copyable;
  readonly actions?: ReactNode;
  /** One below the other, or what it is beside what it says: for many of them in a list. */
  readonly layout?: 'card' | 'row';
  readonly children: ReactNode;
}

/** Every figure stands in one: what it is, what it means, how sure it is, and ways to take it elsewhere. */
export function FigureCard({
  id,
  title,
  level = 2,
  layout = 'card',
  meaning,
  sure,
  isReasonSaid = false,
  copy,
  actions,
  children,
}: FigureCardProps) {
  const { kind } = useSurface();
  const own = useId();
  const around = useRef<HTMLDivElement>(null);
  // The menu looks for a drawing when it is about to be used, not while the figure is still being drawn.
  const [, look] = useState(0);
  const card = useRef<HTMLElement>(null);
  // A link to a figure is followed before its answer came; it is gone to once it is there.
  useEffect(() => {
    if (kind === 'page' && id !== undefined && window.location.hash === `#${encodeURIComponent(id)}`) {
      card.current?.scrollIntoView();
    }
  }, [kind, id]);
  const Heading = level === 2 ? 'h2' : 'h3';
  const isBlank = sure?.level === 'none';
  return (
    <section
      id={id}
      ref={card}
      className={layout === 'row' ? styles.row : styles.card}
      data-figure=""
      aria-labelledby={own}
      onPointerEnter={() => look(1)}
      onFocus={() => look(1)}
    >
      <header className={styles.head}>
        <div className={styles.line}>
          <Heading id={own} className={styles.title}>
            {title}
          </Heading>
          {sure === undefined || sure === null ? null : (
            <Sure confidence={sure} isReasonSaid={isBlank && isReasonSaid} />
          )}
        </div>
        {kind === 'page' ? (
          <div className={styles.actions} data-screen="">
            {actions}
            {copy === undefined ? null : <CopyMenu copy={copy} around={around} anchor={id} />}
          </div>
        ) : null}
      </header>
      {meaning === undefined ? null : <p className={styles.meaning}>{meaning}</p>}
      {isBlank && !isReasonSaid && kind === 'page' ? (
        <p className={styles.missing}>
          <Said>{sure.because}</Said>
        </p>
      ) : null}
      <div ref={around} className={styles.body}>
        <FigureTitle value={title}>{children}</FigureTitle>
      </div>
    </section>
  );
}
