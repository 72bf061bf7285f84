export const shell = {
  pages: 'Pages',
  fortnight: 'Fortnight',
  scorecard: 'Scorecard',
  knowledge: 'Knowledge',
  flow: 'Flow',
  people: 'People',
  data: 'Data',
} as const;
