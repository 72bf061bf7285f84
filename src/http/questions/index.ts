import type { Question, StandingQuestion } from '../question.ts';
import { absenceQuestion } from './absence.ts';
import { areaQuestion } from './area.ts';
import { askableQuestion } from './askable.ts';
import { changeQuestion } from './change.ts';
import { codingQuestion } from './coding.ts';
import { dataQuestion } from './data.ts';
import { dataUnansweredQuestion } from './data-unanswered.ts';
import { decisionQuestion } from './decision.ts';
import { decisionEvidenceQuestion } from './decision-evidence.ts';
import { decisionsQuestion } from './decisions.ts';
import { delegationQuestion } from './delegation.ts';
import { delegationSuggestionsQuestion } from './delegation-suggestions.ts';
import { delegationsQuestion } from './delegations.ts';
import { evidenceQuestion } from './evidence.ts';
import { flowQuestion } from './flow.ts';
import { handoverQuestion } from './handover.ts';
import { interventionsQuestion } from './interventions.ts';
import { journalQuestion } from './journal.ts';
import { journalCandidatesQuestion } from './journal-candidates.ts';
import { knowledgeQuestion } from './knowledge.ts';
import { measureQuestion } from './measure.ts';
import { peopleQuestion } from './people.ts';
import { peopleConfigurationQuestion } from './people-configuration.ts';
import { recordQuestion } from './record.ts';
import { recordKindsQuestion } from './record-kinds.ts';
import { recordsQuestion } from './records.ts';
import { scorecardQuestion } from './scorecard.ts';
import { sessionQuestion } from './session.ts';
import { trendQuestion } from './trend.ts';
import { weekQuestion } from './week.ts';
import { weeksQuestion } from './weeks.ts';

/** Everything the page can ask, by path: `GET /api/PLACE/<path>`. A part `:name` is taken from the query. */
export const QUESTIONS = {
  session: sessionQuestion,
  absence: absenceQuestion,
  weeks: weeksQuestion,
  askable: askableQuestion,
  handover: handoverQuestion,
  evidence: evidenceQuestion,
  scorecard: scorecardQuestion,
  flow: flowQuestion,
  knowledge: knowledgeQuestion,
  area: areaQuestion,
  change: changeQuestion,
  'measure/:measure': measureQuestion,
  'trend/:measure': trendQuestion,
  people: peopleQuestion,
  'people/configuration': peopleConfigurationQuestion,
  data: dataQuestion,
  'data/unanswered': dataUnansweredQuestion,
  records: recordsQuestion,
  'records/kinds': recordKindsQuestion,
  record: recordQuestion,
  'decisions/evidence': decisionEvidenceQuestion,
  delegation: delegationQuestion,
  interventions: interventionsQuestion,
  decision: decisionQuestion,
  decisions: decisionsQuestion,
  week: weekQuestion,
  'delegations/suggestions': delegationSuggestionsQuestion,
  delegations: delegationsQuestion,
  'journal/candidates': journalCandidatesQuestion,
  journal: journalQuestion,
  coding: codingQuestion,
} as const satisfies Record<string, Question | StandingQuestion>;

/** What the page knows of the server: types alone. */
export type Questions = typeof QUESTIONS;
