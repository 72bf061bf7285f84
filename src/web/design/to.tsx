import { type ToProps, useSurface } from './surface.tsx';

/** A link to a page of ours, keeping repository, window and lead; plain text where there are no pages. */
export function To(props: ToProps) {
  const surface = useSurface();
  return <surface.To {...props} />;
}
