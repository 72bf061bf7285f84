import type { Measure } from '../domain/measure.ts';
import { autonomy } from './autonomy.ts';
import { changeFail } from './change-fail.ts';
import { cover } from './cover.ts';
import { firefighting } from './firefighting.ts';
import { gate } from './gate.ts';
import { handsOn } from './hands-on.ts';
import { knownToOne } from './known-to-one.ts';
import { landers } from './landers.ts';
import { leadTime } from './lead-time.ts';
import { oldScorecard } from './old-scorecard.ts';
import { orphaned } from './orphaned.ts';
import { releases } from './releases.ts';
import { reviewers } from './reviewers.ts';
import { routineApprovals } from './routine-approvals.ts';
import { truckFactor } from './truck-factor.ts';
import { waiting } from './waiting.ts';

/** Everything Fortnight measures: the questions it can answer, in the order in which they are listed. */
export const MEASURES: readonly Measure[] = [
  // What passes through the lead.
  gate,
  knownToOne,
  cover,
  orphaned,
  truckFactor,
  // How much of the work needs the lead.
  autonomy,
  routineApprovals,
  landers,
  reviewers,
  // What the lead spends themselves on.
  handsOn,
  firefighting,
  oldScorecard,
  // How the work flows.
  waiting,
  leadTime,
  releases,
  changeFail,
];
