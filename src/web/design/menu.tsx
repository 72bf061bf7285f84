import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './menu.module.css';

interface MenuProps {
  readonly label: string;
  /** What the button shows; `label` is what it is called. */
  readonly button: ReactNode;
  readonly items: readonly { readonly label: string; onSelect(): void }[];
}

/** A button with a short list of things to do. Arrows, Home, End, Escape and letters, as everywhere. */
export function Menu({ label, button, items }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    entriesOf(box.current)[0]?.focus();
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const all = entriesOf(box.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = target(event.key, at, all);
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (to !== undefined) to.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  };
  return (
    <div className={styles.box} ref={box} data-screen="">
      <button
        type="button"
        ref={opener}
        className={styles.opener}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen ? (
        <div className={styles.menu} role="menu" id={id} aria-label={label} tabIndex={-1} onKeyDown={onKey}>
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              onClick={() => {
                close();
                item.onSelect();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

const entriesOf = (box: HTMLElement | null): readonly HTMLElement[] => [
  ...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
];

function target(key: string, at: number, all: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return all[(at + 1) % all.length];
  if (key === 'ArrowUp') return all[(at - 1 + all.length) % all.length];
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  if (key.length !== 1) return undefined;
  const wanted = key.toLowerCase();
  return [...all.slice(at + 1), ...all].find((one) => one.textContent?.toLowerCase().startsWith(wanted));
}
