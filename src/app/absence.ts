import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { outcomeBand } from '../absence/bands.ts';
import { dayOf, startOf } from '../absence/calendar.ts';
import { parseCalibration, shippedCalibration } from '../absence/calibration.ts';
import { dependenceAt } from '../absence/dependence.ts';
import { dependenceAnswer } from '../absence/dependence-answer.ts';
import { type Covers, deputies } from '../absence/deputies.ts';
import { findAbsences } from '../absence/find-absences.ts';
import { planMoves } from '../absence/moves/plan.ts';
import { nobodyElse } from '../absence/nobody-else.ts';
import { decisionsWaitingFor, readDecisions } from '../absence/open-decisions.ts';
import { readOpenWork, waitsOnlyFor } from '../absence/open-work.ts';
import { ownPast } from '../absence/own-past.ts';
import { pastAbsences } from '../absence/past.ts';
import { replay } from '../absence/replay.ts';
import type { Absence } from '../domain/absence.ts';
import type { Calibration } from '../domain/calibration.ts';
import type { Effects } from '../domain/effects.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { ReplayAssumptions } from '../domain/replay.ts';
import { people } from '../domain/report.ts';
import { absenceAnswer, absenceQuestion } from '../report/absence-words.ts';
import { whoIsAway } from './away.ts';
import { coverageOf } from './coverage.ts';
import { parseMoment } from './moment.ts';
import { openDecisions } from './moves.ts';
import type { Opened } from './open.ts';
import { leadSentence } from './setting.ts';

export interface AbsenceRequest {
  /** Who is away; empty: the lead. */
  readonly persons: readonly string[];
  /** First day away, as written; null: today, or where the history ends. */
  readonly from: string | null;
  readonly days: number;
  readonly target: number;
  readonly load: number;
  readonly assumptions: Partial<ReplayAssumptions>;
  /** A file that `backtest absence` wrote; null: the one that is shipped. */
  readonly calibration: string | null;
}

/** Answers the vacation test for one absence, from what happened before it begins. */
export async function absence(
  opened: Opened,
  effects: Pick<Effects, 'now' | 'cwd'>,
  request: AbsenceRequest,
): Promise<Absence> {
  const { facts, setting } = opened;
  const asked = request.from === null ? setting.window.until : parseMoment(request.from, effects.now(), 'from');
  const from = startOf(dayOf(asked));
  const moment = Math.min(setting.window.until, request.from === null ? asked : from);
  const away = await whoIsAway(opened, request.persons, moment);
  const { history, person } = away;
  const calibration = await readCalibration(request.calibration, effects);
  const since = Math.min(setting.window.since, moment);
  const cover: Covers = new Map(
    (await coverageOf(opened, away, since)).map((area) => [
      setting.repositories.length > 1 ? `${area.repository}: ${area.area}` : area.area,
      { people: area.cover, elsewhere: area.elsewhere },
    ]),
  );
  const found = findAbsences(history);
  const dependence = dependenceAt(history, person, moment);
  const decisions = await openDecisions(facts, away);
  const told = {
    ...setting,
    notes: [...(away.isLead ? [leadSentence(setting.lead)] : []), ...setting.notes],
    away: people(away.names),
    isLead: away.isLead,
    from,
    days: request.days,
    moment,
    dependence: dependenceAnswer(history, person, dependence),
    outcome: outcomeBand(calibration, dependence, ownPast(history, found, person, moment)),
    replay: replay(history, person, moment, request.assumptions),
    deputies: deputies(history, person, moment, { cover }),
    nobodyElse: nobodyElse(history, person, moment, { cover }),
    openWork: waitsOnlyFor(history, person, moment, await readOpenWork(facts.query), away.ids),
    openDecisions: decisionsWaitingFor(history, person, moment, await readDecisions(facts.query), away),
    past: pastAbsences(history, person, moment),
    moves: planMoves(history, person, moment, {
      target: request.target,
      load: request.load,
      names: away.names,
      repositories: setting.repositories,
      decisions,
    }),
  };
  return { ...told, question: absenceQuestion(told), answer: absenceAnswer(told) };
}

const LARGEST = 1 << 20;

async function readCalibration(file: string | null, { cwd }: Pick<Effects, 'cwd'>): Promise<Calibration> {
  if (file === null) return shippedCalibration;
  const unreadable = (why: string, cause?: unknown) =>
    new FortnightError('unreadable-calibration', `${file} cannot be read as a calibration: ${why}.`, {
      hint: 'Make one with: fortnight backtest absence --write-calibration FILE.',
      exitCode: EXIT.usage,
      cause,
    });
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    throw unreadable('there is no such file, or it cannot be opened', error);
  }
  if (text.length > LARGEST) throw unreadable('it is too large');
  try {
    return parseCalibration(JSON.parse(text), file);
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable('it is no JSON', error);
    throw error;
  }
}
