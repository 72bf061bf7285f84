const collator = new Intl.Collator('en', { sensitivity: 'variant', numeric: false });

/** Alphabetical order with a total tie-break, so that equal inputs give equal bytes. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
