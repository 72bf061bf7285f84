import type { DelegationSuggestions, HandOver } from '../../domain/delegations.ts';
import type { Measure } from '../../domain/measure.ts';
import type { Cell, Evidence, Report, ReportRow } from '../../domain/report.ts';
import { counted, numeral } from '../../domain/words.ts';
import { cover } from '../../measures/cover.ts';
import { COULD_BE_OWNED, handsOn } from '../../measures/hands-on.ts';
import { knownToOne } from '../../measures/known-to-one.ts';
import { routineApprovals } from '../../measures/routine-approvals.ts';
import type { DelegationEntry } from '../../records/delegations/tell.ts';
import { isPeople } from '../../report/figures.ts';
import { heldReport } from '../held-report.ts';
import type { Opened } from '../open.ts';
import { leadSentence } from '../setting.ts';
import { type Found, handOver, handsOnReason, knownReason, numberIn, routineReason } from './hand-over.ts';
import { areasByName, areasOf, filesOf } from './hand-over-areas.ts';
import { pathsMatcher } from './paths-matcher.ts';

type Asked = Pick<Opened, 'facts' | 'setting'>;

/** So many areas at once: nobody hands over more in a quarter. */
const MOST = 8;

/**
 * What could be given away, and to whom: areas that the lead alone knows, passes routine changes of, or writes changes in that
 * others could own, as the measures of that name answer it; and who has worked there or would learn it, as `cover` names them.
 * Areas given away already (`open`) are left out. Where a measure has not enough evidence, it suggests nothing.
 */
export async function suggestDelegations(
  { facts, setting }: Asked,
  open: readonly DelegationEntry[],
): Promise<DelegationSuggestions> {
  const { repositories, lead } = setting;
  const told = { repositories: [...repositories], lead: lead.name, notes: [leadSentence(lead), ...setting.notes] };
  if (lead.person === null) {
    return { ...told, answer: 'Not enough evidence: nobody could be told to be the lead.', suggestions: [] };
  }
  const ask = (measure: Measure) => heldReport(facts, setting, measure);
  const [known, routine, own] = [await ask(knownToOne), await ask(routineApprovals), await ask(handsOn)];
  const asked = [known, routine, own];
  const untold = asked.filter(({ confidence }) => confidence.level === 'none');
  const found = new Map<string, Found>();
  const at = (name: string): Found => {
    const there = found.get(name) ?? { reasons: [], knows: [], couldLearn: [] };
    found.set(name, there);
    return there;
  };
  for (const row of rowsOf(known)) {
    if (row.cells.is_lead === 'yes') at(nameIn(row)).reasons.push(knownReason(row));
  }
  for (const row of rowsOf(routine)) {
    if (numberIn(row.cells.spare) === 0) continue;
    const there = at(nameIn(row));
    there.reasons.push(routineReason(row));
    there.knows.push(...namesIn(row.cells.helpers));
  }
  const several = repositories.length > 1;
  for (const [name, changes] of await areasOf({ facts }, spareOf(own), several)) {
    at(name).reasons.push(handsOnReason(changes));
  }
  for (const row of (await ask(cover)).rows) {
    const there = found.get(nameIn(row));
    there?.knows.push(...namesIn(row.cells.people));
    there?.couldLearn.push(...namesIn(row.cells.elsewhere));
  }
  const areas = await areasByName({ facts }, several);
  const given = pathsMatcherOf(open);
  const suggestions: HandOver[] = [];
  let givenAway = 0;
  let nobody = 0;
  for (const [name, there] of found) {
    const area = areas.get(name);
    if (area === undefined) continue;
    if (area.paths.filter((path) => given(area.repository, path)).length * 2 >= area.paths.length) givenAway += 1;
    else if (there.knows.length + there.couldLearn.length === 0) nobody += 1;
    else suggestions.push(handOver(area, there, lead.name, filesOf(areas, area.repository)));
  }
  const shown = suggestions.sort(byWeight).slice(0, MOST);
  return {
    ...told,
    answer: answerOf(suggestions.length, shown.length, untold.length === asked.length),
    suggestions: shown,
    notes: [
      ...untold.map(({ title, confidence }) => `${title} is left aside. ${confidence.because}`),
      ...(givenAway > 0 ? [`${counted(givenAway, 'area')} left out: given away already.`] : []),
      ...(nobody > 0
        ? [`${counted(nobody, 'area')} left out: nobody else who is active has worked there or nearby.`]
        : []),
      'It rests on who changed, landed and approved what. Who is willing, free or wants to grow there is not seen: ask.',
      ...told.notes,
    ],
  };
}

function answerOf(all: number, shown: number, isUntold: boolean): string {
  if (isUntold) return 'Not enough evidence to suggest anything.';
  if (all === 0)
    return 'Nothing to suggest: no area is known to you alone or passes routine work through you, where somebody else could take it.';
  const more = all > shown ? `; the first ${numeral(shown)} of ${numeral(all)}` : '';
  return `${counted(all, 'area')} you could give away${more}.`;
}

/** Fewer changes than this in an area make nothing of it urgent. */
const FEW = 3;
/** What only the lead knows and changes often comes first, then where most would change hands. */
const byWeight = (a: HandOver, b: HandOver): number => alone(b) - alone(a) || total(b) - total(a);
const alone = ({ reasons }: HandOver): number =>
  reasons.some(({ measure, evidenceTotal }) => measure === 'known-to-one' && evidenceTotal >= FEW) ? 1 : 0;
const total = ({ reasons }: HandOver): number => reasons.reduce((sum, { evidenceTotal }) => sum + evidenceTotal, 0);

/** Rows of a measure that has enough to say. */
const rowsOf = (report: Report): readonly ReportRow[] => (report.confidence.level === 'none' ? [] : report.rows);
const spareOf = (report: Report): readonly Evidence[] =>
  rowsOf(report).find(({ cells }) => cells.event === COULD_BE_OWNED)?.evidence ?? [];

/** Whether a file belongs to something that was given away. */
function pathsMatcherOf(open: readonly DelegationEntry[]): (repository: string, path: string) => boolean {
  const given = open
    .filter(({ isOpen }) => isOpen)
    .map(({ fields }) => ({ repository: fields.repository, isAmong: pathsMatcher(fields.paths ?? []) }));
  return (repository, path) =>
    given.some((one) => (one.repository === undefined || one.repository === repository) && one.isAmong(path));
}

const nameIn = ({ cells }: ReportRow): string => String(cells.area);
const namesIn = (cell: Cell | undefined): readonly string[] => (isPeople(cell) ? cell.people : []);
