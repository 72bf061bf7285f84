/** How far apart the windows of a trend end. Stands alone, as the page reads it too and carries no schemas. */
export const TREND_STEPS = ['month', 'quarter'] as const;
export type TrendStep = (typeof TREND_STEPS)[number];
