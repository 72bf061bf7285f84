import type { MovePlan } from '../../domain/moves.ts';
import { people } from '../../domain/report.ts';
import { wilson } from '../../domain/wilson.ts';

import { type Dependence, dependenceAt, VISIBILITY_FLOOR } from '../dependence.ts';
import { dependenceShare } from '../dependence-share.ts';
import type { History, PersonIndex } from '../history.ts';
import { LEAST_CHANGES } from '../is-studied.ts';
import { blockerOf } from './blocker.ts';
import { inMoves } from './cost.ts';
import { EFFORT, type Proven, prove } from './exact.ts';
import { findingsAt, type OpenDecision } from './findings.ts';
import { chooseGreedily } from './greedy.ts';
import { worthChoosing } from './narrow.ts';
import type { Option } from './option.ts';
import { candidatesAt } from './options.ts';
import { applyRoutes, type Route } from './scope.ts';
import { type Limits, Selection } from './selection.ts';
import { toldMove, type Weighed } from './told-move.ts';

/** Below the beginning of the second band of absences, an absence is mostly like any other fortnight. */
export const DEFAULT_TARGET = 0.2;
/** Changes of others a week, over their own spare capacity. */
export const DEFAULT_LOAD = 2;
export interface MoveOptions {
  readonly target?: number;
  readonly load?: number;
  /** Who is away, as asked; the name in the history unless given. */
  readonly names?: readonly string[];
  readonly repositories?: readonly string[];
  readonly decisions?: readonly OpenDecision[];
  /** How much the proof may look at. */
  readonly effort?: number;
}

/** A plan and the routes of its moves, in the same order. */
export interface PlannedMoves {
  readonly plan: MovePlan;
  readonly routes: readonly Route[];
}

/**
 * The cheapest moves that bring D of `person` under the target at `moment` (seconds), fewest moves first, then least load,
 * without making anybody the next bottleneck. What each removes is told by the counterfactual: the last 182 days with its
 * changes landed by the receiver. It says nothing about how well anybody would do, nor whether the team wants it.
 */
export const planMoves = (history: History, person: PersonIndex, moment: number, options: MoveOptions = {}): MovePlan =>
  planRoutes(history, person, moment, options).plan;

/** As {@link planMoves}, with the routes, for whoever applies or keeps them. */
export function planRoutes(
  history: History,
  person: PersonIndex,
  moment: number,
  options: MoveOptions = {},
): PlannedMoves {
  const limits: Limits = { target: options.target ?? DEFAULT_TARGET, load: options.load ?? DEFAULT_LOAD };
  const dependence = dependenceAt(history, person, moment);
  const status = statusOf(dependence, limits);
  const isTold = status === 'under-target' || status === 'planned';
  const plan: MovePlan = {
    repositories: [
      ...(options.repositories ?? [...new Set(history.changes.map((change) => change.repository))].sort()),
    ],
    away: people(options.names ?? [history.people[person]?.name ?? '']),
    moment,
    target: limits.target,
    load: limits.load,
    status,
    visibility: wilson(dependence.visible, dependence.changes),
    work: dependence.work.length,
    before: isTold ? dependenceShare(dependence) : null,
    after: status === 'under-target' ? dependenceShare(dependence) : null,
    next: null,
    moves: [],
    findings: [...findingsAt(history, person, moment, options.decisions ?? [])],
    blocker: null,
    optimum: null,
    notes: [],
  };
  if (status !== 'planned') return { plan, routes: [] };
  return withMoves(history, person, moment, plan, limits, options.effort ?? EFFORT);
}

function statusOf({ changes, visibility, dependence, isCutOff }: Dependence, { target }: Limits): MovePlan['status'] {
  if (isCutOff) return 'cut-off';
  if (changes < LEAST_CHANGES || visibility === null || dependence === null) return 'too-few';
  if (visibility < VISIBILITY_FLOOR) return 'not-visible';
  return dependence <= target ? 'under-target' : 'planned';
}

function withMoves(
  history: History,
  person: PersonIndex,
  moment: number,
  plan: MovePlan,
  limits: Limits,
  effort: number,
): PlannedMoves {
  const candidates = candidatesAt(history, person, moment);
  const selection = new Selection(history, person, moment, candidates, limits);
  const worth = worthChoosing(selection, candidates.options);
  const found = chooseGreedily(selection, worth);
  // Where nothing was found, a proof that there is nothing is worth less than an answer soon.
  const proven = selection.reachesTarget
    ? prove(selection, worth, found, effort)
    : prove(selection, worth, null, effort / 4);
  const isReached = proven.best !== null;
  const chosen = weigh(selection, (proven.best ?? found).options);
  const routes = chosen.map(({ option }) => option);
  const applied = applyRoutes(history, person, moment, routes);
  return {
    routes,
    plan: {
      ...plan,
      status: isReached ? 'planned' : 'unreachable',
      after: dependenceShare(dependenceAt(applied, person, moment)),
      next: nextBottleneck(applied, moment, routes),
      moves: chosen.map(({ option, ...weighed }) => toldMove(history, person, moment, option, weighed, plan.work)),
      blocker: isReached ? null : blockerOf(history, person, moment, candidates, limits),
      optimum: optimumOf(proven, worth),
    },
  };
}

/** The chosen moves, those first without which most would be left, each with what it removes. */
function weigh(selection: Selection, options: readonly Option[]): readonly ({ readonly option: Option } & Weighed)[] {
  selection.become([]);
  const before = selection.dependence;
  const alone = new Map<Option, number>();
  for (const option of options) {
    selection.become([option]);
    alone.set(option, before - selection.dependence);
  }
  selection.become(options);
  const all = selection.dependence;
  const weighed = options.map((option) => {
    selection.remove(option);
    const last = selection.dependence - all;
    selection.add(option);
    return { option, last, alone: alone.get(option) ?? 0 };
  });
  weighed.sort((a, b) => b.last - a.last || b.alone - a.alone);
  selection.become([]);
  return weighed.map((one) => {
    selection.add(one.option);
    return { ...one, after: selection.dependence };
  });
}

function nextBottleneck(applied: History, moment: number, routes: readonly Route[]): MovePlan['next'] {
  const receivers = [...new Set(routes.map(({ receiver }) => receiver))].map((one) =>
    dependenceAt(applied, one, moment),
  );
  if (receivers.length === 0) return null;
  return {
    dependence: Math.max(...receivers.map(({ dependence }) => dependence ?? 0)),
    gate: Math.max(...receivers.map(({ gate }) => gate ?? 0)),
  };
}

function optimumOf({ best, leastMoves, isProven }: Proven, options: readonly Option[]): MovePlan['optimum'] {
  if (best === null) return null;
  const least = isProven ? inMoves(best.cost) : leastMoves;
  return {
    candidates: options.length,
    load: best.cost.load,
    leastMoves,
    isProven,
    gap: least === 0 ? 0 : Math.max(0, inMoves(best.cost) / least - 1),
  };
}
