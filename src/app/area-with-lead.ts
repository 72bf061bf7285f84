import type { AreaPage } from '../domain/area-page.ts';
import type { Cell, PeopleCell, Report, ReportRow, Share } from '../domain/report.ts';
import type { Setting } from '../domain/setting.ts';
import { counted, percentWithin } from '../domain/words.ts';
import { cover } from '../measures/cover.ts';
import { gate } from '../measures/gate.ts';
import { areaName, atMost, levelByCount } from '../measures/grounds.ts';
import { heldReport } from './held-report.ts';
import type { Facts } from './setting.ts';

interface Named {
  readonly repository: string;
  readonly area: string;
}
type Asking = Pick<Facts, 'query' | 'repositories'>;

/** What the measure "who could cover" says of one area; null where the lead has no part in it. */
export async function coverOfArea(facts: Asking, setting: Setting, area: Named): Promise<AreaPage['cover']> {
  const report = await heldReport(facts, setting, cover);
  const row = rowOf(report, setting, area);
  if (row === null || report.confidence.level === 'none') return null;
  return {
    here: peopleIn(row.cells.people),
    elsewhere: peopleIn(row.cells.elsewhere),
    changes: numberIn(row.cells.changes),
    confidence: report.confidence,
    evidence: row.evidence,
    evidenceTotal: row.evidenceTotal,
  };
}

/** What the measure "passes only through the lead" says of one area, with an answer of its own. */
export async function gateOfArea(facts: Asking, setting: Setting, area: Named): Promise<AreaPage['gate']> {
  const report = await heldReport(facts, setting, gate);
  const row = rowOf(report, setting, area);
  const share = shareIn(row?.cells.share);
  const changes = numberIn(row?.cells.changes);
  const level = share === null ? 'none' : atMost(levelByCount(share.of), report.confidence.level);
  const isTold = level !== 'none' && share !== null;
  const lead = setting.lead.name;
  const why =
    lead === null
      ? 'nobody could be told to be the lead'
      : (missing(changes, share) ?? uncapitalised(report.confidence.because));
  return {
    answer: isTold
      ? `${percentWithin(share)} of teammates' ${counted(share.of, 'change')} here with a known lander landed through ${lead ?? 'the lead'} alone.`
      : `Not enough evidence: ${why}.`,
    share: isTold ? share : null,
    confidence: {
      level,
      because: isTold
        ? `It rests on ${counted(share.of, 'change')} here; ${uncapitalised(report.confidence.because)}.`
        : `${why.charAt(0).toUpperCase()}${why.slice(1)}.`,
    },
    changes,
    others: peopleIn(row?.cells.others),
    evidence: row?.evidence ?? [],
    evidenceTotal: row?.evidenceTotal ?? 0,
  };
}

const uncapitalised = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`.replace(/\.$/, '');

/** What is missing here; null where what is missing is missing everywhere. */
function missing(changes: number, share: Share | null): string | null {
  if (changes === 0) return "no teammate's change landed here in the window";
  if (share === null) return `who landed teammates' ${counted(changes, 'change')} here is known of too few`;
  if (levelByCount(share.of) !== 'none') return null;
  return `only ${counted(share.of, "teammate's change", "teammates' changes")} here landed by a known hand, too few to say what is usual`;
}

function rowOf(report: Report, setting: Setting, named: Named): ReportRow | null {
  const name = areaName(named, { repositories: setting.repositories.length, shallow: 0, partial: 0 });
  return report.rows.find((row) => row.cells.area === name) ?? null;
}

const isObject = (cell: Cell | undefined): cell is Share | PeopleCell => typeof cell === 'object' && cell !== null;
const peopleIn = (cell: Cell | undefined): PeopleCell => (isObject(cell) && 'people' in cell ? cell : { people: [] });
const shareIn = (cell: Cell | undefined): Share | null => (isObject(cell) && 'share' in cell ? cell : null);
const numberIn = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);
