export const measure = {
  title: 'Measure',
} as const;
