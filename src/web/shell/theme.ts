import { useEffect, useState } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = 'fortnight-theme';

const isTheme = (text: string | null): text is Theme => THEMES.includes(text as Theme);

/** What was chosen before; a browser that keeps nothing follows its system. */
function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEPT);
    return isTheme(kept) ? kept : 'system';
  } catch {
    return 'system';
  }
}

/** Before anything is drawn: the page must not blink. */
export function applyTheme(theme: Theme = keptTheme()): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
  // Whoever draws on a canvas reads its colours anew.
  window.dispatchEvent(new Event('fortnight-theme'));
}

/** The theme and a way to change it, which is kept. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(keptTheme);
  useEffect(() => applyTheme(theme), [theme]);
  const keep = (next: Theme) => {
    setTheme(next);
    try {
      localStorage.setItem(KEPT, next);
    } catch {
      // It is then chosen for this visit alone.
    }
  };
  return [theme, keep];
}
