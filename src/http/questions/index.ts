import type { Question } from '../question.ts';
import { absenceQuestion } from './absence.ts';
import { dataQuestion } from './data.ts';
import { evidenceQuestion } from './evidence.ts';
import { flowQuestion } from './flow.ts';
import { measureQuestion } from './measure.ts';
import { peopleQuestion } from './people.ts';
import { scorecardQuestion } from './scorecard.ts';
import { trendQuestion } from './trend.ts';

/** Everything the page can ask, by path: `GET /api/PLACE/<path>`. A part `:name` is taken from the query. */
export const QUESTIONS = {
  absence: absenceQuestion,
  evidence: evidenceQuestion,
  scorecard: scorecardQuestion,
  flow: flowQuestion,
  'measure/:measure': measureQuestion,
  'trend/:measure': trendQuestion,
  people: peopleQuestion,
  data: dataQuestion,
} as const satisfies Record<string, Question>;

/** What the page knows of the server: types alone. */
export type Questions = typeof QUESTIONS;
