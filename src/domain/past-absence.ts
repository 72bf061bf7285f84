/** Why an absence is not among those the study looked at: the history is young, or teammates' work is too little. */
export const NOT_STUDIED = ['first-year', 'few-changes', 'little-usual'] as const;
export type NotStudied = (typeof NOT_STUDIED)[number];
