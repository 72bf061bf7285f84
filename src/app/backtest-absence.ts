import { resolve } from 'node:path';
import { parseCalibration } from '../absence/calibration.ts';
import { readHistory } from '../absence/read-history.ts';
import { CASE_TABLE_HEAD, caseTable } from '../absence/study/case-table.ts';
import { studyRepository } from '../absence/study/cases-of.ts';
import { newCalibration } from '../absence/study/new-calibration.ts';
import { study } from '../absence/study/study.ts';
import type { StudyRepository } from '../absence/study/study-case.ts';
import type { AbsenceBacktest, AbsenceStudy } from '../domain/absence-backtest.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import { calendarDay, listed } from '../domain/words.ts';
import { locate, type Place, withFacts } from './open.ts';
import { type OwnFile, openOwnFile, writeOwnFile } from './own-file.ts';

export interface AbsenceBacktestOptions {
  readonly resamples?: number;
  readonly shiftDays?: number;
  /** Files to write; null: none. */
  readonly calibration: string | null;
  readonly cases: string | null;
  /** How the repositories are called in a sentence of the calibration. */
  readonly projects: string;
}

/**
 * Runs the study of absences on any repositories, each a team of its own. They are opened and closed one after another: of
 * each only its cases are kept. Throws a {@link FortnightError} (`not-enough-evidence`) when a calibration is asked for
 * that the cases do not carry; nothing is written then.
 */
export async function backtestAbsence(
  place: Place,
  options: AbsenceBacktestOptions,
): Promise<{ readonly backtest: AbsenceBacktest; readonly isPartial: boolean }> {
  const files = await filesToWrite(place, options);
  const { repositories, notes, isPartial } = await collect(place, options);
  const { resamples, shiftDays } = options;
  const result = study(repositories, {
    ...(resamples === undefined ? {} : { resamples }),
    ...(shiftDays === undefined ? {} : { shiftDays }),
  });
  if (files.calibration !== null) {
    await write(files.calibration, calibrationText(result, repositories, place, options.projects));
  }
  if (files.cases !== null) await write(files.cases, caseTable(repositories));
  const written = { calibration: options.calibration, cases: options.cases };
  return { backtest: { ...result, written, notes }, isPartial };
}

/** Asked before the work, not after it. */
async function filesToWrite(place: Place, { calibration, cases }: AbsenceBacktestOptions) {
  const locations = await locate(place);
  const open = async (label: string | null, isOurs: (text: string) => boolean): Promise<OwnFile | null> => {
    if (label === null) return null;
    const file = await openOwnFile(label, place.effects, locations);
    if (file.text === null || isOurs(file.text)) return file;
    throw new FortnightError('not-written', `${label} is not written: another file of that name is there.`, {
      hint: 'Choose another name.',
      exitCode: EXIT.usage,
    });
  };
  return {
    calibration: await open(calibration, isCalibration),
    cases: await open(cases, (text) => text.startsWith(CASE_TABLE_HEAD)),
  };
}

async function write(file: OwnFile, text: string): Promise<void> {
  if (await writeOwnFile(file, text)) return;
  throw new FortnightError('not-written', `${file.label} was changed meanwhile, and was left as it is.`, {
    hint: 'Run it again, or choose another name.',
  });
}

function isCalibration(text: string): boolean {
  try {
    return parseCalibration(JSON.parse(text), '').format === 'fortnight-calibration';
  } catch {
    return false;
  }
}

async function collect(place: Place, { shiftDays }: AbsenceBacktestOptions) {
  const { paths } = place.request;
  const repositories: StudyRepository[] = [];
  const notes: string[] = [];
  const beginnings = new Map<string, string>();
  const cutOff: string[] = [];
  for (const path of paths.length === 0 ? [place.effects.cwd] : paths) {
    const one = await withFacts({ ...place, request: { ...place.request, paths: [path] } }, async (opened) => {
      const history = await readHistory(opened.facts.query, opened.setting.window.until);
      const name = uniqueName(opened.workspace.repositories[0]?.name ?? path, repositories);
      const { isPartial: cut } = opened.setting;
      const beginning = history.changes[0]?.id ?? resolve(path);
      return {
        repository: studyRepository(name, history, shiftDays === undefined ? {} : { shiftDays }),
        cut,
        beginning,
      };
    });
    const { name } = one.repository;
    const same = beginnings.get(one.beginning);
    if (same !== undefined) {
      notes.push(`${name} begins with the same change as ${same}: one history counts once, and it was left out.`);
      continue;
    }
    beginnings.set(one.beginning, name);
    if (one.cut) {
      cutOff.push(name);
    }
    repositories.push(one.repository);
  }
  if (cutOff.length > 0) {
    notes.push(
      `Not whole, shallow or partial clones, so that parts of the past may be missing: ${listed([...cutOff].sort())}.`,
    );
  }
  return { repositories, notes, isPartial: cutOff.length > 0 };
}

function uniqueName(name: string, others: readonly { readonly name: string }[]): string {
  const taken = new Set(others.map((other) => other.name));
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${name} (${number})`;
  return unique;
}

function calibrationText(
  result: AbsenceStudy,
  repositories: readonly StudyRepository[],
  { effects }: Place,
  projects: string,
): string {
  const made = newCalibration(result, repositories, { projects, made: calendarDay(effects.now()) });
  if ('missing' in made) {
    throw new FortnightError(
      'not-enough-evidence',
      `No calibration was written, for there is not enough evidence: ${made.missing}.`,
      { hint: 'Give more repositories; the one Fortnight comes with stays in use.', exitCode: EXIT.failure },
    );
  }
  return `${JSON.stringify(parseCalibration(made.calibration, 'the new calibration'), null, 2)}\n`;
}
