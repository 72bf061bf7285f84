import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { text } from '../messages/index.ts';
import styles from './drawer.module.css';
import { Said } from './said.tsx';

interface DrawerProps {
  readonly title: ReactNode;
  readonly open: boolean;
  onClose(): void;
  readonly children: ReactNode;
}

/** A sheet over the page's edge. The browser keeps the focus inside and gives it back; Escape or a press beside closes. */
export function Drawer({ title, open, onClose, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the browser's own; the press beside is for pointers.
    <dialog
      ref={dialog}
      className={styles.drawer}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open ? (
        <div className={styles.sheet}>
          <header className={styles.head}>
            <h2 id={id} className={styles.title}>
              {typeof title === 'string' ? <Said>{title}</Said> : title}
            </h2>
            <button type="button" className={styles.close} aria-label={text.design.close} onClick={onClose}>
              <X aria-hidden="true" size={18} />
            </button>
          </header>
          <div className={styles.body}>{children}</div>
        </div>
      ) : null}
    </dialog>
  );
}
