import type { Measure } from '../domain/measure.ts';
import { CONCENTRATION, type ConcentrationRow, concentrationColumns, concludeConcentration } from './concentration.ts';
import { HISTORY, LANDED } from './fragments.ts';

const ACT = { done: 'reviewed', doer: 'reviewer' } as const;

/** On how many shoulders reviewing rests. */
export const reviewers: Measure<ConcentrationRow> = {
  id: 'reviewers',
  title: 'Effective number of reviewers',
  question: 'On how many people does reviewing rest?',
  meaning: 'Near one, reviewing rests on one person; near the number of people who review, it is shared.',
  formula:
    'Inverse Simpson index of who reviewed: 1 / Σ pᵢ², pᵢ being the share of all known reviews that person i gave: approvals ' +
    "and sign-offs by somebody who is not an author, once per change and person, of people's changes that landed in the " +
    'window. Below 20 changes or 60 % with a known reviewer: not enough evidence.',
  misleads:
    'From git alone only trailers are seen (Reviewed-by, Acked-by, Signed-off-by by others): a team that reviews on its forge looks as if it ' +
    'did not, and is given no figure. With few reviews it comes out too low.',
  source: 'Simpson, "Measurement of Diversity", Nature 163 (1949); as a number of equals, Hill 1973.',
  subject: 'area',
  figureKind: 'number',
  reads: ['repositories', 'people', 'changes', 'change_authors', 'change_areas', 'reviews'],
  needsLead: false,
  parameters: [],
  columns: concentrationColumns(ACT),
  sql: `
WITH ${HISTORY}, ${LANDED},
acts AS (
  SELECT DISTINCT r.repository, r.change, r.person
  FROM reviews r
  JOIN landed c ON c.repository = r.repository AND c.change = r.change
  JOIN people p ON p.person = r.person
  ANTI JOIN change_authors a ON a.repository = r.repository AND a.change = r.change AND a.person = r.person
  WHERE p.kind = 'human' AND r.kind IN ('approval', 'sign-off')
),
${CONCENTRATION}`,
  conclude: (rows) => concludeConcentration(rows, ACT, 'reviews on a forge leave no trace in git'),
};
