import type { Absence } from '../domain/absence.ts';
import type { DependenceAnswer, Way } from '../domain/dependence.ts';
import type { OutcomeBand, SeenBand } from '../domain/outcome-band.ts';
import { byName } from '../domain/report.ts';
import { DAY } from '../domain/window.ts';
import { calendarDay, counted, listed, numeral } from '../domain/words.ts';
import { bandRange, noneSentence, seenText } from './band-words.ts';

/**
 * The head of an answer about an absence: what was seen, on how much, and the question that decides. It tells both branches
 * and foretells neither (`docs/validity.md`, what may be said).
 */
export type Told = Omit<Absence, 'question' | 'answer'>;

/** By whom teammates' work is whose work lands almost only, partly or hardly through somebody. */
export const WAY_WORDS: Readonly<Record<Way, (who: string) => string>> = {
  none: (who) => `almost only through ${who}`,
  some: (who) => `partly through ${who}`,
  others: (who) => `mostly without ${who}`,
};

/** `Could the team go a fortnight without Ada, from 2026-12-01?` */
export function absenceQuestion({ away, days, from }: Pick<Absence, 'away' | 'days' | 'from'>): string {
  const length = days === 14 ? 'a fortnight' : counted(days, 'day');
  return `Could the team go ${length} without ${listed(away.people)}, from ${calendarDay(from)}?`;
}

/** What the evidence says in a few sentences, with what absences under leads like that did elsewhere. */
export function absenceAnswer(told: Told): string {
  const { outcome } = told;
  return [...absenceHead(told), ...(outcome.verdict === 'band' ? [likeThatSentence(outcome)] : [])].join(' ');
}

/** How much passes through the person, how much of it is seen, who else lands, and whether they are here at all. */
export function absenceHead(told: Told): string[] {
  const { seen, deputy, silent } = absenceHeadParts(told);
  return [...seen, ...(deputy === null ? [] : [deputy]), ...(silent === null ? [] : [silent])];
}

/** The same in its parts: what is seen, who else lands (null without a verdict), and since when the person is not seen. */
export function absenceHeadParts(told: Told): { seen: string[]; deputy: string | null; silent: string | null } {
  const { outcome } = told;
  const who = listed(told.away.people);
  return outcome.verdict === 'none'
    ? {
        seen: [`Not enough evidence for a verdict. ${noneSentence(outcome)}`, ...throughAlone(told, who)],
        deputy: null,
        silent: silentNow(told),
      }
    : { seen: through(told, who), deputy: deputySentence(told), silent: silentNow(told) };
}

function through({ dependence }: Told, who: string): string[] {
  const { work, landed, visible, changes } = dependence;
  const known =
    visible === changes
      ? `Who landed is known for all ${counted(changes, 'change')} of 91 days.`
      : `Who landed is known for ${numeral(visible)} of ${counted(changes, 'change')} of 91 days.`;
  const last = `teammates' last ${counted(work, 'change')} (56 days)`;
  if (landed === 0) return [`None of ${last} landed through ${who}.`, known];
  return [`${numeral(landed)} of ${last} landed through ${who}.`, ...dependSentence(dependence, who), known];
}

/** D, and whose changes it is made of: by how much of their authors' work the person landed. */
function dependSentence({ dependence, streams, work }: DependenceAnswer, who: string): string[] {
  if (dependence === null) return [];
  const { share, low, high } = dependence;
  const of = (way: 'none' | 'some') => streams.find((stream) => stream.way === way)?.changes ?? 0;
  const [none, some] = [of('none'), of('some')];
  const words =
    none + some === 0
      ? 'hardly any of it, by whoever wrote it'
      : none === 0
        ? `in part for the authors of ${numeral(some)} of ${counted(work, 'change')}, almost wholly for nobody`
        : `almost wholly for the authors of ${numeral(none)} of ${counted(work, 'change')}${some === 0 ? '' : `, in part for those of ${numeral(some)}`}`;
  const d = `${share.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
  return [`D, the share of that work that depends on ${who}, is ${d}: ${words}.`];
}

/** Nothing of the person is seen of late: whoever asks about somebody else may not know. */
function silentNow({ past }: Told): string | null {
  const [last] = past.absences;
  return last === undefined || last.to !== null
    ? null
    : `Nothing of ${past.person} has been seen since ${calendarDay(last.from)}.`;
}

/** What can be said where no verdict can: counts only. */
function throughAlone({ dependence }: Told, who: string): string[] {
  const { visible, landed, work } = dependence;
  if (work === 0 || visible === 0) return [];
  return [`Seen to land through ${who}: ${numeral(landed)} of teammates' last ${counted(work, 'change')} (56 days).`];
}

/** What absences under leads like that did elsewhere: both branches, with their intervals. */
export function likeThatSentence(band: Extract<OutcomeBand, { verdict: 'band' }>): string {
  const { study, band: seen } = band;
  const share = (outcome: keyof SeenBand['outcomes']) => seenText(seen, outcome);
  return `Under leads like that (${bandRange(seen)}) in ${numeral(study.repositories)} ${study.projects}, teammates' work nearly stopped in ${share('nearly-stopped')} absences and went on as usual in ${share('normal')}.`;
}

function deputySentence({ deputies }: Told): string {
  const lands = [...new Set(deputies.repositories.flatMap(({ landForOthers }) => landForOthers.people))].sort(byName);
  if (lands.length === 0)
    return `Who else may land this, and does anyone? Nobody else who is active was seen landing others' changes in ${numeral(deputies.days)} days.`;
  const few = lands.length > 4 ? [...lands.slice(0, 3), `${numeral(lands.length - 3)} others`] : lands;
  return `Who else may land this, and does anyone? In the last ${numeral(deputies.days)} days others' changes were also landed by ${listed(few)}.`;
}

/** The first day and the last, as days of a calendar. */
export const absenceDays = ({ from, days }: Pick<Absence, 'from' | 'days'>): string =>
  `${calendarDay(from)} to ${calendarDay(from + (days - 1) * DAY)}`;

const CUT_OFF =
  'This history is cut off (a shallow clone): what is not seen below, and whoever is not, may be in the part that is missing. Mend it with: git fetch --unshallow.';

/** The history was cut off so late that what is not seen in it proves nothing. */
export const isCutOff = ({ outcome }: Pick<Absence, 'outcome'>): boolean =>
  outcome.verdict === 'none' && outcome.why === 'cut-off';

/** Said before any part of such a history; null of others. */
export const cautionSentence = (absence: Pick<Absence, 'outcome'>): string | null =>
  isCutOff(absence) ? CUT_OFF : null;
