import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import type { Evidence } from '../../domain/report.ts';

/** A link to a page of ours. */
export interface ToProps {
  /** `/area` */
  readonly page: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly title?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A figure's evidence, opened on demand. */
export interface EvidenceProps {
  readonly pieces: readonly Evidence[];
  /** How many there are: more than `pieces` when only the newest are carried. */
  readonly total: number;
  /** There are more, with the rows of the measure, and nobody counted how many: `total` is what is carried. */
  readonly isCut?: boolean;
  /** What the button says; `42 changes` unless given. */
  readonly label?: string;
  /** Of what these are the evidence: heading of what opens. */
  readonly title: string;
}

/**
 * Where a figure stands. A figure knows neither router nor questions: the surface says how a link is made and how
 * evidence opens. In the page both are live; in the static report there is nothing to press.
 */
export interface Surface {
  readonly kind: 'page' | 'report';
  readonly To: ComponentType<ToProps>;
  readonly Evidence: ComponentType<EvidenceProps>;
}

const NOWHERE: Surface = {
  kind: 'report',
  To: ({ children }) => <>{children}</>,
  Evidence: ({ total, label }) => <>{label ?? String(total)}</>,
};

const SurfaceContext = createContext<Surface>(NOWHERE);

/** Says where what stands inside is shown. Without one, figures are plain paper. */
export const SurfaceProvider = SurfaceContext.Provider;
export const useSurface = (): Surface => useContext(SurfaceContext);
