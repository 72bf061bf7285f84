import type { AbsenceTold } from '../domain/absence-told.ts';
import type { PastAbsence, PastAbsences } from '../domain/past-absence.ts';
import type { Confidence } from '../domain/report.ts';
import { counted } from '../domain/words.ts';
import {
  absenceSentences,
  kindText,
  LEFT_OUT,
  leftOutSentence,
  silencesSentence,
  spanText,
  steppedInText,
  workText,
} from './past-absence-words.ts';
import { gateSentence, PAST_CAUTION, pastSureness, pastTitle } from './past-absences.ts';

/** The person's own past silences, all of them together and one by one. */
export function tellPast({ absences, person }: PastAbsences): AbsenceTold['past'] {
  return {
    title: pastTitle(person),
    text: silencesSentence(absences, person),
    leftOut: leftOutSentence(absences),
    caution: PAST_CAUTION,
    sure: pastConfidence(absences),
    absences: absences.map((absence) => ({
      from: absence.from,
      days: spanText(absence),
      kind: kindText(absence),
      work: workText(absence),
      steppedIn: absence.steppedIn.people,
      nobodyStepped: absence.steppedIn.people.people.length === 0 ? steppedInText(absence) : null,
      notCompared: absence.notCompared === null ? null : LEFT_OUT[absence.notCompared],
      sentences: [...absenceSentences(absence, person), gateSentence(absence, person)],
    })),
  };
}

function pastConfidence(absences: readonly PastAbsence[]): Confidence {
  const level = pastSureness(absences);
  const compared = absences.filter(({ notCompared }) => notCompared === null).length;
  return {
    level,
    because:
      level === 'none'
        ? 'No silence that can be compared is seen.'
        : `${counted(compared, 'silence')} can be compared: about five are needed to see work halved, twenty to see it drop by a third.`,
  };
}
