/** A stretch of time, in whole seconds since 1970 (UTC): from `since` (included) to `until` (excluded). */
export interface Window {
  readonly since: number;
  readonly until: number;
}

export const DAY = 86_400;
