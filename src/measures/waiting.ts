import type { Measure } from '../domain/measure.ts';
import { concludeDurations, DURATIONS, type DurationRow, durationColumns } from './durations.ts';
import { HISTORY, LANDED } from './fragments.ts';
import { leadName } from './grounds.ts';

/** How long a row of `landed` waited, in seconds; null where that is not known. */
export const WAITED =
  "CASE WHEN route <> 'squash' AND worked_at IS NOT NULL THEN greatest(0, landed_at - worked_at) END";

/** How long finished work waits before it lands. */
export const waiting: Measure<DurationRow> = {
  id: 'waiting',
  title: 'Waiting',
  question: 'How long does finished work wait before it lands?',
  meaning: 'Finished work that lies still; the longer it is, the more the team waits for somebody to land it.',
  formula:
    "Landed − last worked: committer time of the landing commit minus the last author time of the change's commits. Median and " +
    "nine in ten of people's changes that landed in the window by another route than a direct commit. A squash hides when it " +
    'was last worked on: unknown. A clock set ahead gives no waiting, not a negative one.',
  misleads:
    'Rewritten commits keep their first author time, so work amended during review looks as if it had waited; a merge of the ' +
    'mainline into the branch does not count as work. It cannot tell waiting for a person from waiting for a release.',
  source: 'Fortnight, shared definition "waiting".',
  subject: 'team',
  figureKind: 'seconds',
  reads: ['repositories', 'people', 'changes', 'change_authors'],
  needsLead: false,
  parameters: [],
  columns: durationColumns('waiting'),
  sql: `
WITH ${HISTORY}, ${LANDED},
timed AS (
  SELECT repository, change, landed_at, route, lander, by_lead, false AS is_cut,
         ${WAITED} AS took
  FROM landed
),
${DURATIONS}`,
  conclude: (rows, context) =>
    concludeDurations(
      rows,
      leadName(context),
      'waiting',
      (median, ninth) =>
        `Half of the finished changes waited at most ${median} before they landed, nine in ten at most ${ninth}.`,
    ),
};
