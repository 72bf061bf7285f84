import type { Absence } from '../domain/absence.ts';
import type { Calibration } from '../domain/calibration.ts';
import type { ReplayAssumptions } from '../domain/replay.ts';
import type { Row } from '../domain/tables.ts';
import { outcomeBand } from './bands.ts';
import { dependenceAt } from './dependence.ts';
import { dependenceAnswer } from './dependence-answer.ts';
import { type Covers, deputies } from './deputies.ts';
import { findAbsences } from './find-absences.ts';
import type { History, PersonIndex } from './history.ts';
import { historyUntil } from './history-until.ts';
import { planMoves } from './moves/plan.ts';
import { nobodyElse } from './nobody-else.ts';
import { decisionsWaitingFor } from './open-decisions.ts';
import { waitsOnlyFor } from './open-work.ts';
import { ownPast } from './own-past.ts';
import { pastAbsences } from './past.ts';
import { replay } from './replay.ts';

export interface AbsenceInput {
  readonly history: History;
  /** The person away; stands for all of them. */
  readonly person: PersonIndex;
  /** Everybody who is away, by `people.person`, and how they are called. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** In seconds since 1970: nothing that landed later is looked at. */
  readonly moment: number;
  readonly repositories: readonly string[];
  readonly calibration: Calibration;
  readonly cover: Covers;
  /** Of the last scan: they know no earlier moment. */
  readonly openWork: readonly Row<'open_work'>[];
  readonly decisions: readonly Row<'decisions'>[];
  readonly assumptions: Partial<ReplayAssumptions>;
  readonly target: number;
  readonly load: number;
}

/** What the evidence says of an absence, part by part. */
export type AbsenceParts = Pick<
  Absence,
  'dependence' | 'outcome' | 'replay' | 'deputies' | 'nobodyElse' | 'openWork' | 'openDecisions' | 'past' | 'moves'
>;

/** The vacation test: every part of its answer, each from what had happened before the moment. */
export function answerAbsence(input: AbsenceInput): AbsenceParts {
  const { history, person, moment, cover, decisions } = input;
  const dependence = dependenceAt(history, person, moment);
  const known = historyUntil(history, moment);
  const found = findAbsences(known);
  return {
    dependence: dependenceAnswer(history, person, dependence),
    outcome: outcomeBand(input.calibration, dependence, ownPast(known, found, person, moment)),
    replay: replay(history, person, moment, input.assumptions),
    deputies: deputies(history, person, moment, { cover }),
    nobodyElse: nobodyElse(history, person, moment, { cover }),
    openWork: waitsOnlyFor(history, person, moment, input.openWork, input.ids),
    openDecisions: decisionsWaitingFor(history, person, moment, decisions, input),
    past: pastAbsences(known, person, moment, found),
    moves: planMoves(history, person, moment, {
      target: input.target,
      load: input.load,
      names: input.names,
      repositories: input.repositories,
      decisions: decisions.filter(({ status, proposed_at }) => status === 'proposed' && (proposed_at ?? 0) < moment),
    }),
  };
}
