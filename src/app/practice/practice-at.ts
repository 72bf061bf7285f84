import type { Place } from '../open.ts';

/** Where the records of a practice are kept. */
export type PracticePlace = Pick<Place, 'effects' | 'request'>;
