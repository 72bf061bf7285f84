import { OUTCOMES, type Outcome } from '../domain/outcome.ts';
import type { OutcomeBand, SeenBand } from '../domain/outcome-band.ts';
import { counted, listed, numeral, percentWithin } from '../domain/words.ts';

/**
 * The sentences of an outcome band. Each says what was seen, on how much, and how sure; none says what one absence will
 * do. `who` is the shown name of the person away.
 */
export type Band = Extract<OutcomeBand, { verdict: 'band' }>;
export type NoBand = Extract<OutcomeBand, { verdict: 'none' }>;

/** Said of two weeks' work against the usual, as a table heads its rows. Sizes are words here: a bare percentage is always a finding. */
export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  'nearly-stopped': 'nearly stopped (under 0.3)',
  slowed: 'slowed (0.3–0.7)',
  normal: 'as usual (0.7 or more)',
};

const SAW: Readonly<Record<Outcome, string>> = {
  'nearly-stopped': 'nearly stop',
  slowed: 'slow down',
  normal: 'go on as usual',
};

/** `D 0.7 or more`, `D 0.2–0.4`, `D under 0.05`. */
export function bandRange({ from, to }: Pick<SeenBand, 'from' | 'to'>): string {
  if (to >= 1) return from === 0 ? 'any D' : `D ${from} or more`;
  return from === 0 ? `D under ${to}` : `D ${from}–${to}`;
}

/** `0.71 (0.60–0.80)`. */
const dependenceText = ({ dependence }: Band): string =>
  `${dependence.share.toFixed(2)} (${dependence.low.toFixed(2)}–${dependence.high.toFixed(2)})`;

/** What passes through the person, as counts. */
export function throughSentences({ grounds, ways }: Band, who: string): string[] {
  const { work, authors, noOtherWay, someOtherWay } = ways;
  const beside = someOtherWay === 0 ? '' : `, ${numeral(someOtherWay)} by authors for whom that is partly so`;
  return [
    `${numeral(grounds.landed)} of teammates' last ${counted(grounds.changes, 'change')} (91 days) landed through ${who}.`,
    `Of the ${counted(work, 'change')} of the last 56 days (${counted(authors, 'author')}), ${noOtherWay === 0 ? 'none' : numeral(noOtherWay)} ${noOtherWay <= 1 ? 'was' : 'were'} by authors whose work lands almost only through ${who}${beside}.`,
  ];
}

/** Where the person stands: D, and the band it lies in. */
export const dependenceSentence = (band: Band, who: string): string =>
  `D, the share of teammates' work that depends on ${who}, is ${dependenceText(band)} of ${counted(band.dependence.of, 'change')}.`;

/** How much of the landing is seen at all; said always. */
export function visibilitySentence({ grounds }: OutcomeBand, who: string): string {
  const { visibility } = grounds;
  if (visibility === null) return 'No change of a teammate is seen in 91 days.';
  const known = `Who landed a change is known for ${percentWithin(visibility)} of ${counted(visibility.of, 'change')}`;
  return visibility.share < 1
    ? `${known}; the others count as not landed by ${who}, so more may pass through.`
    : `${known}.`;
}

/** What was seen in the study for leads of this dependence. */
export function studySentence({ study, band }: Band): string {
  const byEye = study.byEye === null || band.from < study.byEye.from ? null : lookedAt(study.byEye.words);
  const saw = OUTCOMES.map((outcome) => `${SAW[outcome]} in ${seenText(band, outcome)}`);
  return `In ${numeral(study.repositories)} ${study.projects}, leads like that (${bandRange(band)}) saw teammates' work ${listed(saw)} of their two-week absences (${counted(band.repositories, 'project')}).${byEye === null ? '' : ` In ${byEye}`}`;
}

const lookedAt = (words: string): string => `the cases looked at by eye, ${words}.`;

/** The head of a table of what was seen: whose absences they are. */
export const seenSentence = ({ study, band }: Band): string =>
  `Seen: the first two weeks of ${counted(band.absences, 'absence')} of leads like that in ${numeral(band.repositories)} of ${numeral(study.repositories)} ${study.projects}.`;

/** `52% (29–75%) of 25`; a count alone where no interval is known. */
export function seenText({ absences, outcomes }: SeenBand, outcome: Outcome): string {
  const { about, seen } = outcomes[outcome];
  return seen === null
    ? `about ${numeral(about)} of ${numeral(absences)}`
    : `${percentWithin(seen)} of ${numeral(seen.of)}`;
}

/** What the same leads saw while they were there; null for other bands. */
export function presentSentence({ present }: Band): string | null {
  if (present === null) return null;
  return `While such leads were present, it nearly stopped in about ${numeral(present.nearlyStopped)} of ${numeral(present.windows)} fortnights (${counted(present.repositories, 'project')}).`;
}

/** How the prior was made, and that it is one. */
export function priorSentence({ madeBy, study, own }: Band): string {
  const { pseudoAbsences, ownWeight, widened } = madeBy;
  const parts = [
    `drawn towards all ${numeral(study.absences)} absences of the study by ${numeral(pseudoAbsences)} absences nobody saw`,
  ];
  if (own.absences > 0)
    parts.push(`blended with ${counted(own.absences, 'own past absence')} at weight ${ownWeight.toFixed(2)}`);
  if (widened !== null) {
    parts.push(
      `its intervals made ${widened.factor.toFixed(2)} times as wide, because from D ${widened.from} on such intervals held less often than they promised`,
    );
  }
  return `The prior is what was seen, ${listed(parts)}.`;
}

