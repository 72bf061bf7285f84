/** A band of D: from `from` (included) to `to` (excluded; null: no end). */
export interface Band {
  readonly from: number;
  readonly to: number | null;
}

/** The bands of `absence.md`. */
export const STUDY_BANDS: readonly Band[] = [
  { from: 0, to: 0.05 },
  { from: 0.05, to: 0.2 },
  { from: 0.2, to: 0.4 },
  { from: 0.4, to: 0.7 },
  { from: 0.7, to: null },
];

export const isIn = ({ from, to }: Band, dependence: number): boolean =>
  dependence >= from && (to === null || dependence < to);

/** Place of the band a D lies in. */
export const bandOf = (dependence: number): number => STUDY_BANDS.findLastIndex(({ from }) => dependence >= from);
