import type { Pieces } from '../domain/absence-told.ts';
import type { Inline, Span } from '../domain/page.ts';

/** Text of a page as data: every piece with what makes it stand out. */
export function piecesOf(inline: Inline): Pieces {
  const parts = typeof inline === 'string' || !isMany(inline) ? [inline] : inline;
  return parts.map((part) =>
    typeof part === 'string' ? { text: part, tone: 'plain' } : { text: part.text, tone: TONES[part.tone] },
  );
}

const isMany = (inline: Exclude<Inline, string>): inline is readonly (string | Span)[] => Array.isArray(inline);

const TONES: Readonly<Record<Span['tone'], Pieces[number]['tone']>> = {
  strong: 'strong',
  warn: 'strong',
  good: 'plain',
  accent: 'plain',
  quiet: 'quiet',
  command: 'command',
};
