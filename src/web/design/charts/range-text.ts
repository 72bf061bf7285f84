/** `31–56%`, `1.1–5.5 days`: what both ends say is said once. */
export function rangeText(low: string, high: string): string {
  const [, number, unit] = /^([<>]?[\d.,]+)(\D*)$/.exec(low) ?? [];
  return number !== undefined && unit !== undefined && unit !== '' && high.endsWith(unit)
    ? `${number}–${high}`
    : `${low}–${high}`;
}
