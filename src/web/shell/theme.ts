import { useEffect } from 'react';
import { keptChoice, useKept } from './kept.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = 'fortnight-theme';

/** Before anything is drawn: the page must not blink. */
export function applyTheme(theme: Theme = keptChoice(KEPT, THEMES, 'system')): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
}

/** The theme and a way to change it, which is kept. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, keep] = useKept(KEPT, THEMES, 'system');
  useEffect(() => applyTheme(theme), [theme]);
  return [theme, keep];
}
