import type { NobodyElse, ReleaseCadence } from '../domain/deputies.ts';
import { type Block, quiet, textBlock } from '../domain/page.ts';
import { calendarDay, counted, duration, listed, numeral } from '../domain/words.ts';
import { evidenceLine } from './evidence-line.ts';
import { areaText } from './figures.ts';

const AREAS_SHOWN = 8;

/** What would have nobody else: areas, reviews, releases, each with what it rests on. */
export function nobodyElseBlocks(view: NobodyElse, everything = false): Block[] {
  return [
    {
      kind: 'section',
      title: `What has nobody but ${view.person}`,
      sure: null,
      blocks: [
        ...areaBlocks(view, everything),
        textBlock(reviewWords(view)),
        ...evidenceLine(`With ${view.person} alone`, view.reviews.evidence, view.reviews.evidenceTotal, everything),
        ...(view.releases.length === 0 ? [textBlock(NO_RELEASE)] : []),
        ...view.releases.map((cadence) => textBlock(releaseWords(cadence, view))),
        textBlock(quiet(nobodyElseGrounds(view))),
      ],
    },
  ];
}

export const NO_RELEASE = 'No tag looks like a release.';

/** What was looked at, and what of it leaves no trace. */
export const nobodyElseGrounds = ({ days, moment, activeDays }: NobodyElse): string =>
  `Seen in the ${counted(days, 'day')} before ${calendarDay(moment)}; active is who was seen in the last ${numeral(activeDays)}. ` +
  'Rights nobody used, and reviews on a forge, leave no trace in git.';

/** In how many areas somebody is missing; they follow. */
export function lonelyAreasSentence({ areas, areasSeen }: Pick<NobodyElse, 'areas' | 'areasSeen'>): string {
  if (areasSeen === 0) return 'No area had a change.';
  return areas.length === 0
    ? `In each of the ${counted(areasSeen, 'area')} with changes, somebody else who is active is seen.`
    : `In ${numeral(areas.length)} of ${counted(areasSeen, 'area')} with changes, somebody is missing:`;
}

/** Whom an area lacks. */
export const lackWords = (lacks: NobodyElse['areas'][number]['lacks']): string =>
  lacks === 'anybody' ? 'anybody else who is active' : 'somebody else who lands';

function areaBlocks(view: NobodyElse, everything: boolean): Block[] {
  const { areas, person } = view;
  const said = textBlock(lonelyAreasSentence(view));
  if (areas.length === 0) return [said];
  const several = new Set(areas.map(({ repository }) => repository)).size > 1;
  const shown = everything ? areas : areas.slice(0, AREAS_SHOWN);
  const rest = areas.length - shown.length;
  return [
    said,
    {
      kind: 'table',
      columns: [
        { label: 'area', align: 'left', overflow: 'elide' },
        { label: 'written or landed', align: 'right', overflow: 'elide' },
        { label: 'missing', align: 'left', overflow: 'wrap' },
      ],
      rows: shown.map((area) => [
        areaText(several ? `${area.repository}: ${area.area}` : area.area),
        `${numeral(area.through)} of ${numeral(area.changes)}`,
        lackWords(area.lacks),
      ]),
    },
    ...(rest > 0 ? [textBlock(quiet(`${counted(rest, 'more area')}.`))] : []),
    textBlock(quiet(`Written or landed: by ${person}, of all changes there.`)),
  ];
}

/** How many of teammates' changes nobody but the person is known to have looked at. */
export function reviewWords({ reviews, person }: NobodyElse): string {
  const { changes, seen, isVisible, onlyPerson, approved } = reviews;
  if (changes === 0) return 'Reviews: no change of a teammate landed.';
  if (!isVisible) {
    return `Reviews: not enough evidence; that anybody but its authors looked is known of ${numeral(seen)} of ${counted(changes, 'change')}.`;
  }
  const approvals = approved === 0 ? ' No approval is recorded in this evidence, so only landing counts here.' : '';
  return `Reviews: of teammates' ${counted(seen, 'change')} that somebody else is known to have approved or landed, ${numeral(onlyPerson)} had ${person} alone.${approvals}`;
}

/** Whose releases these are, and when the next would fall by habit. */
export function releaseWords(cadence: ReleaseCadence, { person, moment, releases }: NobodyElse): string {
  const name = releases.length > 1 ? `Releases of ${cadence.repository}` : 'Releases';
  const who =
    cadence.known === 0
      ? `who made the last ${numeral(cadence.releases)} is not known`
      : `${person} made ${numeral(cadence.byPerson)} of the last ${numeral(cadence.known)} with a known maker`;
  const others =
    cadence.others.people.length > 0
      ? `${listed(cadence.others.people)} also released`
      : 'no other active person is known to have released';
  const gone =
    cadence.notSeenLately.people.length > 0 ? ` (not seen lately: ${listed(cadence.notSeenLately.people)})` : '';
  return `${name}: ${who}; ${others}${gone}. ${whenWords(cadence, moment)}`;
}

/** The same on a first screen: of a habit that rests on the person and goes on. */
export function releaseShort(cadence: ReleaseCadence, { person, releases }: NobodyElse): string {
  const name = releases.length > 1 ? `Releases of ${cadence.repository}` : 'Releases';
  const by = `${person} made ${numeral(cadence.byPerson)} of the last ${numeral(cadence.known)}`;
  return `${name}: ${by}; no other active person is known to have made one.`;
}

function whenWords({ cadence, nextBetween, isOver, lastAt }: ReleaseCadence, moment: number): string {
  if (cadence === null || lastAt === null) return 'Too few releases for a habit.';
  const habit = `one every ${duration(cadence)} (median), the last on ${calendarDay(lastAt)}`;
  if (isOver || nextBetween === null) {
    return `It was ${habit}: that habit is over, or goes on where this history does not show it.`;
  }
  const would = nextBetween.until < moment ? 'would have been due' : 'would be due';
  return (
    `By habit ${habit}: the next ${would} between ${calendarDay(nextBetween.from)} and ` +
    `${calendarDay(nextBetween.until)}. A habit is no plan.`
  );
}
