import type { Replay, ReplayAnswer, ReplayAssumptions } from '../domain/replay.ts';
import { people } from '../domain/report.ts';
import { DAY } from '../domain/window.ts';
import { changeEvidence } from './change-evidence.ts';
import { GATE_DAYS, streamOf } from './dependence.ts';
import { DAYS_OF_FORTNIGHT } from './flow.ts';
import { gateChanges, isHidden, visibleOf } from './hidden-landing.ts';
import type { History, LandedChange, PersonIndex } from './history.ts';
import { landingPlaces } from './landers.ts';
import { REPLAY_ASSUMPTIONS, type ReplayedChange, replayChanges } from './replay-changes.ts';

/**
 * The weeks before `moment` (seconds) played again without `person`, in both branches: nobody steps in, or those who land
 * in the area do as far as their spare capacity goes. The study of absences found it to explain where work stood, and to be
 * no better a score than dependence.
 */
export function replay(
  history: History,
  person: PersonIndex,
  moment: number,
  options: Partial<ReplayAssumptions> = {},
): Replay {
  const assumptions = { ...REPLAY_ASSUMPTIONS, ...options };
  const from = moment - assumptions.weeks * 7 * DAY;
  const replayed = replayChanges(history, person, moment, assumptions);
  const passed = replayed.filter(hasPassed(person));
  const changes = replayed.map(({ change }) => change);
  const hidden = hiddenIn(from, changes) ?? hiddenIn(moment - GATE_DAYS * DAY, gateChanges(history, person, moment));
  return {
    person: nameOf(history, person),
    from,
    until: moment,
    assumptions,
    changes: changes.length,
    visible: visibleOf(changes),
    passed: passed.length,
    landOwn: replayed.filter(({ fate }) => fate === 'own').length,
    ...changeEvidence(passed.map(({ change }) => change)),
    hidden,
    answer: hidden === null && changes.length > 0 ? answerOf(history, person, from, moment, replayed) : null,
  };
}

/** Where too few landers are known to conclude anything: neither from these weeks, nor where the gate is not seen. */
const hiddenIn = (from: number, changes: readonly LandedChange[]): Replay['hidden'] =>
  isHidden(changes) ? { from, changes: changes.length, visible: visibleOf(changes) } : null;

const nameOf = (history: History, person: PersonIndex): string => history.people[person]?.name ?? '';

const hasPassed =
  (person: PersonIndex) =>
  ({ change }: ReplayedChange): boolean =>
    change.lander === person;

/** Passed through the person, for authors who are not seen landing their own. */
const isGated = ({ fate }: ReplayedChange): boolean => fate === 'taken' || fate === 'left';

const leftOf = (replayed: readonly ReplayedChange[]) => ({
  nobodyStepsIn: replayed.filter(isGated).length,
  likelyOnesDo: replayed.filter(({ fate }) => fate === 'left').length,
});

const takenOf = (replayed: readonly ReplayedChange[]): number => replayed.filter(({ fate }) => fate === 'taken').length;

const steppingIn = (history: History, replayed: readonly ReplayedChange[]) =>
  people(replayed.flatMap(({ by }) => (by === null ? [] : [nameOf(history, by)])));

function answerOf(
  history: History,
  person: PersonIndex,
  from: number,
  until: number,
  replayed: readonly ReplayedChange[],
): ReplayAnswer {
  const takenOver = takenOf(replayed);
  return {
    left: leftOf(replayed),
    takenOver,
    takenOverPerWeek: (takenOver * 7 * DAY) / (until - from),
    steppingIn: steppingIn(history, replayed),
    streams: streamsOf(replayed),
    areas: areasOf(history, person, replayed),
    fortnights: fortnightsOf(person, from, until, replayed),
  };
}

function streamsOf(replayed: readonly ReplayedChange[]): ReplayAnswer['streams'] {
  const streams = [...grouped(replayed, ({ change }) => [streamOf(change)]).values()];
  const whose = (holds: (changes: readonly ReplayedChange[], left: number) => boolean) => ({
    nobodyStepsIn: streams.filter((changes) => holds(changes, leftOf(changes).nobodyStepsIn)).length,
    likelyOnesDo: streams.filter((changes) => holds(changes, leftOf(changes).likelyOnesDo)).length,
  });
  return {
    all: streams.length,
    someLeft: whose((_, left) => left > 0),
    allLeft: whose((changes, left) => left === changes.length),
  };
}

/** Most left first, then by name: an order of areas, never of people. */
function areasOf(history: History, person: PersonIndex, replayed: readonly ReplayedChange[]): ReplayAnswer['areas'] {
  const places = grouped(replayed, ({ change }) => landingPlaces(change));
  const rows = [...places].map(([place, there]) => {
    const area = typeof place === 'number' ? history.areas[place] : undefined;
    const passed = there.filter(hasPassed(person)).map(({ change }) => change);
    return {
      repository: area?.repository ?? String(place),
      area: area?.area ?? null,
      changes: there.length,
      passed: passed.length,
      left: leftOf(there),
      steppingIn: steppingIn(history, there),
      ...changeEvidence(passed),
    };
  });
  return rows.sort(
    (a, b) =>
      b.left.nobodyStepsIn - a.left.nobodyStepsIn ||
      b.passed - a.passed ||
      b.changes - a.changes ||
      compare(a.repository, b.repository) ||
      compare(a.area ?? '', b.area ?? ''),
  );
}

function fortnightsOf(person: PersonIndex, from: number, until: number, replayed: readonly ReplayedChange[]) {
  const length = DAYS_OF_FORTNIGHT * DAY;
  const byStretch = grouped(replayed, ({ stretch }) => [stretch]);
  return Array.from({ length: Math.ceil((until - from) / length) }, (_, stretch) => {
    const there = byStretch.get(stretch) ?? [];
    return {
      from: from + stretch * length,
      until: Math.min(until, from + (stretch + 1) * length),
      changes: there.length,
      passed: there.filter(hasPassed(person)).length,
      left: leftOf(there),
      takenOver: takenOf(there),
    };
  });
}

function grouped<K>(replayed: readonly ReplayedChange[], keys: (one: ReplayedChange) => readonly K[]) {
  const groups = new Map<K, ReplayedChange[]>();
  for (const one of replayed) {
    for (const key of keys(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
