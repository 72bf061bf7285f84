/** The questions of a decision, for surfaces: options and forms derive from them. */
export { DECISION_PROMPTS } from '../../records/decisions/prompts.ts';
