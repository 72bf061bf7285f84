import type { Handover, HandoverItem, TimelineStep } from '../domain/handover.ts';
import { command, type Span } from '../domain/page.ts';
import type { Evidence } from '../domain/report.ts';
import { calendarDay, counted, listed, numeral } from '../domain/words.ts';

/** Headings of a plan, the same on the screen and in the file. */
export const HEADINGS = {
  first: 'Before you leave',
  further: 'Also, when there is time',
  areas: 'For whoever covers',
  alone: 'Leave alone',
  timeline: 'Before, during, after',
  notes: 'What this rests on',
} as const;

const WHEN: Readonly<Record<TimelineStep['step'], string>> = {
  'week-before': 'A week before',
  'last-day': 'The last day',
  middle: 'In the middle',
  return: 'The return',
  'look-back': 'The day after',
};

const WEEK_MS = 7 * 86_400_000;

/** When a step of the plan is due, in words: a week before that has passed is now. */
export const whenWords = ({ step, day }: TimelineStep, { from }: Pick<Handover, 'from'>): string =>
  step === 'week-before' && Date.parse(from) - Date.parse(day) < WEEK_MS ? 'Now' : WHEN[step];

export const titleWords = ({ names }: Pick<Handover, 'names'>): string => `Handover of ${listed(names)}`;

export const spanWords = ({ from, to, days }: Pick<Handover, 'from' | 'to' | 'days'>): string =>
  `away ${from} to ${dayBefore(to)}: ${counted(days, 'day')}`;

const DAY_MS = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

/** A sentence with the commands in it marked as such. */
export const withCommands = (text: string): readonly (string | Span)[] =>
  text
    .split(/(fortnight (?:retro|measure cover)(?: --\w+ \S+)*)/)
    .map((part, i) => (i % 2 === 1 ? command(part) : part))
    .filter((part) => part !== '');

/** What of teammates' work went through the person, in one sentence; with both counts, never as a share alone. */
function landingWords({ landing: { changes, visible, landed } }: Pick<Handover, 'landing'>): string {
  if (changes === 0) return 'Nothing by teammates landed in the last 13 weeks.';
  return `In the last 13 weeks ${counted(changes, 'change')} by teammates landed: ${numeral(landed)} through the one away, ${numeral(visible - landed)} through others, ${numeral(changes - visible)} without a trace of who landed ${changes - visible === 1 ? 'it' : 'them'}.`;
}

/** What the plan was made from. */
export const seenWords = (plan: Pick<Handover, 'seenUntil' | 'landing'>): string =>
  `It is made from the history until ${calendarDay(plan.seenUntil)}. ${landingWords(plan)}`;

/** `Could cover: Ada, Bo.` Names in the order they have: alphabetical. */
export const whoWords = ({ role, who }: Pick<HandoverItem, 'role' | 'who'>): string =>
  role === '' || who.people.length === 0 ? '' : `${role}: ${who.people.join(', ')}.`;

/** How a piece of evidence is called where there is little room: what git, the reader and `explain` understand. */
export const evidenceWords = ({ kind, id }: Evidence): string =>
  kind === 'change' || kind === 'commit' ? id.slice(0, 9) : id;

/** Says so where the list is cut off. */
export const moreWords = (shown: number, total: number): string =>
  total > shown ? ` and ${numeral(total - shown)} more` : '';
