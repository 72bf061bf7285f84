export const fortnight = {
  title: 'Fortnight',
} as const;
