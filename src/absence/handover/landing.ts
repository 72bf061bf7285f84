import type { HandoverItem } from '../../domain/handover.ts';
import { people } from '../../domain/report.ts';
import { DAY } from '../../domain/window.ts';
import { counted, numeral } from '../../domain/words.ts';
import {
  AUTHOR_DAYS,
  type Dependence,
  dependenceByArea,
  GATE_DAYS,
  landedBetween,
  teammatesChanges,
  VISIBILITY_FLOOR,
} from '../dependence.ts';
import type { AreaIndex, PersonIndex } from '../history.ts';
import { areasLandedAlone, placesOf } from '../stepped-in.ts';
import { areaTitleAt, type HandoverInput, namesOf, newestChanges } from './input.ts';

/** An area where the person landed fewer changes of teammates than this in 13 weeks is not worth a step of its own. */
const FEW = 3;

/**
 * Who lands teammates' work while the person is away: first of all, then area by area where nobody else was seen landing
 * in 13 weeks, those through which most of teammates' dependent work of the last 8 weeks went first.
 */
export function landingItems(input: HandoverInput, dependence: Dependence): readonly HandoverItem[] {
  if (dependence.changes === 0) return [];
  const isHidden = (dependence.visibility ?? 0) < VISIBILITY_FLOOR;
  if (isHidden) return [hiddenItem(input, dependence)];
  return dependence.landed === 0 ? [] : [everywhere(input, dependence), ...perArea(input, dependence)];
}

const since = ({ moment }: HandoverInput): number => moment - GATE_DAYS * DAY;

/** Others who landed a change they are no author of. */
function otherLanders({ history, person, moment }: HandoverInput): ReadonlySet<PersonIndex> {
  const landed = landedBetween(history, moment - GATE_DAYS * DAY, moment);
  return new Set(
    landed.flatMap(({ lander, authors }) =>
      lander === null || lander === person || authors.includes(lander) ? [] : [lander],
    ),
  );
}

/** Somebody else landed what they wrote themselves: the right is there, the habit of using it for others is not. */
const landsOwn = ({ history, person, moment }: HandoverInput): boolean =>
  landedBetween(history, moment - GATE_DAYS * DAY, moment).some(
    ({ lander, authors }) => lander !== null && lander !== person && authors.includes(lander),
  );

function hiddenItem(input: HandoverInput, { changes, visible }: Dependence): HandoverItem {
  const landed = teammatesChanges(input.history, input.person, since(input), input.moment);
  return {
    id: 'landing/all',
    kind: 'landing',
    text: 'Check on the forge who else may land changes, and say who does while you are away.',
    because: `The history cannot tell who would be missed here: it shows who landed ${numeral(visible)} of teammates' last ${counted(changes, 'change')} (13 weeks).`,
    role: '',
    who: people([]),
    evidence: newestChanges(landed),
    evidenceTotal: landed.length,
  };
}

function everywhere(input: HandoverInput, { landed, visible }: Dependence): HandoverItem {
  const { history, person, moment } = input;
  const others = otherLanders(input);
  const could = input.coverage.flatMap(({ cover }) => cover);
  const through = teammatesChanges(history, person, since(input), moment).filter(({ lander }) => lander === person);
  return {
    id: 'landing/all',
    kind: 'landing',
    text:
      others.size === 0
        ? landsOwn(input)
          ? "Say who lands teammates' changes while you are away, and let them land one before you leave."
          : "Give somebody the right to land teammates' changes, and let them land one before you leave."
        : "Agree who lands teammates' changes while you are away, and say so to everybody.",
    because:
      `You landed ${numeral(landed)} of teammates' ${counted(visible, 'change')} of the last 13 weeks with a known lander` +
      (others.size === 0 ? '; nobody else was seen landing for another.' : '.'),
    role: others.size > 0 ? 'Also land for others' : could.length > 0 ? 'Active, and have worked in your areas' : '',
    who: people(others.size > 0 ? namesOf(history, others) : could),
    evidence: newestChanges(through),
    evidenceTotal: through.length,
  };
}

function perArea(input: HandoverInput, dependence: Dependence): HandoverItem[] {
  const { history, person, moment } = input;
  const alone = areasLandedAlone(history, person, moment);
  const weights = dependenceByArea(dependence);
  const others = otherLanders(input);
  const authors = authorsByArea(input);
  const landed = landedBetween(history, since(input), moment).filter(({ lander }) => lander === person);
  const places = [...alone].map((area) => {
    const there = landed.filter((change) => placesOf(change).includes(area));
    const teammates = there.filter(({ authors }) => !authors.includes(person));
    const weight = (weights.get(area) ?? []).reduce((sum, one) => sum + one.weight, 0);
    return { area, teammates, weight, title: areaTitleAt(input, area) };
  });
  // Where nobody else lands at all, the first step is the same everywhere: one place to begin is enough.
  const most = others.size === 0 ? 1 : places.length;
  return places
    .filter(({ teammates, area }) => teammates.length >= FEW && area !== null)
    .sort((a, b) => b.weight - a.weight || b.teammates.length - a.teammates.length || (a.title < b.title ? -1 : 1))
    .slice(0, most)
    .map(({ area, teammates, title }): HandoverItem => {
      const could = [...others].filter((other) => authors.get(area)?.has(other) === true);
      return {
        id: `landing/${title}`,
        kind: 'landing',
        text: `Let somebody else land the next change in ${title}.`,
        because: `In 13 weeks nobody else was seen landing there; you landed ${counted(teammates.length, 'change')} of teammates.`,
        role: could.length === 0 ? '' : 'Have worked there and land elsewhere',
        who: people(namesOf(history, could)),
        evidence: newestChanges(teammates),
        evidenceTotal: teammates.length,
      };
    });
}

/** Who wrote a change in each area in the last half year. */
function authorsByArea({ history, moment }: HandoverInput): ReadonlyMap<AreaIndex | null, ReadonlySet<PersonIndex>> {
  const byArea = new Map<AreaIndex | null, Set<PersonIndex>>();
  for (const change of landedBetween(history, moment - AUTHOR_DAYS * DAY, moment)) {
    for (const area of placesOf(change)) {
      const authors = byArea.get(area) ?? new Set();
      for (const author of change.authors) authors.add(author);
      byArea.set(area, authors);
    }
  }
  return byArea;
}
