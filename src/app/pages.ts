import { coverBacktestPage } from '../report/cover-backtest.ts';
import { diagnosisPage } from '../report/diagnosis.ts';
import { explanationPage } from '../report/explanation.ts';
import { cataloguePage, cleanedPage, exportedPage, scanPage } from '../report/lists.ts';
import { measurePage } from '../report/measure.ts';
import { peopleEditPage, peopleListPage } from '../report/people.ts';
import { scorecardPage } from '../report/scorecard.ts';

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
  coverBacktest: coverBacktestPage,
} as const;
