import type { DelegationSuggestions, HandOver } from '../../domain/delegations.ts';
import type { Measure } from '../../domain/measure.ts';
import { type Cell, type Evidence, people, type Report, type ReportRow } from '../../domain/report.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { counted, numeral } from '../../domain/words.ts';
import { cover } from '../../measures/cover.ts';
import { areaName } from '../../measures/grounds.ts';
import { COULD_BE_OWNED, handsOn } from '../../measures/hands-on.ts';
import { knownToOne } from '../../measures/known-to-one.ts';
import { routineApprovals } from '../../measures/routine-approvals.ts';
import type { DelegationEntry } from '../../records/delegations/tell.ts';
import { areaText, isPeople } from '../../report/figures.ts';
import { heldReport } from '../held-report.ts';
import type { Opened } from '../open.ts';
import { leadSentence } from '../setting.ts';
import { areaGlobs } from './area-globs.ts';
import { pathsMatcher } from './paths-matcher.ts';

type Asked = Pick<Opened, 'facts' | 'setting'>;

/** So many areas at once: nobody hands over more in a quarter. */
const MOST = 8;
/** A delegation suggested runs for four weeks unless somebody says otherwise. */
const DUE = '+4w';

interface Area {
  readonly repository: string;
  readonly area: string;
  /** Product files at the head. */
  readonly paths: readonly string[];
}

type Reason = HandOver['reasons'][number];
interface Found {
  readonly reasons: Reason[];
  readonly knows: string[];
  readonly couldLearn: string[];
}

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

const knownReason = ({ cells, evidence, evidenceTotal }: ReportRow): Reason => ({
  measure: 'known-to-one',
  because: `Of those who are active you alone know it; ${counted(numberIn(cells.changes), 'change')} landed there in the window.`,
  evidence: [...evidence],
  evidenceTotal,
});

const routineReason = ({ cells, evidence, evidenceTotal }: ReportRow): Reason => ({
  measure: 'routine-approvals',
  because: `${numeral(numberIn(cells.spare))} of ${counted(numberIn(cells.passed), "teammates' change", "teammates' changes")} that passed through you there were routine, and somebody else knows the area.`,
  evidence: [...evidence],
  evidenceTotal,
});

const handsOnReason = (changes: readonly Evidence[]): Reason => ({
  measure: 'hands-on',
  because: 'You wrote changes there that somebody else who is active could have owned.',
  evidence: [...changes],
  evidenceTotal: changes.length,
});

const TITLES: Readonly<Record<Reason['measure'], (area: string) => string>> = {
  'known-to-one': (area) => `Get to know ${area}, and own what changes there`,
  'routine-approvals': (area) => `Land routine changes in ${area}`,
  'hands-on': (area) => `Own the next changes in ${area}`,
};

function handOver(
  { repository, area, paths }: Area,
  { reasons, knows, couldLearn }: Found,
  lead: string | null,
  all: readonly string[],
): HandOver {
  const others = (names: readonly string[]) => names.filter((name) => name !== lead);
  const globs = areaGlobs(paths, all);
  const [first] = reasons;
  const title = TITLES[first?.measure ?? 'hands-on'](areaText(area));
  const there = people(others(knows));
  const learners = people(others(couldLearn).filter((name) => !there.people.includes(name)));
  const line = (to: string) =>
    [
      `fortnight delegate new ${shellWord(title)} --to ${to} --due ${DUE}`,
      ...globs.map((glob) => `--paths ${shellWord(glob)}`),
    ].join(' ');
  return {
    repository,
    area,
    paths: globs,
    reasons,
    knows: there,
    couldLearn: learners,
    command: line('NAME'),
    commands: people([...there.people, ...learners.people]).people.map((to) => ({ to, line: line(shellWord(to)) })),
  };
}

/** Areas that changes touched, with those of them that did. */
async function areasOf(
  { facts }: Pick<Asked, 'facts'>,
  changes: readonly Evidence[],
  several: boolean,
): Promise<Map<string, Evidence[]>> {
  const rows = await facts.query<{ repository: string; area: string; change: string }>(
    `SELECT repository, area, change FROM change_areas SEMI JOIN (SELECT unnest(string_split($ids, ' ')) AS change) USING (change)
     ORDER BY repository, area`,
    { ids: changes.map(({ id }) => id).join(' ') },
  );
  const byArea = new Map<string, Evidence[]>();
  const order = new Map(changes.map(({ id }, i) => [id, i]));
  for (const { repository, area, change } of rows) {
    const name = called({ repository, area }, several);
    const there = byArea.get(name) ?? [];
    byArea.set(name, there);
    there.push({ kind: 'change', repository, id: change });
  }
  const newest = (a: Evidence, b: Evidence) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0);
  return new Map([...byArea].map(([name, there]) => [name, there.sort(newest)]));
}

async function areasByName({ facts }: Pick<Asked, 'facts'>, several: boolean): Promise<Map<string, Area>> {
  const rows = await facts.query<Area>(
    `SELECT repository, area, list(path ORDER BY path) AS paths FROM files WHERE is_product AND area IS NOT NULL
     GROUP BY repository, area ORDER BY repository, area`,
  );
  return new Map(rows.map((row) => [called(row, several), row]));
}

const filesOf = (areas: ReadonlyMap<string, Area>, repository: string): string[] =>
  [...areas.values()].filter((one) => one.repository === repository).flatMap(({ paths }) => paths);

const called = (area: { repository: string; area: string }, several: boolean): string =>
  areaName(area, { repositories: several ? 2 : 1, shallow: 0, partial: 0 });

/** Whether a file belongs to something that was given away. */
function pathsMatcherOf(open: readonly DelegationEntry[]): (repository: string, path: string) => boolean {
  const given = open
    .filter(({ isOpen }) => isOpen)
    .map(({ fields }) => ({ repository: fields.repository, isAmong: pathsMatcher(fields.paths ?? []) }));
  return (repository, path) =>
    given.some((one) => (one.repository === undefined || one.repository === repository) && one.isAmong(path));
}

const nameIn = ({ cells }: ReportRow): string => String(cells.area);
const numberIn = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);
const namesIn = (cell: Cell | undefined): readonly string[] => (isPeople(cell) ? cell.people : []);
