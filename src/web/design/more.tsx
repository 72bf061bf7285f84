import type { ReactNode } from 'react';
import { Disclosure } from './disclosure.tsx';
import { useSurface } from './surface.tsx';

/** What follows from an answer that already stands there: folded away on a page, all of it on paper. */
export function More({ summary, children }: { readonly summary: ReactNode; readonly children: ReactNode }) {
  const { kind } = useSurface();
  if (kind === 'report') return <>{children}</>;
  return <Disclosure summary={summary}>{children}</Disclosure>;
}
