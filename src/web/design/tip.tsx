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
    const [target, own] = [around.current, tip.current];
    own.showPopover?.();
    const place = () => {
      const at = target.getBoundingClientRect();
      const size = own.getBoundingClientRect();
      const left = at.left + at.width / 2 - size.width / 2;
      own.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - size.width - EDGE))}px`;
      const above = at.top - size.height - EDGE;
      own.style.top = `${above < EDGE ? at.bottom + EDGE : above}px`;
    };
    place();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', place, { capture: true });
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
