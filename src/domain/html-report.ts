import { z } from 'zod';
import type { ToldAbsence } from './absence-told.ts';
import type { Explanation, OpenedEvidence } from './explanation.ts';
import type { Flow } from './flow.ts';
import type { KnowledgeMap } from './knowledge-map.ts';
import type { ScorecardView } from './scorecard-view.ts';
import type { Weeks } from './weeks.ts';

/** Everything the report file tells: the answers of the page's questions, and the evidence they name, opened once. */
export interface HtmlReport {
  /** The version of Fortnight that made it. */
  readonly version: string;
  /** When it was made, in seconds since 1970. */
  readonly madeAt: number;
  readonly absence: ToldAbsence;
  readonly weeks: Weeks;
  readonly scorecard: ScorecardView;
  /** Every measure taken apart, in the order of the index. */
  readonly measures: readonly Explanation[];
  readonly flow: Flow;
  /** Who knows which area; files are left to the page. */
  readonly knowledge: Omit<KnowledgeMap, 'folders'>;
  /** What the figures' pieces of evidence are, each once. */
  readonly evidence: readonly OpenedEvidence[];
  /** Names of people are left out. */
  readonly hidesNames: boolean;
}

/** How much of the evidence is listed. */
export interface ReportLimits {
  /** Pieces a figure lists at most. */
  readonly pieces: number;
  /** Rows a measure's table shows at most. */
  readonly rows: number;
  /** Less than was wanted, so that the file stays as small as it must; said in it. */
  readonly isCut: boolean;
}

/** The report as the text of one HTML file: what the built module of `src/web/report/` exports. */
export type RenderReport = (report: HtmlReport, limits: ReportLimits) => string;

/** What writing a report came to. */
export const writtenReportSchema = z.object({
  file: z.string(),
  bytes: z.int(),
  /** Evidence was left out so that the file stays small. */
  isCut: z.boolean(),
});
export type WrittenReport = z.infer<typeof writtenReportSchema>;
