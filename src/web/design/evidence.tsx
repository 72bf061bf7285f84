import { type EvidenceProps, useSurface } from './surface.tsx';

/** What a figure rests on, one press away. */
export function Evidence(props: EvidenceProps) {
  const surface = useSurface();
  return <surface.Evidence {...props} />;
}