/** D itself is uncertain: the other bands it could be in. Null when there is none. */
export function otherBandsSentence({ dependence, alsoPossible }: Band): string | null {
  if (alsoPossible.length === 0) return null;
  const there = alsoPossible.map(
    (other) => `${bandRange(other)} (nearly stopped in ${seenText(other, 'nearly-stopped')})`,
  );
  return `D is not sure: by the authors who were at work, ${dependence.low.toFixed(2)} to ${dependence.high.toFixed(2)}. It could also be ${listed(there, 'or')}.`;
}

/** The person's own past, as counts: evidence, and why it is no calibration. */
export function ownSentences({ own }: OutcomeBand, who: string): string[] {
  const { absences, outcomes, leftOut, needed } = own;
  const left = [
    leftOut.notTemporary > 0 ? `${numeral(leftOut.notTemporary)} not temporary` : '',
    leftOut.holidays > 0 ? `${numeral(leftOut.holidays)} touching 20 December to 4 January` : '',
    leftOut.othersAway > 0 ? `${numeral(leftOut.othersAway)} with two or more other key people away` : '',
    leftOut.otherDependence > 0
      ? `${numeral(leftOut.otherDependence)} when far more or far less passed through ${who} than now`
      : '',
    leftOut.notStudied > 0
      ? `${numeral(leftOut.notStudied)} with too little work of teammates, or too little history, before it`
      : '',
  ].filter(Boolean);
  const sentences = [
    absences === 0
      ? `No past absence of ${who} is like this one.`
      : `Of ${who}, ${counted(absences, 'past absence')} ${absences === 1 ? 'is' : 'are'} like this one: teammates' work nearly stopped in ${numeral(outcomes['nearly-stopped'])}, slowed in ${numeral(outcomes.slowed)} and went on as usual in ${numeral(outcomes.normal)}.`,
  ];
  if (left.length > 0) sentences.push(`Left out: ${listed(left)}.`);
  if (absences > 0 && needed.length > 0) {
    const enough = needed.map(({ drop, absences: count }) => `${numeral(count)} to see it drop by ${dropText(drop)}`);
    sentences.push(`That is evidence, not calibration: it takes about ${listed(enough)}.`);
  }
  return sentences;
}

const dropText = (drop: number): string => (drop === 0.5 ? 'half' : `${numeral(drop * 10)} tenths`);

/** What nobody may read into it. */
export function limitsSentence({ study }: OutcomeBand): string {
  const { foretelling } = study;
  const because =
    foretelling === null
      ? ''
      : ` (area under the curve ${foretelling.auc.toFixed(2)}, ${foretelling.low.toFixed(2)}–${foretelling.high.toFixed(2)}; 0.5 is chance)`;
  return `A prior, not a forecast: a single absence cannot be foretold${because}. Nothing here tells which change would wait, and it was not tested for a single week, for departures or for quality.`;
}

/** Who else may land this, and does anyone? Both branches, whatever is known of deputies. */
export function deputyQuestion(
  { ways: seen, study }: Band,
  who: string,
): Record<'question' | 'nobody' | 'somebody', string> {
  const { noOtherWay, someOtherWay, work } = seen;
  const question = 'Who else may land this, and does anyone?';
  if (noOtherWay + someOtherWay === 0) {
    return {
      question,
      nobody: `If nobody does: none of those ${counted(work, 'change')} is by an author who has no other way than ${who}.`,
      somebody: `If somebody does: it would hardly show, as their work lands without ${who} already.`,
    };
  }
  return {
    question,
    nobody: `If nobody does: of work like those ${counted(work, 'change')}, ${listed(ways(noOtherWay, someOtherWay, who))}.`,
    somebody: `If somebody does: ${study.byEye === null ? 'that work has a way in.' : `in ${lookedAt(study.byEye.words)}`}`,
  };
}

const ways = (none: number, fewer: number, who: string): string[] =>
  [
    none > 0 ? `${numeral(none)} had hardly any way in but ${who}` : '',
    fewer > 0 ? `${numeral(fewer)} had fewer ways in` : '',
  ].filter(Boolean);

/** Why there is no band. */
export function noneSentence({ why, grounds, work, least }: NoBand): string {
  const seen = `${counted(grounds.changes, 'change')} of teammates in 91 days`;
  switch (why) {
    case 'cut-off':
      return 'The clone is shallow and begins within the 182 days that this rests on: others may have landed before, and nobody can tell.';
    case 'few-changes':
      return `${seen}; from fewer than ${numeral(least.changes)} nothing is concluded.`;
    case 'little-work':
      return `${counted(work, 'change')} of teammates in 56 days; from fewer than ${numeral(least.work)} nothing is concluded.`;
    case 'hidden-landing': {
      const known = grounds.visibility === null ? 0 : Math.round(grounds.visibility.share * grounds.visibility.of);
      return `Who landed is known for ${numeral(known)} of ${counted(grounds.changes, "teammate's change", "teammates' changes")} in 91 days, and with fewer than ${numeral(least.visibility * 10)} in 10 nothing is concluded from landing.`;
    }
  }
}

/** Which evidence would give one. */
export function neededEvidence({ why }: NoBand): readonly string[] {
  if (why === 'cut-off') return ['The whole history: git fetch --unshallow.'];
  if (why !== 'hidden-landing') {
    return [
      'A longer history: another first day away (--from), with more work of teammates in the weeks before it.',
      'Further repositories of the same team (--repo).',
    ];
  }
  return [
    'Evidence of the forge: who pressed merge. A squash made by the forge hides it from git.',
    'Merge commits instead of squashes: git then keeps who merged.',
    'Another first day away (--from), before the squashes began, if there was such a time: of that time only.',
  ];
}
