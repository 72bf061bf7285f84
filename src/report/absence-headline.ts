import type { Absence } from '../domain/absence.ts';
import type { Inline } from '../domain/page.ts';
import type { Confidence } from '../domain/report.ts';
import { counted, listed, numeral, percentWithin } from '../domain/words.ts';
import { neededEvidence, noneSentence } from './band-words.ts';
import { moveSentence } from './move-words.ts';
import { findingSentences, unplannedSentence, value } from './moves.ts';
import { verdictWord } from './verdict-word.ts';

/**
 * The answer in one sentence: a first word that commits to no more than the evidence does, then what it rests on with its
 * interval. It tells what was seen, not what an absence does.
 */
export function headlineSentence(told: Pick<Absence, 'away' | 'outcome' | 'dependence' | 'nobodyElse'>): string {
  const { outcome, dependence, nobodyElse } = told;
  const who = listed(told.away.people);
  if (outcome.verdict === 'none' || dependence.dependence === null || dependence.gate === null) {
    return 'Not enough evidence to tell.';
  }
  const share = dependence.dependence;
  const lonely = nobodyElse.areas.length;
  const work = `${percentWithin(share)} of teammates' last ${counted(dependence.work, 'change')} depend on ${who}`;
  const where =
    share.share < 0.1 && lonely > 0
      ? `, and in ${numeral(lonely)} of ${counted(nobodyElse.areasSeen, 'area')} nobody else who is active lands`
      : '';
  return `${verdictWord(share.low > dependence.gate.low ? share : dependence.gate, lonely > 0)}: ${work}${where}.`;
}

/** Width of the interval of D from which it is not sure, and from which it is unsure, however many changes there are. */
const WIDE = 0.25;
const VERY_WIDE = 0.5;

/**
 * How sure the figures on what passes through the person are: by how much of landing is seen, by how much work stands
 * behind them, and by how wide the interval of D is, which few or uneven authors make wide.
 */
export function absenceSureness({ outcome, dependence }: Pick<Absence, 'outcome' | 'dependence'>): Confidence {
  const { visible, changes, work } = dependence;
  const known = `who landed is known for ${numeral(visible)} of teammates' ${counted(changes, 'change')} of 91 days, and ${counted(work, 'change')} of 56 days stand behind it`;
  const because = `${known[0]?.toUpperCase()}${known.slice(1)}.`;
  if (outcome.verdict === 'none') return { level: 'none', because: noneSentence(outcome) };
  const seen = visible / changes;
  const width = dependence.dependence === null ? 0 : dependence.dependence.high - dependence.dependence.low;
  const level = seen < 0.9 || work < 50 || width > VERY_WIDE ? 'low' : work < 200 || width > WIDE ? 'medium' : 'high';
  return {
    level,
    because: width > WIDE ? `${because} The interval is wide: the work of few authors decides it.` : because,
  };
}

/** What to do first, and what it would have changed; nothing of it is a forecast. */
export function firstStep({ moves, outcome }: Pick<Absence, 'moves' | 'outcome'>): {
  kind: 'move' | 'finding' | 'evidence' | 'nothing';
  text: Inline;
  effect: string | null;
} {
  const [move] = moves.moves;
  if (move !== undefined && moves.before !== null) {
    const effect = `Had it been so for the last half year, D would have been ${value(move.after)} instead of ${value(moves.before.share)}.`;
    return { kind: 'move', text: moveSentence(move, moves.away, moves.repositories.length > 1), effect };
  }
  if (outcome.verdict === 'none' && outcome.why === 'cut-off') {
    return { kind: 'evidence', text: neededEvidence(outcome)[0] ?? '', effect: null };
  }
  const [finding] = findingSentences(moves);
  if (outcome.verdict === 'none' && outcome.why === 'hidden-landing') {
    return { kind: 'evidence', text: LOOK_UP, effect: null };
  }
  if (finding !== undefined) return { kind: 'finding', text: finding, effect: null };
  if (outcome.verdict === 'none') return { kind: 'evidence', text: neededEvidence(outcome)[0] ?? '', effect: null };
  return { kind: 'nothing', text: unplannedSentence(moves) ?? NOTHING_TO_DO, effect: null };
}

/** Where a forge hides who landed. */
export const LOOK_UP = 'Look up on the forge who else may land changes, and say who does meanwhile.';
const NOTHING_TO_DO = 'As far as this history shows, nothing has to be done for it.';
