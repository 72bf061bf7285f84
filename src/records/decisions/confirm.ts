/** What a decision says is to show that it works. */
export type Confirm =
  | {
      readonly kind: 'measure';
      readonly measure: string;
      readonly sign: '>=' | '<=' | '>' | '<';
      readonly bound: number;
    }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'words'; readonly words: string };

/** `autonomy >= 0.6`, `gate < 30 %`, `run: npm test`, or words. Never fails: what is neither a measure nor a command is words. */
export function parseConfirm(text: string): Confirm {
  const plain = text.trim();
  const command = /^run:\s*(.+)$/s.exec(plain)?.[1]?.trim();
  if (command !== undefined) return { kind: 'command', command };
  const [, measure, sign, digits, percent] =
    /^([a-z][a-z0-9-]{0,60})\s*(>=|<=|>|<|≥|≤)\s*(-?\d{1,12}(?:\.\d{1,9})?)\s*(%)?$/.exec(plain) ?? [];
  if (measure === undefined || digits === undefined) return { kind: 'words', words: plain };
  const bound = Number(digits) / (percent === undefined ? 1 : 100);
  return { kind: 'measure', measure, sign: SIGNS[sign ?? ''] ?? '>=', bound };
}

const SIGNS: Readonly<Record<string, '>=' | '<=' | '>' | '<'>> = {
  '>=': '>=',
  '<=': '<=',
  '>': '>',
  '<': '<',
  '≥': '>=',
  '≤': '<=',
};

/**
 * Whether a figure keeps its bound. A share is believed only when its whole interval lies on one side: null where the bound lies
 * within, and where there is no figure.
 */
export function keepsBound(
  figure: number | { readonly share: number; readonly low: number; readonly high: number } | null,
  { sign, bound }: Extract<Confirm, { kind: 'measure' }>,
): boolean | null {
  if (figure === null) return null;
  const [low, high] = typeof figure === 'number' ? [figure, figure] : [figure.low, figure.high];
  const holds = (value: number) =>
    sign === '>=' ? value >= bound : sign === '<=' ? value <= bound : sign === '>' ? value > bound : value < bound;
  return holds(low) === holds(high) ? holds(low) : null;
}
