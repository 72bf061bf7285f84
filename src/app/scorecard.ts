import type { Measure } from '../domain/measure.ts';
import type { Query } from '../domain/query.ts';
import { byName, type PeopleCell, people, type Report, type ReportRow, type Share } from '../domain/report.ts';
import type { Scorecard, ScorecardArea } from '../domain/scorecard.ts';
import type { Setting } from '../domain/setting.ts';
import { answer } from './answer.ts';
import type { Facts } from './setting.ts';
import { twoAtOnce } from './two-at-once.ts';
import { verdict, verdictText } from './verdict.ts';

/** Asks every measure once and sets side by side what they say of each area. */
export async function scorecard(
  facts: Pick<Facts, 'query'>,
  setting: Setting,
  measures: readonly Measure[],
  everything: boolean,
): Promise<Scorecard> {
  const reports = await twoAtOnce(measures, async (measure): Promise<Report> => {
    const report = await answer(facts, setting, measure, { everything });
    // What holds of every figure is said once, by the scorecard itself.
    return { ...report, notes: report.notes.filter((note) => !setting.notes.includes(note)) };
  });
  const activeAreas = await countActiveAreas(facts.query, setting);
  return {
    ...setting,
    question: 'Could your team go a fortnight without you?',
    answer: verdictText(verdict(reports, setting.lead, activeAreas)),
    activeAreas,
    areas: areasOf(reports),
    reports,
  };
}

async function countActiveAreas(query: Query, { window }: Setting): Promise<number> {
  const rows = await query<{ areas: number }>(
    `SELECT count(DISTINCT (a.repository, a.area)) AS areas
     FROM changes c JOIN change_areas a ON a.repository = c.repository AND a.change = c.change
     WHERE c.is_human AND c.landed_at >= $since AND c.landed_at < $until`,
    { ...window },
  );
  return rows[0]?.areas ?? 0;
}

/** How measures call what lies outside of all areas: documentation, configuration. Nobody knows it as a part. */
const NO_AREA = '(no area)';
const NOBODY: PeopleCell = { people: [] };

/** Areas that the lead has a part in or that are known to one person: first what waits for the lead alone. */
export function areasOf(reports: readonly Report[]): ScorecardArea[] {
  const gate = byArea(reports, 'gate');
  const known = byArea(reports, 'known-to-one');
  const cover = byArea(reports, 'cover');
  const names = new Set([...gate.keys(), ...known.keys(), ...cover.keys()]);
  const areas = [...names].map((area) => ({
    area,
    throughLead: shareIn(gate.get(area)),
    withLead: countIn(cover.get(area), 'changes'),
    isKnownToOne: known.has(area),
    knownTo: peopleIn(known.get(area), 'known_to'),
    cover: cover.has(area) ? peopleIn(cover.get(area), 'people') : null,
  }));
  const weight = ({ area }: ScorecardArea) => countIn(gate.get(area), 'gated');
  return areas
    .filter(({ area }) => !area.endsWith(NO_AREA))
    .sort((a, b) => weight(b) - weight(a) || b.withLead - a.withLead || byName(a.area, b.area));
}

function byArea(reports: readonly Report[], measure: string): Map<string, ReportRow> {
  const report = reports.find((r) => r.measure === measure && r.confidence.level !== 'none');
  return new Map((report?.rows ?? []).map((row) => [String(row.cells.area), row]));
}

const countIn = (row: ReportRow | undefined, key: string): number => {
  const cell = row?.cells[key];
  return typeof cell === 'number' ? cell : 0;
};

function shareIn(row: ReportRow | undefined): Share | null {
  const cell = row?.cells.share;
  return typeof cell === 'object' && cell !== null && 'share' in cell ? cell : null;
}

function peopleIn(row: ReportRow | undefined, key: string): PeopleCell {
  const cell = row?.cells[key];
  return typeof cell === 'object' && cell !== null && 'people' in cell ? people(cell.people) : NOBODY;
}
