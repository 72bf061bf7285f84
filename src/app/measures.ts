/** The index of measures, for surfaces: commands, routes and documentation derive from it. */
export { MEASURES as measures } from '../measures/index.ts';
