import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Palette, readPalette } from './inks.ts';

/** The colours of the theme, read again when it changes; null before the first look. */
export function usePalette(probe: RefObject<HTMLElement | null>): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useLayoutEffect(() => {
    const read = () => {
      if (probe.current !== null) setPalette(readPalette(probe.current));
    };
    read();
    // Letters may arrive after the page.
    document.fonts?.ready.then(read);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', read);
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      dark.removeEventListener('change', read);
      observer.disconnect();
    };
  }, [probe]);
  return palette;
}
