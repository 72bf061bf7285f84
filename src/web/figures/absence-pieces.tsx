import type { Pieces } from '../../domain/absence-told.ts';
import type { Inline as InlineText } from '../../domain/page.ts';
import { Inline } from '../design/inline.tsx';

/** A told sentence with what stands out in it. */
export function AbsencePieces({ pieces }: { readonly pieces: Pieces }) {
  const inline: InlineText = pieces.map(({ text, tone }) => (tone === 'plain' ? text : { text, tone }));
  return <Inline>{inline}</Inline>;
}
