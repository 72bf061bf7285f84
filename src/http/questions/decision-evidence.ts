import { decisionEvidence } from '../../app/practice/decide-evidence.ts';
import { decisionEvidenceSchema } from '../../domain/decisions.ts';
import { practiceQuestion } from '../practice-question.ts';

/** How fast decisions are made, and the busy areas that none names. */
export const decisionEvidenceQuestion = practiceQuestion({
  summary: 'What the evidence says of the decision log: its speed, and the busy areas no decision names',
  query: {},
  told: decisionEvidenceSchema,
  tell: ({ at, session, query: { since, until, lead } }) =>
    session.ask({ since, until, lead }, (opened) => decisionEvidence(at, opened)),
});
