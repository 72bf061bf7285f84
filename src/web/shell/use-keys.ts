import { useEffect } from 'react';

/** After `g`, this long for the second key; in milliseconds. */
const PATIENCE = 1200;
const PAIRS = 'g';

interface Keys {
  /** By what is pressed: `?`, or `g f` for two keys after each other. */
  readonly [pressed: string]: () => void;
}

/** Keys that act wherever the focus is, except where text is typed, a menu is open or another key is held. */
export function useKeys(keys: Keys, areOn: boolean): void {
  useEffect(() => {
    if (!areOn) return;
    let first = { key: '', at: 0 };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const isSecond = first.key !== '' && event.timeStamp - first.at < PATIENCE;
      // After the key that pairs begin with, the next one means nothing of its own, on any page.
      const act = isSecond && first.key === PAIRS ? keys[`${PAIRS} ${event.key}`] : keys[event.key];
      first = act === undefined ? { key: event.key, at: event.timeStamp } : { key: '', at: 0 };
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keys, areOn]);
}

/** Also a list of choices takes letters for itself, and behind an open dialog nothing happens. */
const isTyping = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element &&
    target.closest(
      'input:not([type="checkbox"]):not([type="radio"]):not([type="range"]), textarea, select, [contenteditable], [role="menu"]',
    ) !== null);
