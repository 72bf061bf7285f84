import type { Outcome } from '../domain/outcome.ts';
import { type Block, type Inline, type Page, quiet, type Span, strong, textBlock } from '../domain/page.ts';
import type { Evidence } from '../domain/report.ts';
import type { Retro, RetroAnswer } from '../domain/retro.ts';
import { calendarDay, counted, decimal, duration, listed, numeral } from '../domain/words.ts';
import { evidenceWords, moreWords } from './handover-words.ts';

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  'nearly-stopped': 'nearly stopped (less than three tenths of the usual)',
  slowed: 'slowed (less than seven tenths of the usual)',
  normal: 'went on as usual (seven tenths of it or more)',
};
/** Share of changes with a known lander below which nothing is read from landing. */
const FLOOR = 0.6;

/** What happened while somebody was away, and what to keep that way. What happened, never why. */
export function retroPage({ retro, reason }: RetroAnswer, everything = false): Page {
  if (retro === null) return { blocks: [textBlock(strong('Nothing to look back on')), textBlock(reason)] };
  const blocks: Block[] = [
    { kind: 'headline', left: strong(`Looking back: ${listed(retro.names)}`), right: quiet(spanWords(retro)) },
    textBlock(silenceWords(retro)),
    ...list("Teammates' work", flowItems(retro)),
  ];
  const isHidden = retro.visible.known < retro.visible.changes * FLOOR;
  if (isHidden) blocks.push(textBlock(hiddenWords(retro)));
  else {
    blocks.push(
      ...list('What waited for the return', waitedItems(retro)),
      ...list('Who stepped in', steppedItems(retro, everything)),
      ...list('Keep it that way', keepItems(retro, everything)),
    );
  }
  blocks.push(
    ...list('Releases', releaseItems(retro)),
    ...list('The plan', planItems(retro)),
    ...list('What this rests on', [`The history is read until ${calendarDay(retro.seenUntil)}.`, ...retro.notes]),
  );
  return { blocks };
}

const list = (title: string, items: readonly Inline[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'section', title, sure: null, blocks: [{ kind: 'list', items }] }];

const spanWords = ({ from, to, businessDays }: Retro): string =>
  `${from} to ${to ?? 'now'}: ${counted(businessDays, 'working day')}`;

function silenceWords({ basis, from, to, seenAgain, daysSeen, othersAway }: Retro): string {
  const between = `between ${from} and ${to ?? 'the end of the history'}`;
  const silence =
    daysSeen === 0
      ? `Nothing of theirs is seen ${between}; why is not known.`
      : `Something of theirs is seen on ${counted(daysSeen, 'day')} ${between}.`;
  const back =
    seenAgain === null ? ' They have not been seen since.' : basis === 'asked' ? ` Seen again on ${seenAgain}.` : '';
  const others =
    othersAway === null || othersAway === 0
      ? ''
      : ` ${counted(othersAway, 'other key person was', 'other key people were')} silent at the same time: whose absence it was that mattered cannot be told.`;
  return silence + back + others;
}

function flowItems({ flow: { usual, away, back, compared } }: Retro): string[] {
  const landed = `In the ${counted(away.days, 'day')} from the first one away: ${counted(away.landed, 'change')} landed`;
  return [
    `Usual in the 8 weeks before: ${counted1(usual, 'change')} per 14 days.`,
    away.outcome === null
      ? `${landed}; usual in so many days: ${decimal(away.usual)}.`
      : `${landed}: it ${OUTCOME_WORDS[away.outcome]}.`,
    back === null
      ? 'The history ends before the 14 days after the return are over.'
      : `In the 14 days from the return: ${counted(back, 'change')}.`,
    ...(compared === null
      ? []
      : [`In ${counted(compared.windows, 'comparable fortnight')} with them there ${spread(compared)}.`]),
  ];
}

