interface Stretch {
  /** Commits when it began to be watched, now, and in the end; the last null where nobody knows. */
  readonly before: number;
  readonly commits: number;
  readonly total: number | null;
  /** For how long it was watched. */
  readonly seconds: number;
}

/** How many commits are read in a second and how many seconds are left; null until that can be told. */
export function paceOf({ before, commits, total, seconds }: Stretch): {
  readonly perSecond: number | null;
  readonly left: number | null;
} {
  if (seconds < 0.5 || commits <= before) return { perSecond: null, left: null };
  const rate = (commits - before) / seconds;
  // A pace that has not settled foretells nothing.
  const left = total === null || seconds < 2 ? null : Math.max(0, (total - commits) / rate);
  return { perSecond: Math.round(rate), left };
}
