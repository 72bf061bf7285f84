import type { Handover, HandoverItem, HandoverKind } from '../../domain/handover.ts';
import { DAY } from '../../domain/window.ts';
import { calendarDay, counted } from '../../domain/words.ts';
import { startOf } from '../calendar.ts';
import { dependenceAt } from '../dependence.ts';
import { planAreas } from './areas.ts';
import { decisionItems } from './decisions.ts';
import type { HandoverInput } from './input.ts';
import { landingItems } from './landing.ts';
import { IN_HAND_DAYS, openWorkItems } from './open-work.ts';
import { releaseItems } from './releases.ts';
import { dayText, timelineOf } from './timeline.ts';

/** What fits on the first screen. */
const FIRST = 12;
/** Of one kind, so many stand there before every kind had its turn. */
const SHARE: Readonly<Record<HandoverKind, number>> = {
  landing: 4,
  'open-work': 3,
  release: 1,
  decision: 2,
  'own-branch': 2,
  cover: 3,
};
/** Beyond the first screen so many more: nobody ticks off hundreds, and anybody can push a thousand branches. */
const FURTHER = 100;
/** Areas to leave alone that are named. */
const ALONE = 30;
/** Evidence that ends so many days before the absence is old. */
const OLD_DAYS = 30;

/**
 * The plan for a planned absence. What removes most risk comes first: that teammates' work can land at all, and where it
 * could not (ordered by how much of teammates' recent work depended on the person); then what is open now; releases and
 * decisions, which have a date; the person's own branches; last, who answers for each area. The first twelve items hold a
 * few of every kind, so that twenty branches do not hide the one decision.
 */
export function planHandover(input: HandoverInput): Handover {
  const { history, person, moment, from, days } = input;
  const dependence = dependenceAt(history, person, moment);
  const { areas, items: covers, alone, unnamed } = planAreas(input);
  const work = openWorkItems(input, dependence);
  const items = [
    ...landingItems(input, dependence),
    ...work.teammates,
    ...releaseItems(input),
    ...decisionItems(input),
    ...work.own,
    ...covers,
  ];
  const first = firstScreen(items);
  const further = items.filter((item) => !first.has(item));
  const unlisted = {
    items: Math.max(0, further.length - FURTHER),
    areas: unnamed + Math.max(0, alone.length - ALONE),
  };
  return {
    names: [...input.names],
    repositories: [...input.repositories],
    from: dayText(from),
    to: dayText(from + days),
    days,
    seenUntil: moment,
    landing: { changes: dependence.changes, visible: dependence.visible, landed: dependence.landed },
    first: items.filter((item) => first.has(item)),
    further: further.slice(0, FURTHER),
    areas: [...areas],
    alone: alone.slice(0, ALONE),
    timeline: timelineOf(input),
    notes: [...notesOf(input, unlisted), ...input.notes],
  };
}

/** Twelve at most: of each kind its share, then, in order, what room is left for. */
function firstScreen(items: readonly HandoverItem[]): ReadonlySet<HandoverItem> {
  const taken = new Map<HandoverKind, number>();
  const first = new Set<HandoverItem>();
  for (const item of items) {
    const count = taken.get(item.kind) ?? 0;
    if (count >= SHARE[item.kind] || first.size >= FIRST) continue;
    taken.set(item.kind, count + 1);
    first.add(item);
  }
  // A list of one's own branches is long and hides the rest: they can be looked through below.
  for (const item of items) if (first.size < FIRST && item.kind !== 'own-branch') first.add(item);
  return first;
}

/** What the plan has no room for. */
interface Unlisted {
  readonly items: number;
  readonly areas: number;
}

function notesOf({ moment, from, evidence }: HandoverInput, unlisted: Unlisted): string[] {
  const notes = [
    `Open work is what branches of this clone show, touched in the ${IN_HAND_DAYS} days before ${calendarDay(moment)}; requests that lie on a forge alone are not seen.`,
    'It names what has had one person alone so far, which is not what waits in the end; and who has the right to land is not in the history.',
  ];
  const gap = Math.floor((startOf(from) - moment) / DAY);
  if (gap >= OLD_DAYS) {
    notes.push(
      `The evidence ends ${counted(gap, 'day')} before the absence begins: make the plan again shortly before.`,
    );
  }
  if (evidence.decisions.length === 0) notes.push('No decision records were found in the repository.');
  if (unlisted.items > 0) {
    notes.push(`Not listed: ${counted(unlisted.items, 'further step')}, the last of the same kinds as those above.`);
  }
  if (unlisted.areas > 0) {
    notes.push(
      `${counted(unlisted.areas, 'area')} with little of your work, or beyond the first few, not written up: fortnight measure cover`,
    );
  }
  return notes;
}