const spread = ({ least, middle, most }: NonNullable<Retro['flow']['compared']>): string =>
  least === most
    ? `${counted(most, 'change')} landed`
    : `${numeral(least)} to ${counted(most, 'change')} landed, ${decimal(middle)} in the middle`;

const counted1 = (count: number, noun: string): string => `${decimal(count)} ${count === 1 ? noun : `${noun}s`}`;

const hiddenWords = ({ visible }: Retro): string =>
  `Who landed is known of ${numeral(visible.known)} of teammates' ${counted(visible.changes, 'change')} of the 13 weeks before: too few to tell what waited for the return and who stepped in.`;

function waitedItems({ waited: { changes, waiting, usual, newest }, seenAgain }: Retro): Inline[] {
  if (seenAgain === null) return [];
  if (changes === 0 || waiting === null)
    return ['Nothing by teammates that was ready before landed through them in the 14 days from the return.'];
  const before =
    usual === null
      ? 'None of teammates had landed through them in the 13 weeks before.'
      : `Usual in the 13 weeks before: ${duration(usual.median)} (median of ${numeral(usual.of)}).`;
  return [
    `${counted(changes, 'change')} by teammates, last worked on before, landed through them in the 14 days from the return. Between the last work and the landing lay ${duration(waiting.median)} (median of ${numeral(waiting.of)}). ${before}`,
    ...newest.map((one): Inline => [one.title, quiet(` (${duration(one.waited)}, ${evidenceWords(one.evidence)})`)]),
  ];
}

const EVIDENCE_SHOWN = 3;

/** The newest changes a sentence rests on; `--evidence` shows all that are kept. */
function opened(evidence: readonly Evidence[], total: number, everything: boolean): Span {
  const ids = evidence.slice(0, everything ? undefined : EVIDENCE_SHOWN).map(evidenceWords);
  return quiet(` (${ids.join(', ')}${moreWords(ids.length, total)})`);
}

function steppedItems({ steppedIn: { people, changes, evidence } }: Retro, everything: boolean): Inline[] {
  if (changes === 0) return ['Nobody was seen landing for another where only they had landed in the 13 weeks before.'];
  return [
    [
      `${counted(changes, 'change')} of others landed where only they had landed in the 13 weeks before. By: ${people.people.join(', ')}.`,
      opened(evidence, changes, everything),
    ],
  ];
}

function keepItems({ keep, streams }: Retro, everything: boolean): Inline[] {
  const areas = keep.map(
    ({ area, changes, landers, evidence }): Inline => [
      strong(`Let others go on landing in ${area}.`),
      ` ${counted(changes, 'change')} landed there without the one away. By: ${landers.people.join(', ')}.`,
      opened(evidence, changes, everything),
    ],
  );
  if (streams.changes === 0) return areas;
  return [
    ...areas,
    [
      strong("Let others go on landing these people's work."),
      ` It had landed through the one away alone in the 8 weeks before, and ${counted(streams.changes, 'change')} landed without. Of: ${streams.people.people.join(', ')}.`,
      opened(streams.evidence, streams.changes, everything),
    ],
  ];
}

const RELEASES_SHOWN = 3;

function releaseItems({ releases: { made, by } }: Retro): Inline[] {
  if (made.length === 0) return [];
  const names = made.slice(0, RELEASES_SHOWN).map(({ name, day }) => `${name} (${day})`);
  const rest = made.length - names.length;
  const who = by.people.length === 0 ? '' : ` By: ${by.people.join(', ')}.`;
  return [`Made while they were away: ${listed(rest > 0 ? [...names, `${numeral(rest)} more`] : names)}.${who}`];
}

function planItems({ plan }: Retro): Inline[] {
  if (plan === null) return [];
  const all = plan.ticked + plan.open.length;
  return [
    `Ticked in ${plan.file}: ${numeral(plan.ticked)} of ${counted(all, 'item')}.`,
    ...plan.open.map(({ text }): Inline => ['Still open: ', text]),
  ];
}
