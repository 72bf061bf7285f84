import { RECORD_KINDS } from '../../domain/records/index.ts';
import type { CommandDefinition } from '../command.ts';
import { recordCommands } from '../record-commands.ts';
import { absenceCommand } from './absence.ts';
import { areasCommand } from './areas.ts';
import { backtestAbsenceCommand } from './backtest-absence.ts';
import { backtestCoverCommand } from './backtest-cover.ts';
import { cleanCommand } from './clean.ts';
import { codeAnswerCommand, codeCommand } from './code.ts';
import { completionCommand } from './completion.ts';
import { DECIDE_COMMANDS } from './decide.ts';
import { DELEGATE_COMMANDS } from './delegate.ts';
import { doctorCommand } from './doctor.ts';
import { explainCommand, explainCommands } from './explain.ts';
import { exportCommand } from './export.ts';
import { handoverCommand } from './handover.ts';
import { INTERVENE_COMMANDS } from './intervene.ts';
import { journalCalibrationCommand, journalResolveCommand, journalSuggestCommand } from './journal.ts';
import { logCommand } from './log.ts';
import { measureCommand, measureCommands } from './measure.ts';
import { movesCheckCommand, movesCommand, movesKeepCommand } from './moves.ts';
import { peopleJoinCommand, peopleListCommand, peopleSplitCommand } from './people.ts';
import { quarterCommand } from './quarter.ts';
import {
  recordsCheckCommand,
  recordsDecryptCommand,
  recordsEncryptCommand,
  recordsGuardCommand,
  recordsWhereCommand,
} from './records.ts';
import { reportCommand } from './report.ts';
import { retroCommand } from './retro.ts';
import { scanCommand } from './scan.ts';
import { scorecardCommand } from './scorecard.ts';
import { serveCommand } from './serve.ts';
import { weekCommand, weekDoneCommand } from './week.ts';

/** Written by hand, in the order in which they are listed. */
const WRITTEN: readonly CommandDefinition[] = [
  scorecardCommand,
  serveCommand,
  reportCommand,
  // Open a figure.
  explainCommand,
  ...explainCommands,
  measureCommand,
  ...measureCommands,
  // An absence.
  absenceCommand,
  handoverCommand,
  retroCommand,
  movesCommand,
  movesKeepCommand,
  movesCheckCommand,
  // The practice.
  weekCommand,
  weekDoneCommand,
  quarterCommand,
  ...DECIDE_COMMANDS,
  logCommand,
  journalSuggestCommand,
  journalResolveCommand,
  journalCalibrationCommand,
  codeCommand,
  codeAnswerCommand,
  ...DELEGATE_COMMANDS,
  ...INTERVENE_COMMANDS,
  recordsCheckCommand,
  recordsWhereCommand,
  recordsGuardCommand,
  recordsEncryptCommand,
  recordsDecryptCommand,
  // Who and what there is.
  areasCommand,
  peopleListCommand,
  peopleJoinCommand,
  peopleSplitCommand,
  doctorCommand,
  // How far it can be trusted.
  backtestCoverCommand,
  backtestAbsenceCommand,
  // The facts themselves.
  scanCommand,
  exportCommand,
  cleanCommand,
  completionCommand,
];

/** Everything the command line can do: what every kind of record has comes last. */
export const COMMANDS: readonly CommandDefinition[] = [...WRITTEN, ...recordCommands(RECORD_KINDS, WRITTEN)];
