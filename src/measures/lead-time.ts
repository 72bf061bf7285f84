import type { Measure } from '../domain/measure.ts';
import { concludeDurations, DURATIONS, type DurationRow, durationColumns } from './durations.ts';
import { HISTORY, LANDED } from './fragments.ts';
import { leadName } from './grounds.ts';

/** How long a row of `landed` took from its beginning, in seconds; null where that is not known. */
export const TOOK = "CASE WHEN route <> 'squash' AND began_at IS NOT NULL THEN greatest(0, landed_at - began_at) END";

/** How long a change takes from its first commit until it landed. */
export const leadTime: Measure<DurationRow> = {
  id: 'lead-time',
  title: 'Lead time for changes',
  question: 'How long does a change take from its beginning until it has landed?',
  meaning: 'How long an idea that has become work takes until everybody has it.',
  formula:
    "Landed − work began: committer time of the landing commit minus the first author time of the change's commits. There is " +
    "no deployment evidence, so landing stands for deployment. Median and nine in ten of people's changes that landed in the " +
    'window by another route than a direct commit. Left-censored where the evidence begins: a squash hides when its work began ' +
    '(unknown), and a change that began no later than the first commit of a cut-off history is a lower bound.',
  misleads:
    'It ends at landing: what waits for a release or a deployment is not in it. Thinking, and work squashed before it was ' +
    'pushed, leave no commit. A branch left for months and then finished counts from its first commit.',
  source: 'DORA, "lead time for changes" (dora.dev), with landing in place of deployment.',
  subject: 'team',
  figureKind: 'seconds',
  reads: ['repositories', 'people', 'changes', 'change_authors'],
  needsLead: false,
  parameters: [],
  columns: durationColumns('lead time'),
  sql: `
WITH ${HISTORY}, ${LANDED},
timed AS (
  SELECT c.repository, c.change, c.landed_at, c.route, c.lander, c.by_lead,
         r.is_shallow AND coalesce(c.began_at <= r.first_time, false) AS is_cut,
         ${TOOK} AS took
  FROM landed c JOIN repositories r ON r.repository = c.repository
),
${DURATIONS}`,
  conclude: (rows, context) =>
    concludeDurations(
      rows,
      leadName(context),
      'lead time',
      (median, ninth) =>
        `Half of the changes landed within ${median} of their first commit, nine in ten within ${ninth}; deployments are not seen.`,
    ),
};
