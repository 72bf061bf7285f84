import type { AreaCover, HandoverItem, LeftAlone, Pointer } from '../../domain/handover.ts';
import { EVIDENCE_LIMIT, people } from '../../domain/report.ts';
import { DAY } from '../../domain/window.ts';
import { calendarDay, counted, listed, numeral } from '../../domain/words.ts';
import { GATE_DAYS, landedBetween } from '../dependence.ts';
import type { LandedChange } from '../history.ts';
import { decisionPointers } from './decisions.ts';
import { keyOf, REPAIR_DAYS } from './evidence.ts';
import {
  type AreaCoverage,
  areaTitle,
  changeEvidence,
  changeTitle,
  type HandoverInput,
  newestChanges,
} from './input.ts';

/** Fewer changes with the person than this in the window of `cover` do not make an area one to be covered. */
const FEW = 3;
/** So many areas are written up; somebody on leave hands over no more. */
const MOST_AREAS = 8;
/** So many pointers of each kind: what a person reads. */
const MOST_POINTERS = 3;

/** Areas the plan writes up, and areas that go on without the person. */
export interface AreaPlans {
  readonly areas: readonly AreaCover[];
  readonly items: readonly HandoverItem[];
  readonly alone: readonly LeftAlone[];
  /** Areas with fewer changes of the person, or beyond the first eight: named nowhere. */
  readonly unnamed: number;
}

/**
 * Every area the person works in, most of their work first: written up for whoever covers it, unless it goes on without
 * them. An area goes on without them when at least three of its changes of 13 weeks, and at least half, were neither
 * written, landed nor approved by them.
 */
export function planAreas(input: HandoverInput): AreaPlans {
  const byArea = changesByArea(input);
  const areas: AreaCover[] = [];
  const alone: LeftAlone[] = [];
  const planned: Planned[] = [];
  let unnamed = 0;
  for (const coverage of input.coverage) {
    const changes = byArea.get(keyOf(coverage.repository, coverage.area)) ?? [];
    const left = leftAlone(input, coverage, changes);
    if (left !== null) alone.push(left);
    else if (coverage.withYou < FEW || areas.length >= MOST_AREAS) unnamed += 1;
    else {
      areas.push(areaCover(input, coverage, changes));
      planned.push({ coverage, changes, title: areaTitle(input, coverage.repository, coverage.area) });
    }
  }
  return { areas, items: coverItems(input, planned), alone, unnamed };
}

interface Planned {
  readonly coverage: AreaCoverage;
  readonly changes: readonly LandedChange[];
  readonly title: string;
}

/** Changes of the window in each area, and at least those of the days in which repairs are looked for; oldest first. */
function changesByArea({ history, moment, since }: HandoverInput): ReadonlyMap<string, readonly LandedChange[]> {
  const byArea = new Map<string, LandedChange[]>();
  for (const change of landedBetween(history, Math.min(since, moment - REPAIR_DAYS * DAY), moment)) {
    for (const index of change.areas) {
      const area = history.areas[index];
      if (area === undefined) continue;
      const key = keyOf(area.repository, area.area);
      const there = byArea.get(key);
      if (there === undefined) byArea.set(key, [change]);
      else there.push(change);
    }
  }
  return byArea;
}

function leftAlone(
  input: HandoverInput,
  { repository, area }: AreaCoverage,
  changes: readonly LandedChange[],
): LeftAlone | null {
  const { person, moment } = input;
  const recent = changes.filter(({ landedAt }) => landedAt >= moment - GATE_DAYS * DAY);
  // A hidden lander may have been the person: such a change shows nothing.
  const without = recent.filter(
    ({ authors, lander, approvers }) =>
      lander !== null && lander !== person && !authors.includes(person) && !approvers.includes(person),
  );
  if (without.length < FEW || without.length * 2 < recent.length) return null;
  const title = areaTitle(input, repository, area);
  return {
    id: `alone/${title}`,
    area: title,
    changes: recent.length,
    without: without.length,
    evidence: without.slice(-3).reverse().map(changeEvidence),
  };
}

