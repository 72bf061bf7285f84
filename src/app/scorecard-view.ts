import type { Measure } from '../domain/measure.ts';
import type { Evidence, Report } from '../domain/report.ts';
import {
  type GroupedMeasure,
  HOW_TO_READ_COVER,
  NEW_FACING_OLD,
  OLD_GROUP,
  scorecardGroups,
  TEAM_GROUP,
} from '../domain/scorecard-groups.ts';
import { CARD_EVIDENCE, type FacingRow, type MeasureCard, type ScorecardView } from '../domain/scorecard-view.ts';
import type { Setting } from '../domain/setting.ts';
import { scorecard } from './scorecard.ts';
import type { Facts } from './setting.ts';
import { hasTrend } from './trend.ts';
import { verdict } from './verdict.ts';

/** The scorecard for a page: the same reports as in the terminal, in groups, without their rows. */
export async function scorecardView(
  facts: Pick<Facts, 'query'>,
  setting: Setting,
  measures: readonly Measure[],
): Promise<ScorecardView> {
  const { reports, areas, activeAreas, question } = await scorecard(facts, setting, measures, false);
  const groups = scorecardGroups(measures).map((group) => ({
    ...group,
    measures: group.measures.flatMap((named) => cardOf(named, measures, reports)),
  }));
  const told = groups.map((group) => ({ ...group, measures: group.measures.filter(isAnswered) }));
  return {
    ...setting,
    question,
    ...verdict(reports, setting.lead, activeAreas),
    activeAreas,
    areas: [...areas],
    coverNote: `${HOW_TO_READ_COVER}.`,
    sides: [
      { title: OLD_GROUP.title, about: OLD_GROUP.about, side: 'old', rows: oldRows(reports) },
      { title: TEAM_GROUP.title, about: TEAM_GROUP.about, side: 'new', rows: newRows(reports) },
    ],
    groups: told.filter(({ id, measures: cards }) => cards.length > 0 && id !== OLD_GROUP.id),
    unanswered: groups.flatMap((group) => group.measures.filter((card) => !isAnswered(card))),
  };
}

const isAnswered = (card: MeasureCard): boolean => card.confidence.level !== 'none';

function cardOf(
  { measure: id, label }: GroupedMeasure,
  measures: readonly Measure[],
  reports: readonly Report[],
): MeasureCard[] {
  const measure = measures.find((one) => one.id === id);
  const report = reports.find((one) => one.measure === id);
  if (measure === undefined || report === undefined) return [];
  const { title, question, answer, figure, figureKind, confidence, notes } = report;
  return [
    {
      measure: id,
      label,
      title,
      question,
      meaning: measure.meaning,
      answer,
      figure,
      figureKind,
      confidence,
      notes: [...notes],
      ...evidenceOf(report),
      hasTrend: hasTrend(measure),
    },
  ];
}

/** Each piece once: a change stands with every area it touched. The newest of every row come first, then the next. */
function evidenceOf({ rows }: Report): { evidence: Evidence[]; evidenceIsCut: boolean } {
  const longest = Math.max(0, ...rows.map(({ evidence }) => evidence.length));
  const pieces = new Map<string, Evidence>();
  let isCut = rows.some(({ evidence, evidenceTotal }) => evidenceTotal > evidence.length);
  for (let place = 0; place < longest; place += 1) {
    for (const { evidence } of rows) {
      const piece = evidence[place];
      if (piece === undefined) continue;
      const key = `${piece.kind}\0${piece.repository}\0${piece.id}`;
      if (pieces.size < CARD_EVIDENCE) pieces.set(key, piece);
      else if (!pieces.has(key)) isCut = true;
    }
  }
  return { evidence: [...pieces.values()], evidenceIsCut: isCut };
}

function oldRows(reports: readonly Report[]): FacingRow[] {
  const old = reports.find(({ measure }) => measure === 'old-scorecard');
  if (old === undefined) return [];
  const { confidence } = old;
  return old.rows.map((row) => ({
    label: String(row.cells.output),
    value: typeof row.cells.count === 'number' ? row.cells.count : null,
    kind: 'count',
    measure: 'old-scorecard',
    confidence,
    evidence: row.evidence,
    evidenceTotal: row.evidenceTotal,
    evidenceIsCut: false,
  }));
}

function newRows(reports: readonly Report[]): FacingRow[] {
  return NEW_FACING_OLD.flatMap(({ measure, label }) => {
    const report = reports.find((one) => one.measure === measure);
    if (report === undefined) return [];
    const found = evidenceOf(report);
    const { figure, figureKind, confidence } = report;
    const evidenceTotal = found.evidence.length;
    return [{ label, value: figure, kind: figureKind, measure, confidence, ...found, evidenceTotal }];
  });
}
