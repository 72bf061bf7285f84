import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { plain } from '../../domain/plain.ts';
import styles from './tip.module.css';

/** How far a tip stays from the edges of the window, in pixels. */
const EDGE = 8;

/**
 * A few words about what it stands around, on hover, focus or press; Escape puts them away. Not for what must be read.
 */
export function Tip({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!isOpen || around.current === null || tip.current === null) return;
    tip.current.showPopover?.();
    const target = around.current.getBoundingClientRect();
    const own = tip.current.getBoundingClientRect();
    const left = target.left + target.width / 2 - own.width / 2;
    tip.current.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - own.width - EDGE))}px`;
    const above = target.top - own.height - EDGE;
    tip.current.style.top = `${above < EDGE ? target.bottom + EDGE : above}px`;
    const putAway = () => setOpen(false);
    window.addEventListener('scroll', putAway, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', putAway, { capture: true });
  }, [isOpen]);
  return (
    <>
      <button
        type="button"
        ref={around}
        className={styles.around}
        aria-describedby={id}
        onPointerEnter={() => setOpen(true)}
        onPointerLeave={() => setOpen(false)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
      >
        {children}
      </button>
      <span role="tooltip" id={id} ref={tip} popover="manual" className={styles.tip} key={isOpen ? 'open' : 'closed'}>
        {plain(label)}
      </span>
    </>
  );
}