function areaCover(input: HandoverInput, coverage: AreaCoverage, changes: readonly LandedChange[]): AreaCover {
  const { repository, area } = coverage;
  const isHere = (one: { readonly repository: string; readonly area: string }) =>
    one.repository === repository && one.area === area;
  const title = areaTitle(input, repository, area);
  const landed = new Map(changes.map((change) => [change.id, change]));
  return {
    id: `area/${title}`,
    area: title,
    withYou: coverage.withYou,
    cover: people(coverage.cover),
    elsewhere: people(coverage.elsewhere),
    decisions: [...decisionPointers(input, repository, area, MOST_POINTERS)],
    hotFiles: input.evidence.hotFiles
      .filter(isHere)
      .slice(0, MOST_POINTERS)
      .map(({ path, changes: count, fixes, change }) => ({
        title: path,
        note:
          counted(count, 'change') +
          (fixes === 0 ? '' : `, ${numeral(fixes)} of them ${fixes === 1 ? 'a fix' : 'fixes'}`),
        evidence: { kind: 'change', repository, id: change },
      })),
    repairs: input.evidence.repairs
      .filter(isHere)
      .flatMap((repair): Pointer[] => {
        const change = landed.get(repair.change);
        if (change === undefined) return [];
        const note = `${repair.kind === 'revert' ? 'a revert' : 'a fix of recent work'}, ${calendarDay(repair.landedAt)}`;
        return [{ title: changeTitle(input.evidence.titles, change), note, evidence: changeEvidence(change) }];
      })
      .slice(0, MOST_POINTERS),
    recent: changes
      .slice(-MOST_POINTERS)
      .reverse()
      .map((change) => ({
        title: changeTitle(input.evidence.titles, change),
        note: calendarDay(change.landedAt),
        evidence: changeEvidence(change),
      })),
  };
}

/** An area nobody else works in is a step of its own; who answers for all the others is one question. */
function coverItems(input: HandoverInput, planned: readonly Planned[]): HandoverItem[] {
  const covered = planned.filter(({ coverage }) => coverage.cover.length > 0);
  return [
    ...planned.filter(({ coverage }) => coverage.cover.length === 0).map((one) => uncoveredItem(input, one)),
    ...(covered.length === 0 ? [] : [coveredItem(input, covered)]),
  ].filter(({ evidence }) => evidence.length > 0);
}

const shownOf = ({ coverage, changes }: Planned) =>
  coverage.evidence.length > 0 ? coverage.evidence : newestChanges(changes);

function uncoveredItem(input: HandoverInput, planned: Planned): HandoverItem {
  const { title, coverage } = planned;
  const { withYou, elsewhere } = coverage;
  const evidence = shownOf(planned);
  return {
    id: `cover/${title}`,
    kind: 'cover',
    text: `Show somebody around in ${title}, on a change that is due anyway.`,
    because: `Of everybody active, you alone have worked there; you had a part in ${counted(withYou, 'change')} there since ${calendarDay(input.since)}.`,
    role: elsewhere.length > 0 ? 'Active, would have to learn it' : '',
    who: people(elsewhere),
    evidence: evidence.slice(0, EVIDENCE_LIMIT),
    evidenceTotal: evidence.length,
  };
}

/** So many areas are named in the sentence; each has its own lines further down. */
const MOST_NAMED = 4;

function coveredItem({ since }: HandoverInput, covered: readonly Planned[]): HandoverItem {
  const named = covered.slice(0, MOST_NAMED).map(({ title }) => title);
  const more = covered.length - named.length;
  const shown = new Map(covered.flatMap(shownOf).map((one) => [one.id, one]));
  return {
    id: 'cover/all',
    kind: 'cover',
    text: `Say who answers for ${listed(more > 0 ? [...named, `${numeral(more)} more`] : named)} while you are away.`,
    because: `Since ${calendarDay(since)} you had a part in changes of ${covered.length === 1 ? 'it' : 'each'}; others who are active have worked there too, and what they need stands below.`,
    role: covered.length === 1 ? 'Have worked there' : 'Have worked in some of them',
    who: people(covered.flatMap(({ coverage }) => coverage.cover)),
    evidence: [...shown.values()].slice(0, EVIDENCE_LIMIT),
    evidenceTotal: shown.size,
  };
}
