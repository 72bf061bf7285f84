import { plain } from '../../domain/plain.ts';

/** Text of a stranger or of the server: controls are shown instead of obeyed, and its direction stays its own. */
export function Said({ children }: { readonly children: string }) {
  return <bdi>{plain(children)}</bdi>;
}
