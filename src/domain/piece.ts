import { printPiece } from './print-piece.ts';
import { type Evidence, evidenceSchema } from './report.ts';

export { printPiece };

/** The reverse of {@link printPiece}, read from both ends; null for what is no piece of evidence. */
export function parsePiece(text: string): Evidence | null {
  const first = text.indexOf(':');
  const last = text.lastIndexOf(':');
  if (first < 0 || last === first) return null;
  const id = text.slice(last + 1).replace(/%(25|3A)/g, (_, code: string) => (code === '25' ? '%' : ':'));
  const piece = evidenceSchema.safeParse({ kind: text.slice(0, first), repository: text.slice(first + 1, last), id });
  return piece.success && id !== '' ? piece.data : null;
}
