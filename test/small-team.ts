import type { History, PersonIndex } from '../src/absence/history.ts';
import { type Candidates, candidatesAt } from '../src/absence/moves/options.ts';
import { Selection } from '../src/absence/moves/selection.ts';
import { type Random, seeded } from '../src/absence/simulation/random.ts';
import { historyOf, moment, personOf } from './absence-history.ts';

/** The day on which a small team is asked about. */
export const SMALL_TEAM_DAY = 182;

/** A small team and everything moves are chosen from. */
export interface SmallTeam {
  readonly history: History;
  readonly person: PersonIndex;
  readonly moment: number;
  readonly candidates: Candidates;
  readonly selection: Selection;
  readonly target: number;
}

/**
 * A random team with one gate, ada: three to six authors in two to four areas, some of whom are landed by others now and
 * then, and some guests. The same seed gives the same team.
 */
export function smallTeam(seed: number): SmallTeam {
  const history = randomHistory(seeded(seed));
  const [person, now] = [personOf(history, 'ada'), moment(SMALL_TEAM_DAY)];
  const candidates = candidatesAt(history, person, now);
  const target = seed % 2 === 0 ? 0.2 : 0.1;
  const selection = new Selection(history, person, now, candidates, { target, load: 3 });
  return { history, person, moment: now, candidates, selection, target };
}

function randomHistory(random: Random): History {
  const authors = ['bo', 'cy', 'dee', 'eli', 'fay', 'gus'].slice(0, random.between(3, 6));
  const areas = ['core', 'docs', 'http', 'ui'].slice(0, random.between(2, 4));
  const regulars = authors.flatMap((author) => {
    const [home, others] = [random.pick(areas), random.chance(0.3) ? 0.25 : 0];
    return Array.from({ length: random.between(3, 16) }, () => {
      const area = random.chance(0.7) ? home : random.pick(areas);
      const lander = random.chance(others) ? random.pick(authors) : 'ada';
      const day = random.between(random.chance(0.5) ? 130 : 0, SMALL_TEAM_DAY - 1);
      const together = random.chance(0.1) ? `+${random.pick(authors.filter((other) => other !== author))}` : '';
      return `day ${day}: ${author}${together} > ${lander} ${area}`;
    });
  });
  const guests = Array.from(
    { length: random.between(0, 8) },
    (_, i) => `day ${random.between(100, SMALL_TEAM_DAY - 1)}: guest${i} > ada ${random.pick(areas)}`,
  );
  const seen = authors.map((author) => `day ${SMALL_TEAM_DAY - 3}: ${author} active`);
  return historyOf([...regulars, ...guests, ...seen, 'day 1: ada active'], { until: SMALL_TEAM_DAY });
}
