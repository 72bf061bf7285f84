import { type Block, type PageColumn, quiet, strong, textBlock } from '../domain/page.ts';
import type { PastAbsence, PastAbsences } from '../domain/past-absence.ts';
import type { Confidence, Share } from '../domain/report.ts';
import { calendarDay, counted, numeral, percentWithin } from '../domain/words.ts';
import { evidenceLine } from './evidence-line.ts';
import { NOTHING } from './figures.ts';
import {
  absenceSentences,
  kindText,
  leftOutSentence,
  silencesSentence,
  steppedInText,
  workText,
} from './past-absence-words.ts';

const ROWS_SHOWN = 8;
const NAMES_SHOWN = 3;

/** The person's own past silences and teammates' work in them: in words, then one by one, newest first. */
export function pastAbsencesBlocks(past: PastAbsences, everything = false): Block[] {
  const { absences, person } = past;
  const shown = everything ? absences : absences.slice(0, ROWS_SHOWN);
  const rest = absences.length - shown.length;
  const leftOut = leftOutSentence(absences);
  const newest = absences.find(({ notCompared }) => notCompared === null);
  return [
    {
      kind: 'section',
      title: pastTitle(person),
      sure: pastSureness(absences),
      blocks: [
        textBlock(strong(silencesSentence(absences, person))),
        ...(leftOut === null ? [] : [textBlock(leftOut)]),
        ...(shown.length > 0 ? [table(shown, everything)] : []),
        ...(rest > 0 ? [textBlock(quiet(`${counted(rest, 'earlier silence')} not shown (--evidence).`))] : []),
        ...(everything
          ? shown.flatMap((absence) => detailBlocks(absence, person))
          : newest === undefined
            ? []
            : [textBlock(absenceSentences(newest, person, 'The last that can be compared, ').join(' '))]),
        ...(shown.length > 0 ? [textBlock(quiet(PAST_CAUTION))] : []),
      ],
    },
  ];
}

export const pastTitle = (person: string): string => `When ${person} was silent before`;

/** What the columns are, and what is not known. */
export const PAST_CAUTION =
  "Usual: teammates' changes per 14 days over the 56 days before; then what landed in the first 14 silent days. Silence is all that is seen: no commit, merge or review by them. Why is not known, and a single absence cannot be foretold from it.";

/** About 20 absences are needed to see teammates' work drop by a third, five to see it halved. */
export function pastSureness(absences: readonly PastAbsence[]): Confidence['level'] {
  const compared = absences.filter(({ notCompared }) => notCompared === null).length;
  return compared === 0 ? 'none' : compared < 20 ? 'low' : 'medium';
}

function table(absences: readonly PastAbsence[], everything: boolean): Block {
  const left = (label: string): PageColumn => ({ label, align: 'left', overflow: 'wrap' });
  const right = (label: string): PageColumn => ({ label, align: 'right', overflow: 'elide' });
  return {
    kind: 'table',
    columns: [
      right('silent from'),
      right('seen again'),
      right('weekdays'),
      left('then'),
      left('usual → landed'),
      left('stepped in'),
    ],
    rows: absences.map((absence) => [
      calendarDay(absence.from),
      absence.to === null ? NOTHING : calendarDay(absence.to),
      numeral(absence.businessDays),
      kindText(absence),
      workText(absence),
      steppedInText(absence, everything ? undefined : NAMES_SHOWN),
    ]),
  };
}

function detailBlocks(absence: PastAbsence, who: string): Block[] {
  const { steppedIn, back } = absence;
  return [
    textBlock(`${absenceSentences(absence, who).join(' ')} ${gateSentence(absence, who)}`),
    ...evidenceLine('Landed in the first 14 days', absence.evidence, absence.evidenceTotal, true),
    ...evidenceLine('Landed by who stepped in', steppedIn.evidence, steppedIn.evidenceTotal, true),
    ...(back === null ? [] : evidenceLine(`Landed by ${who} once back`, back.evidence, back.evidenceTotal, true)),
  ];
}

/** What passed through the person then. */
export function gateSentence({ visibility, gate, dependence }: PastAbsence, who: string): string {
  if (visibility === null) return 'No change of a teammate had landed in the 91 days before.';
  const known = `Who had landed was known for ${of(visibility)}`;
  if (gate === null) return `${known}: too little to conclude anything from.`;
  const then =
    dependence === null
      ? ''
      : `; D was ${dependence.share.toFixed(2)} (${dependence.low.toFixed(2)}–${dependence.high.toFixed(2)}) of ${counted(dependence.of, 'change')}`;
  return `${known}; ${who} had landed ${of(gate)} of teammates${then}.`;
}

const of = (share: Share): string => `${percentWithin(share)} of ${counted(share.of, 'change')}`;
