import { absencePage } from '../report/absence.ts';
import { absenceBacktestPage } from '../report/absence-backtest.ts';
import { tellAbsence } from '../report/absence-told.ts';
import { codingLogPage } from '../report/coding-log.ts';
import { coverBacktestPage } from '../report/cover-backtest.ts';
import { decisionConfirmPage, decisionEvidencePage, decisionListPage, decisionPage } from '../report/decisions.ts';
import { delegationSuggestionsPage } from '../report/delegation-suggestions.ts';
import {
  delegationCalendarPage,
  delegationDonePage,
  delegationListPage,
  delegationPage,
} from '../report/delegations.ts';
import { diagnosisPage } from '../report/diagnosis.ts';
import { explanationPage } from '../report/explanation.ts';
import { handoverPage } from '../report/handover.ts';
import { tellHandover } from '../report/handover-told.ts';
import { interventionListPage, interventionPage } from '../report/interventions.ts';
import { calibrationPage, candidatesPage } from '../report/journal.ts';
import { cataloguePage, cleanedPage, exportedPage, scanPage, writtenPage } from '../report/lists.ts';
import { measurePage } from '../report/measure.ts';
import { keptMovesPage, movesPage } from '../report/moves.ts';
import { movesCheckPage } from '../report/moves-check.ts';
import { peopleEditPage, peopleListPage } from '../report/people.ts';
import { quarterPage } from '../report/quarter.ts';
import { recordPlacesPage, recordsCheckPage, recordsConvertedPage } from '../report/record-places.ts';
import { recordListPage, recordPage } from '../report/records.ts';
import { retroPage } from '../report/retro.ts';
import { scorecardPage } from '../report/scorecard.ts';
import { weekPage } from '../report/week.ts';

/** How each kind of answer is laid out for a person; surfaces choose the notation, never the words. */
export const pages = {
  scorecard: scorecardPage,
  measure: measurePage,
  catalogue: cataloguePage,
  explanation: explanationPage,
  diagnosis: diagnosisPage,
  people: peopleListPage,
  peopleEdit: peopleEditPage,
  scan: scanPage,
  exported: exportedPage,
  cleaned: cleanedPage,
  written: writtenPage,
  absence: absencePage,
  /** The same as sentences, for a surface that lays them out itself. */
  absenceTold: tellAbsence,
  handover: handoverPage,
  handoverTold: tellHandover,
  retro: retroPage,
  moves: movesPage,
  keptMoves: keptMovesPage,
  movesCheck: movesCheckPage,
  coverBacktest: coverBacktestPage,
  absenceBacktest: absenceBacktestPage,
  decisionList: decisionListPage,
  decision: decisionPage,
  decisionConfirm: decisionConfirmPage,
  decisionEvidence: decisionEvidencePage,
  delegations: delegationListPage,
  delegation: delegationPage,
  delegationDone: delegationDonePage,
  delegationSuggestions: delegationSuggestionsPage,
  delegationCalendar: delegationCalendarPage,
  interventions: interventionListPage,
  intervention: interventionPage,
  codingLog: codingLogPage,
  journalCalibration: calibrationPage,
  journalCandidates: candidatesPage,
  recordList: recordListPage,
  record: recordPage,
  recordPlaces: recordPlacesPage,
  recordsCheck: recordsCheckPage,
  recordsConverted: recordsConvertedPage,
  week: weekPage,
  quarter: quarterPage,
} as const;
