import { type Block, quiet, textBlock } from '../domain/page.ts';
import type { Evidence } from '../domain/report.ts';
import { numeral } from '../domain/words.ts';

const SHOWN = 5;
/** As many digits as tell commits apart in all but the largest repositories. */
const DIGITS = 10;

/** What a figure opens onto, the newest first: as much as a line holds, or everything there is. */
export function evidenceLine(
  label: string,
  evidence: readonly Evidence[],
  total: number,
  everything: boolean,
): Block[] {
  if (evidence.length === 0) return [];
  const shown = everything ? evidence : evidence.slice(0, SHOWN);
  const ids = shown.map(({ id, kind }) => (kind === 'change' || kind === 'commit' ? id.slice(0, DIGITS) : id));
  const rest = total - shown.length;
  return [
    textBlock(
      quiet(
        `${label}: ${ids.join(', ')}${rest > 0 ? ` and ${numeral(rest)} more${everything ? '' : ' (--evidence)'}` : ''}`,
      ),
    ),
  ];
}
