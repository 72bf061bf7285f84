/** Changes of an area shown at once. */
export const AREA_CHANGES_SHOWN = 25;
