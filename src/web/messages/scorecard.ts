export const scorecard = {
  title: 'Scorecard',
} as const;
