import fc from 'fast-check';

/**
 * Lines of a history of 700 days (see `historyOf`): each person comes and goes, and lands their own work or another's on
 * some days of each stay. The lines of a number are those of 0, so many days later.
 */
export const told = (people: readonly string[]): fc.Arbitrary<(shift: number) => string[]> =>
  fc
    .tuple(
      ...people.map(() =>
        fc.array(
          fc.record({
            stay: fc.integer({ min: 1, max: 150 }),
            gap: fc.integer({ min: 1, max: 70 }),
            step: fc.integer({ min: 1, max: 8 }),
            lander: fc.constantFrom(...people, '?'),
            area: fc.constantFrom('core', 'docs', ''),
          }),
          { minLength: 1, maxLength: 8 },
        ),
      ),
    )
    .map((lives) => (shift) => lives.flatMap((stays, i) => linesOf(people[i] ?? '', stays, shift)));

interface Stay {
  readonly stay: number;
  readonly gap: number;
  readonly step: number;
  readonly lander: string;
  readonly area: string;
}

function linesOf(who: string, stays: readonly Stay[], shift: number): string[] {
  const lines: string[] = [];
  let day = 0;
  for (const { stay, gap, step, lander, area } of stays) {
    const last = Math.min(699, day + stay - 1);
    if (day > last) break;
    lines.push(`days ${shift + day}-${shift + last}/${step}: ${who} > ${lander} ${area}`.trim());
    day += stay + gap;
  }
  return lines;
}
