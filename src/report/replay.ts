import { type Block, type PageColumn, quiet, textBlock } from '../domain/page.ts';
import type { Replay, ReplayAnswer, ReplayAssumptions } from '../domain/replay.ts';
import { calendarDay, counted, decimal, numeral } from '../domain/words.ts';
import { evidenceLine } from './evidence-line.ts';
import { areaText, NOTHING, namesText } from './figures.ts';

const AREAS_SHOWN = 10;

/**
 * The weeks before, again without one person: both branches side by side, then where the work stood; `everything` adds two
 * weeks by two weeks.
 */
export function replayBlocks(replay: Replay, everything = false): Block[] {
  const { answer, assumptions, person } = replay;
  const evidence = evidenceLine(`Passed through ${person}`, replay.evidence, replay.evidenceTotal, everything);
  const section = (title: string, blocks: Block[]): Block => ({ kind: 'section', title, sure: null, blocks });
  const again = replayTitle(replay);
  if (answer === null) return [section(again, [textBlock(replaySentence(replay)), ...evidence])];
  const areas = areaBlocks(replay, answer, everything);
  return [
    section(again, [
      textBlock(replaySentence(replay)),
      branches(replay, answer),
      textBlock(quiet(replaySupposes(assumptions))),
      textBlock(quiet(REPLAY_CAUTION)),
      ...evidence,
    ]),
    ...(areas.length > 0 ? [section(`Where it passed through ${person}`, areas)] : []),
    ...(everything ? [section('Two weeks by two weeks', [fortnights(answer)])] : []),
  ];
}

/** What nobody may read into it. */
export const REPLAY_CAUTION =
  'It explains where work stood that passed through one person; it foretells no absence, and no change in one.';

export const replayTitle = ({ assumptions, person }: Pick<Replay, 'assumptions' | 'person'>): string =>
  `The last ${counted(assumptions.weeks, 'week')} again, without ${person}`;

/** What passed through the person in these weeks, or why that is not told. */
export const replaySentence = (replay: Replay): string => (replay.answer === null ? noAnswer(replay) : summary(replay));

function noAnswer({ hidden, from, until }: Replay): string {
  const when = `between ${calendarDay(hidden?.from ?? from)} and ${calendarDay(until)}`;
  if (hidden === null) return `Not enough evidence: no change of a teammate landed ${when}.`;
  return (
    `Not enough evidence: who landed is known of only ${numeral(hidden.visible)} of teammates' ` +
    `${counted(hidden.changes, 'change')} ${when}. What a forge knows of its merges would tell.`
  );
}

function summary({ person, changes, visible, passed, landOwn }: Replay): string {
  const hidden = changes - visible;
  const parts = [
    `${numeral(passed)} of teammates' ${counted(changes, 'change')} passed through ${person}`,
    ...(landOwn > 0 ? [`${numeral(landOwn)} of them are by people who also land their own work, and go on`] : []),
    ...(hidden > 0 ? [`who landed ${numeral(hidden)} is not known, and they go on too`] : []),
  ];
  return `${parts.join('; ')}.`;
}

const left = (label: string): PageColumn => ({ label, align: 'left', overflow: 'wrap' });
const right = (label: string): PageColumn => ({ label, align: 'right', overflow: 'elide' });

function branches({ changes }: Replay, answer: ReplayAnswer): Block {
  const of = (count: number, all: number) => `${numeral(count)} of ${numeral(all)}`;
  const { someLeft, allLeft, all } = answer.streams;
  return {
    kind: 'table',
    columns: [left(''), left('nobody steps in'), left('the likely ones do')],
    rows: [
      ['changes left', of(answer.left.nobodyStepsIn, changes), of(answer.left.likelyOnesDo, changes)],
      ['authors with some work left', of(someLeft.nobodyStepsIn, all), of(someLeft.likelyOnesDo, all)],
      ['authors with all their work left', of(allLeft.nobodyStepsIn, all), of(allLeft.likelyOnesDo, all)],
      [
        'taken over',
        NOTHING,
        answer.takenOver === 0
          ? 'none'
          : `${numeral(answer.takenOver)}, ${decimal(answer.takenOverPerWeek)} a week in all`,
      ],
      ['who steps in', 'nobody', stepsIn(answer)],
    ],
  };
}

function stepsIn({ takenOver, left: { nobodyStepsIn }, steppingIn }: ReplayAnswer): string {
  if (nobodyStepsIn === 0) return 'nobody has to';
  return takenOver === 0 ? 'nobody who has room' : namesText(steppingIn);
}

function areaBlocks(replay: Replay, answer: ReplayAnswer, everything: boolean): Block[] {
  const passed = answer.areas.filter((area) => area.passed > 0);
  if (passed.length === 0) return [];
  const shown = everything ? passed : passed.slice(0, AREAS_SHOWN);
  const several = new Set(answer.areas.map(({ repository }) => repository)).size > 1;
  const rest = passed.length - shown.length;
  return [
    {
      kind: 'table',
      columns: [
        { label: 'where', align: 'left', overflow: 'elide' },
        right('changes'),
        right('passed'),
        right('left: nobody'),
        right('likely ones'),
        left('stepping in'),
      ],
      rows: shown.map((area) => [
        placeText(area, several),
        numeral(area.changes),
        numeral(area.passed),
        numeral(area.left.nobodyStepsIn),
        numeral(area.left.likelyOnesDo),
        area.left.nobodyStepsIn === 0 ? NOTHING : namesText(area.steppingIn),
      ]),
    },
    ...(rest > 0
      ? [textBlock(quiet(`${counted(rest, 'more area')} with something that passed through ${replay.person}.`))]
      : []),
  ];
}

function placeText({ repository, area }: { repository: string; area: string | null }, several: boolean): string {
  const name = area ?? 'outside any area';
  return areaText(several ? `${repository}: ${name}` : name);
}

const fortnights = (answer: ReplayAnswer): Block => ({
  kind: 'table',
  columns: [left('two weeks from'), right('changes'), right('passed'), right('left: nobody'), right('likely ones')],
  rows: answer.fortnights.map((two) => [
    calendarDay(two.from),
    numeral(two.changes),
    numeral(two.passed),
    numeral(two.left.nobodyStepsIn),
    numeral(two.left.likelyOnesDo),
  ]),
});

/** What the replay supposes, in a sentence. */
export function replaySupposes({
  historyDays,
  percentile,
  capacityFactor,
  landing,
  activeDays,
}: ReplayAssumptions): string {
  const what = landing === 'for-others' ? "others' work" : 'anything';
  const times = capacityFactor === 1 ? '' : `, times ${decimal(capacityFactor ?? 0)}`;
  const capacity =
    capacityFactor === null
      ? 'they take on whatever comes'
      : `they take on, per two weeks, the ${ordinal(percentile * 100)} percentile of their landings minus the mean${times}`;
  return (
    `Supposed: likely is who landed ${what} in the area in the ${counted(historyDays, 'day')} before and was active in the ` +
    `last ${numeral(activeDays)}; ${capacity}, in order of time. A change in several areas counts in each.`
  );
}

function ordinal(value: number): string {
  const text = decimal(value);
  const ending = /(^|[^1])1$/.test(text)
    ? 'st'
    : /(^|[^1])2$/.test(text)
      ? 'nd'
      : /(^|[^1])3$/.test(text)
        ? 'rd'
        : 'th';
  return `${text}${ending}`;
}
