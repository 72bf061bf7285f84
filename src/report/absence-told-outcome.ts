import type { AbsenceTold } from '../domain/absence-told.ts';
import { OUTCOMES } from '../domain/outcome.ts';
import { counted } from '../domain/words.ts';
import {
  type Band,
  bandRange,
  deputyQuestion,
  limitsSentence,
  OUTCOME_LABELS,
  otherBandsSentence,
  ownSentences,
  presentSentence,
  priorSentence,
  seenSentence,
  seenText,
} from './band-words.ts';
import { surenessOf } from './bands.ts';

/** What absences of leads like this one did elsewhere: three outcomes, each with its interval and count; never one of them alone. */
export function tellOutcome(outcome: Band, who: string): NonNullable<AbsenceTold['outcome']> {
  const { band, own, prior, alsoPossible } = outcome;
  const other = otherBandsSentence(outcome);
  const present = presentSentence(outcome);
  const absences = `${counted(band.absences, 'absence')} of ${counted(band.repositories, 'project')} stand behind it`;
  return {
    sure: {
      level: surenessOf(outcome),
      because: `${absences[0]?.toUpperCase()}${absences.slice(1)}${alsoPossible.length > 0 ? ', and D is not sure enough to say that it lies in this band' : ''}; it comes from other projects.`,
    },
    range: bandRange(band),
    seen: seenSentence(outcome),
    rows: OUTCOMES.map((name) => ({
      outcome: name,
      label: OUTCOME_LABELS[name],
      seen: band.outcomes[name].seen,
      seenText: seenText(band, name),
      prior: prior[name],
      own: own.absences > 0 ? own.outcomes[name] : null,
    })),
    remarks: [...(present === null ? [] : [present]), ...(other === null ? [] : [other])],
    own: ownSentences(outcome, who),
    deputy: deputyQuestion(outcome, who),
    limits: [priorSentence(outcome), limitsSentence(outcome)],
  };
}
