import { OUTCOMES } from '../domain/outcome.ts';
import type { OutcomeBand } from '../domain/outcome-band.ts';
import { type Block, type PageColumn, quiet, strong, textBlock } from '../domain/page.ts';
import type { Confidence } from '../domain/report.ts';
import { numeral, percentWithin } from '../domain/words.ts';
import {
  type Band,
  bandRange,
  dependenceSentence,
  deputyQuestion,
  limitsSentence,
  type NoBand,
  neededEvidence,
  noneSentence,
  OUTCOME_LABELS,
  otherBandsSentence,
  ownSentences,
  presentSentence,
  priorSentence,
  seenSentence,
  seenText,
  studySentence,
  throughSentences,
  visibilitySentence,
} from './band-words.ts';

/** Fewer absences behind a band than this, and its figures are unsure. */
const ENOUGH_ABSENCES = 100;

/** What absences of leads like this one did in the study, and a prior for this one: a section of the page of an absence. */
export function bandSection(band: OutcomeBand, who: string): Block {
  return {
    kind: 'section',
    title: band.verdict === 'none' ? 'No outcome band' : 'What absences of leads like this did',
    sure: surenessOf(band),
    blocks: band.verdict === 'none' ? noBandBlocks(band, who) : bandBlocks(band, who),
  };
}

/** Never sure: a prior from other projects. */
export function surenessOf(band: OutcomeBand): Confidence['level'] {
  if (band.verdict === 'none') return 'none';
  return band.band.absences >= ENOUGH_ABSENCES && band.alsoPossible.length === 0 ? 'medium' : 'low';
}

function bandBlocks(band: Band, who: string): Block[] {
  const { question, nobody, somebody } = deputyQuestion(band, who);
  const present = presentSentence(band);
  const other = otherBandsSentence(band);
  return [
    textBlock([...throughSentences(band, who), dependenceSentence(band, who), visibilitySentence(band, who)].join(' ')),
    outcomeTable(band),
    textBlock(
      [seenSentence(band), ...(present === null ? [] : [present]), ...(other === null ? [] : [other])].join(' '),
    ),
    textBlock(ownSentences(band, who).join(' ')),
    textBlock(strong(question)),
    { kind: 'list', items: [nobody, somebody] },
    textBlock(quiet(`${priorSentence(band)} ${limitsSentence(band)}`)),
  ];
}

/** Ten seconds: three outcomes, what was seen, the prior. Fits 80 columns. */
function outcomeTable(band: Band): Block {
  const right = (label: string): PageColumn => ({ label, align: 'right', overflow: 'elide' });
  return {
    kind: 'table',
    columns: [
      { label: "two weeks' work, of usual", align: 'left', overflow: 'wrap' },
      right(`seen, ${bandRange(band.band)}`),
      right('prior'),
    ],
    rows: OUTCOMES.map((outcome) => [
      OUTCOME_LABELS[outcome],
      seenText(band.band, outcome),
      strong(`${percentWithin(band.prior[outcome])} of ${numeral(band.prior[outcome].of)}`),
    ]),
  };
}

function noBandBlocks(band: NoBand, who: string): Block[] {
  return [
    textBlock(strong(noneSentence(band))),
    textBlock('What would give one:'),
    { kind: 'list', items: [...neededEvidence(band)] },
    textBlock(ownSentences(band, who).join(' ')),
  ];
}

/** The answer in a few sentences: what passes through the person, what was seen for leads like that, how much is seen. */
export function bandAnswer(band: OutcomeBand, who: string): string {
  if (band.verdict === 'none') return noneSentence(band);
  return [...throughSentences(band, who), studySentence(band), visibilitySentence(band, who)].join(' ');
}
