import type { Measure } from '../domain/measure.ts';
import { CONCENTRATION, type ConcentrationRow, concentrationColumns, concludeConcentration } from './concentration.ts';
import { HISTORY, LANDED } from './fragments.ts';

const ACT = { done: 'landed', doer: 'lander' } as const;

/** On how many shoulders landing rests. */
export const landers: Measure<ConcentrationRow> = {
  id: 'landers',
  title: 'Effective number of landers',
  question: 'On how many people does the landing of changes rest?',
  meaning: 'Near one, landing rests on one person; near the number of people who land, it is shared.',
  formula:
    'Inverse Simpson index of who landed: 1 / Σ pᵢ², pᵢ being the share of the changes with a known lander that person i ' +
    "landed. People's changes that landed in the window, their own included; a change landed by a forge or a bot has no known " +
    'lander. Below 20 changes or 60 % with a known lander: not enough evidence.',
  misleads:
    'With few changes it comes out too low. A forge that rebases and keeps the committer, as a merge queue may, makes authors look ' +
    'as if they landed their own: then it counts authors. Where everybody pushes their own work it says how many work, not who may pass on ' +
    "others' work; see gate for that.",
  source: 'Simpson, "Measurement of Diversity", Nature 163 (1949); as a number of equals, Hill 1973.',
  subject: 'area',
  figureKind: 'number',
  reads: ['repositories', 'people', 'changes', 'change_authors', 'change_areas'],
  needsLead: false,
  parameters: [],
  columns: concentrationColumns(ACT),
  sql: `
WITH ${HISTORY}, ${LANDED},
acts AS (SELECT repository, change, lander AS person FROM landed WHERE lander IS NOT NULL),
${CONCENTRATION}`,
  conclude: (rows) => concludeConcentration(rows, ACT, 'where a forge or a bot landed, it is not'),
};
