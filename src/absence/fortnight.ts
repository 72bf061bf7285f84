/** What is usual is counted per so many days, and so many days are looked at. */
export const DAYS_OF_FORTNIGHT = 14;
