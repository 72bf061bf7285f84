import { resolve } from 'node:path';
import { answerAbsence } from '../absence/answer-absence.ts';
import { dayOf, startOf } from '../absence/calendar.ts';
import { parseCalibration, shippedCalibration } from '../absence/calibration.ts';
import type { Covers } from '../absence/deputies.ts';
import { readDecisions } from '../absence/open-decisions.ts';
import { readOpenWork } from '../absence/open-work.ts';
import type { Absence } from '../domain/absence.ts';
import type { Calibration } from '../domain/calibration.ts';
import type { Effects } from '../domain/effects.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { ReplayAssumptions } from '../domain/replay.ts';
import { people } from '../domain/report.ts';
import { absenceAnswer, absenceQuestion } from '../report/absence-words.ts';
import { whoIsAway } from './away.ts';
import { coverageOf } from './coverage.ts';
import { readGivenFile } from './given-file.ts';
import { parseMoment } from './moment.ts';
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
  const { from, moment } = absenceBegins(opened, effects, request.from);
  const away = await whoIsAway(opened, request.persons, moment);
  const since = Math.min(setting.window.since, moment);
  const cover: Covers = new Map(
    (await coverageOf(opened, away, since)).map((area) => [
      setting.repositories.length > 1 ? `${area.repository}: ${area.area}` : area.area,
      { people: area.cover, elsewhere: area.elsewhere },
    ]),
  );
  const told = {
    ...setting,
    notes: [...(away.isLead ? [leadSentence(setting.lead)] : []), ...setting.notes],
    away: people(away.names),
    isLead: away.isLead,
    from,
    days: request.days,
    moment,
    ...answerAbsence({
      ...away,
      repositories: setting.repositories,
      calibration: await readCalibration(request.calibration, effects),
      cover,
      openWork: await readOpenWork(facts.query),
      decisions: await readDecisions(facts.query),
      assumptions: request.assumptions,
      target: request.target,
      load: request.load,
    }),
  };
  return { ...told, question: absenceQuestion(told), answer: absenceAnswer(told) };
}

/**
 * First day away, and the moment before which everything is looked at: where the window ends, unless the absence begins
 * before that. In seconds since 1970.
 */
export function absenceBegins(
  { setting }: Pick<Opened, 'setting'>,
  effects: Pick<Effects, 'now'>,
  text: string | null,
): { from: number; moment: number } {
  const asked = text === null ? setting.window.until : parseMoment(text, effects.now(), 'from');
  const from = startOf(dayOf(asked));
  return { from, moment: Math.min(setting.window.until, text === null ? asked : from) };
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
  const bytes = await readGivenFile(resolve(cwd, file), LARGEST).catch((error: unknown) => {
    throw unreadable('there is no such file, or it cannot be opened', error);
  });
  if (bytes === null) throw unreadable('it is too large, or no file');
  try {
    return parseCalibration(JSON.parse(bytes.toString('utf8')), file);
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable('it is no JSON', error);
    throw error;
  }
}
