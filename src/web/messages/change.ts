export const change = {
  title: 'Change',
} as const;
