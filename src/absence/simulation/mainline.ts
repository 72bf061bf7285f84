import { dayOf } from '../calendar.ts';
import type { PersonIndex } from '../history.ts';
import type { Decision } from './landing.ts';
import type { Presence } from './presence.ts';
import type { Random } from './random.ts';
import type { Scenario } from './scenario.ts';
import type { WorkItem } from './work.ts';

/** One thing that came onto the mainline. */
export interface Landing {
  readonly item: WorkItem;
  /** Whole seconds; no two landings have the same. */
  readonly landedAt: number;
  /** Who landed it, also where the route hides that. */
  readonly lander: PersonIndex;
  /**
   * pull: merge by the lander. squash: committed by the forge, which hides the lander. patch: somebody else's single commit,
   * applied by the lander. direct: one or more commits that the author made and landed at once.
   */
  readonly route: 'pull' | 'squash' | 'patch' | 'direct';
  /** Number of the request, of pulls and squashes. */
  readonly number: number | null;
  /** Named in a trailer. */
  readonly reviewer: PersonIndex | null;
}

/** A change by a bot, squashed by the forge. */
export interface BotChange {
  readonly bot: true;
  readonly landedAt: number;
  readonly number: number;
}

/** Between direct commits of one batch, in seconds. */
export const BATCH_STEP = 300;
/** Two direct changes of one author must lie further apart, or would be one batch (`measures.md`: 30 minutes). */
const BATCH_GAP = 1800;

/** Commits of a direct landing: the last is the landing itself. */
export const batchOf = ({ item, landedAt }: Landing): readonly number[] =>
  item.commits.map((_, i) => landedAt - (item.commits.length - 1 - i) * BATCH_STEP);

export const isBot = (one: Landing | BotChange): one is BotChange => 'bot' in one;

/** Puts what lands in order, a second apart at least, and decides by which route each change takes. */
export function layMainline(
  scenario: Scenario,
  presence: Presence,
  decided: readonly (Decision & { readonly item: WorkItem })[],
  bots: readonly number[],
  random: Random,
): readonly (Landing | BotChange)[] {
  const all = [...decided, ...bots.map((landedAt) => ({ bot: true, landedAt }) as const)];
  all.sort((a, b) => a.landedAt - b.landedAt);
  const mainline: (Landing | BotChange)[] = [];
  let [last, number] = [0, 0];
  for (const one of all) {
    const landedAt = Math.max(last + 1, one.landedAt);
    last = landedAt;
    if ('bot' in one) {
      number += 1;
      mainline.push({ bot: true, landedAt, number });
      continue;
    }
    const isClash = continuesBatch(one.item, landedAt, mainline.at(-1));
    // Authors of a merge are credited in no order, so shared work lands otherwise, and here cannot.
    const item = isClash ? { ...one.item, coAuthor: null } : one.item;
    const { lander } = one;
    const route = routeOf(scenario, item, lander, isClash, random);
    if (route === 'pull' || route === 'squash') number += 1;
    const reviewer = route === 'direct' ? null : reviewerOf(scenario, presence, item, lander, dayOf(landedAt), random);
    mainline.push({
      item,
      lander,
      landedAt,
      route,
      number: route === 'pull' || route === 'squash' ? number : null,
      reviewer,
    });
  }
  return mainline;
}

function routeOf(
  { forge }: Scenario,
  item: WorkItem,
  lander: PersonIndex,
  isClash: boolean,
  random: Random,
): Landing['route'] {
  const luck = random.next();
  if (random.chance(forge.squash)) return 'squash';
  if (lander !== item.author) return luck < 0.2 || item.coAuthor !== null ? 'patch' : 'pull';
  return item.coAuthor === null && (luck < 0.4 || isClash) ? 'pull' : 'direct';
}

/** Landed directly it would be one batch with what landed before. */
function continuesBatch(item: WorkItem, landedAt: number, before: Landing | BotChange | undefined): boolean {
  if (before === undefined || isBot(before) || before.route !== 'direct') return false;
  const began = landedAt - (item.commits.length - 1) * BATCH_STEP;
  return before.item.author === item.author && began - before.landedAt <= BATCH_GAP;
}

/** The lander, or somebody else who is there; never an author. */
function reviewerOf(
  { forge, team }: Scenario,
  presence: Presence,
  item: WorkItem,
  lander: PersonIndex,
  day: number,
  random: Random,
): PersonIndex | null {
  const isNamed = random.chance(forge.trailers);
  const wanted = random.chance(0.5) ? lander : random.between(0, team.size - 1);
  const isAuthor = wanted === item.author || wanted === item.coAuthor;
  return isNamed && !isAuthor && presence.isPresent(wanted, day) ? wanted : null;
}
