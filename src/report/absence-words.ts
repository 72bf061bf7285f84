import type { Absence } from '../domain/absence.ts';
import type { OutcomeBand, SeenBand } from '../domain/outcome-band.ts';
import { DAY } from '../domain/window.ts';
import { calendarDay, counted, listed, numeral } from '../domain/words.ts';
import { bandRange, noneSentence, seenText } from './band-words.ts';

/**
 * The head of an answer about an absence: what was seen, on how much, and the question that decides. It tells both branches
 * and foretells neither (`docs/validity.md`, what may be said).
 */
type Told = Omit<Absence, 'question' | 'answer'>;

/** `Could the team go a fortnight without Ada, from 2026-12-01?` */
export function absenceQuestion({ away, days, from }: Pick<Absence, 'away' | 'days' | 'from'>): string {
  const length = days === 14 ? 'a fortnight' : counted(days, 'day');
  return `Could the team go ${length} without ${listed(away.people)}, from ${calendarDay(from)}?`;
}

/** What the evidence says in a few sentences. */
export function absenceAnswer(told: Told): string {
  const { outcome, moves } = told;
  const who = listed(told.away.people);
  const sentences =
    outcome.verdict === 'none'
      ? [`Not enough evidence for a verdict. ${noneSentence(outcome)}`, ...throughAlone(told, who)]
      : [through(told, who), ...likeThat(outcome), deputySentence(told)];
  if (moves.status === 'planned' && outcome.verdict === 'band') {
    sentences.push(`${counted(moves.moves.length, 'move')} would change that most; see below.`);
  }
  return sentences.join(' ');
}

function through({ dependence, outcome }: Told, who: string): string {
  const { work, landed, visible, changes } = dependence;
  const only = dependence.streams.find(({ way }) => way === 'none')?.changes ?? 0;
  const hidden =
    visible < changes ? ` (who landed is known for ${numeral(visible)} of ${numeral(changes)} in 91 days)` : '';
  if (outcome.verdict === 'none') return '';
  if (landed === 0)
    return `None of teammates' last ${counted(work, 'change')} (56 days) landed through ${who}${hidden}.`;
  const way =
    only === 0
      ? 'all by authors who have other ways'
      : `${numeral(only)} of ${numeral(work)} are by authors with hardly any other way`;
  return `${numeral(landed)} of teammates' last ${counted(work, 'change')} (56 days) landed through ${who}; ${way}${hidden}.`;
}

/** What can be said where no verdict can: counts only. */
function throughAlone({ dependence }: Told, who: string): string[] {
  const { visible, landed, work } = dependence;
  if (work === 0 || visible === 0) return [];
  return [`Seen to land through ${who}: ${numeral(landed)} of teammates' last ${counted(work, 'change')} (56 days).`];
}

function likeThat(band: Extract<OutcomeBand, { verdict: 'band' }>): string[] {
  const { study, band: seen } = band;
  const share = (outcome: keyof SeenBand['outcomes']) => seenText(seen, outcome);
  return [
    `Under leads like that (${bandRange(seen)}) in ${numeral(study.repositories)} ${study.projects}, teammates' work nearly stopped in ${share('nearly-stopped')} absences and went on as usual in ${share('normal')}.`,
  ];
}

function deputySentence({ deputies }: Told): string {
  const lands = [...new Set(deputies.repositories.flatMap(({ landForOthers }) => landForOthers.people))].sort();
  if (lands.length === 0)
    return `Who else may land this, and does anyone? Nobody else who is active was seen landing others' changes in ${numeral(deputies.days)} days.`;
  const few = lands.length > 4 ? [...lands.slice(0, 3), `${numeral(lands.length - 3)} others`] : lands;
  return `Who else may land this, and does anyone? In the last ${numeral(deputies.days)} days others' changes were also landed by ${listed(few)}.`;
}

/** The first day and the last, as days of a calendar. */
export const absenceDays = ({ from, days }: Pick<Absence, 'from' | 'days'>): string =>
  `${calendarDay(from)} to ${calendarDay(from + (days - 1) * DAY)}`;
