export const flow = {
  title: 'Flow',
} as const;
