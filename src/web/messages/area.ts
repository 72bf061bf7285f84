export const area = {
  title: 'Area',
} as const;
