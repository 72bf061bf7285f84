import type { Question } from '../question.ts';
import { absenceQuestion } from './absence.ts';
import { evidenceQuestion } from './evidence.ts';
import { measureQuestion } from './measure.ts';
import { scorecardQuestion } from './scorecard.ts';

/** Everything the page can ask, by path: `GET /api/PLACE/<path>`. A part `:name` is taken from the query. */
export const QUESTIONS = {
  absence: absenceQuestion,
  evidence: evidenceQuestion,
  scorecard: scorecardQuestion,
  'measure/:measure': measureQuestion,
} as const satisfies Record<string, Question>;

/** What the page knows of the server: types alone. */
export type Questions = typeof QUESTIONS;
