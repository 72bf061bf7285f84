import { OUTCOMES, type Outcome } from '../domain/outcome.ts';
import type { AbsenceKind, NotCompared, PastAbsence, Waited } from '../domain/past-absence.ts';
import { calendarDay, counted, decimal, duration, listed, numeral } from '../domain/words.ts';

/**
 * The sentences of past silences: what was seen, as counts. None says why somebody was silent, or what another silence
 * would do. `who` is the shown name of the person.
 */

/** What came of a silence, in the words of a table. */
const KIND_WORDS: Readonly<Record<AbsenceKind, string>> = {
  temporary: 'came back',
  fading: 'hardly back',
  long: 'back after long',
  departed: 'over 180 days',
  ongoing: 'too early to tell',
};

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  'nearly-stopped': 'nearly stopped',
  slowed: 'slowed',
  normal: 'as usual',
};

const SAW: Readonly<Record<Outcome, string>> = {
  'nearly-stopped': 'nearly stopped',
  slowed: 'slowed',
  normal: 'went on as usual',
};

/** Said once for all silences: how many there are, and what was seen in those that can be compared. */
export function silencesSentence(absences: readonly PastAbsence[], who: string): string {
  if (absences.length === 0) return `No silence of ${who} of ten business days or more is seen before.`;
  const many = `${counted(absences.length, 'silence')} of ${who} of ten business days or more`;
  const compared = absences.filter(({ notCompared }) => notCompared === null);
  if (compared.length === 0) return `${many}; none can be compared.`;
  const saw = OUTCOMES.flatMap((outcome) => {
    const seen = compared.filter(({ flow }) => flow.outcome === outcome).length;
    return seen === 0 ? [] : [`${SAW[outcome]} in ${numeral(seen)}`];
  });
  if (compared.length === 1)
    return `${many}; teammates' work ${saw.join('').replace(/ in 1$/, '')} in the one that can be compared.`;
  return `${many}; teammates' work ${listed(saw)} of the ${numeral(compared.length)} that can be compared.`;
}

/** Why a silence is not compared. */
export const LEFT_OUT: Readonly<Record<NotCompared, string>> = {
  'not-over': 'too early to tell',
  'not-temporary': 'longer than 60 days or hardly back after it',
  holidays: 'touching 20 December to 4 January (everybody may be away)',
  'others-away': 'with two or more other key people silent at once',
  'not-studied': "with too little of teammates' work, or of history, around it to say",
};

/** Why the others cannot be compared, each counted once; null when all can. */
export function leftOutSentence(absences: readonly PastAbsence[]): string | null {
  const parts = Object.entries(LEFT_OUT).flatMap(([reason, words]) => {
    const many = absences.filter(({ notCompared }) => notCompared === reason).length;
    return many === 0 ? [] : [`${numeral(many)} ${words}`];
  });
  return parts.length === 0 ? null : `Not compared: ${listed(parts)}.`;
}

/** `came back; 2 others silent; 20 Dec–4 Jan`. */
export function kindText({ kind, to, othersAway, touchesHolidays }: PastAbsence): string {
  return [
    kind === 'ongoing' && to === null ? 'still silent' : KIND_WORDS[kind],
    ...(othersAway > 1 ? [`${numeral(othersAway)} others silent`] : []),
    ...(touchesHolidays ? ['20 Dec–4 Jan'] : []),
  ].join('; ');
}

/** `8.5 → 2, nearly stopped`. */
export function workText({ flow: { usual, landed, outcome }, notStudied }: PastAbsence): string {
  if (landed === null) return `${decimal(usual)} → too early`;
  const seen = `${decimal(usual)} → ${numeral(landed)}`;
  if (notStudied === 'first-year') return `${seen}, first year`;
  if (notStudied !== null || outcome === null) return `${seen}, too little to say`;
  return `${seen}, ${OUTCOME_WORDS[outcome]}`;
}

/** Names (of many, the first in the alphabet), or that nobody was seen, or that nobody could be. */
export function steppedInText({ steppedIn, dependence }: PastAbsence, most = Number.POSITIVE_INFINITY): string {
  const { people } = steppedIn.people;
  const rest = people.length - most;
  if (people.length > 0) return [...people.slice(0, most), ...(rest > 0 ? [`${numeral(rest)} more`] : [])].join(', ');
  return dependence === null ? 'landing is hidden' : 'nobody seen';
}

/** All that is seen of one silence, sentence by sentence; `which` of them it is stands before its days. */
export function absenceSentences(absence: PastAbsence, who: string, which = 'Silent '): string[] {
  const { flow, present } = absence;
  const sentences = [
    `${which}${spanText(absence)}: ${counted(absence.businessDays, 'business day')} (Monday to Friday), ${kindText(absence)}.`,
    `Teammates landed ${decimal(flow.usual)} changes per 14 days before; ${flow.landed === null ? 'the first 14 days are not over' : `${numeral(flow.landed)} in the first 14 days`}${flow.after === null ? '' : `; ${numeral(flow.after)} in the 14 days after the return`}.`,
    waitedSentence(absence),
  ];
  if (absence.back !== null) {
    const { landed, waiting } = absence.back;
    sentences.push(
      landed === 0
        ? `In the first 14 days back ${who} is not seen landing work of teammates.`
        : `In the first 14 days back ${who} landed ${counted(landed, 'change')} of teammates; ${numeral(waiting)} had last been worked on before the return.`,
    );
  }
  if (present.median !== null) {
    sentences.push(
      `In ${counted(present.windows, 'fortnight')} with ${who} present, within a year, teammates landed ${present.median.toFixed(2)} times their usual work (median).`,
    );
  }
  return sentences;
}

const waitedText = ({ changes, median }: Waited, where: string): string | null =>
  median === null ? null : `${duration(median)} ${where} (median of ${counted(changes, 'change')})`;

function waitedSentence({ waited: { before, during, after } }: PastAbsence): string {
  const parts = [
    waitedText(before, 'when they landed before'),
    waitedText(during, 'when they landed in the silence'),
    after === null ? null : waitedText(after, 'when they landed in the 14 days after'),
  ].filter((part) => part !== null);
  return parts.length === 0
    ? 'How long changes had waited is not seen: their authors landed them, or a squash hides it.'
    : `Changes that others than their authors landed had waited ${listed(parts)}.`;
}

/** `2023-05-08 to 2023-05-23`, both silent. */
export const spanText = ({ from, to }: PastAbsence): string =>
  to === null ? `from ${calendarDay(from)} on` : `${calendarDay(from)} to ${calendarDay(to - 1)}`;
