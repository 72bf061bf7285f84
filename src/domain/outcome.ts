/**
 * How much of their usual work a person's teammates landed in the first 14 days without them: under 30 %, under 70 %, or
 * more. The bands of the study of absences; see `docs/validity.md`.
 */
export const OUTCOMES = ['nearly-stopped', 'slowed', 'normal'] as const;
export type Outcome = (typeof OUTCOMES)[number];
