import type { Report, Share } from '../domain/report.ts';
import type { Lead } from '../domain/setting.ts';
import { counted, numeral } from '../domain/words.ts';
import { isMuch, verdictWord } from '../report/verdict-word.ts';

/** How a measure without a figure begins its answer. */
const NOT_ENOUGH = 'Not enough evidence: ';

/** The answer as it is told: what decides it, then what stands beside that (empty: nothing). */
export interface Verdict {
  readonly headline: string;
  readonly beside: string;
}

/**
 * The answer to the headline question: a first word that commits to no more than the evidence does, then the counts it
 * rests on. There is no number for the whole, because no such number means anything.
 *
 * Only what passes through the lead can make it doubtful, and without it there is no verdict: that, and not who knows
 * what, went with teammates' work slowing while a lead was away, and even that foretells no single absence. Areas are
 * told beside it, and only those that hang on the lead: one that only a teammate knows does not need the lead.
 */
export function verdict(reports: readonly Report[], lead: Lead, activeAreas: number): Verdict {
  const find = (measure: string) => reports.find((r) => r.measure === measure && r.confidence.level !== 'none');
  const [gate, known, cover] = [find('gate'), find('known-to-one'), find('cover')];
  if (lead.name === null) return { headline: 'Not enough evidence to say.', beside: lead.reason };
  if (gate === undefined && known === undefined && cover === undefined) {
    return { headline: 'Not enough evidence to say.', beside: 'fortnight doctor says what is missing.' };
  }
  const areas = [knownFinding(known, activeAreas), coverFinding(cover)].filter((finding) => finding !== null);
  const seen = areas.map(({ words }) => words).join('; ');
  const share = typeof gate?.figure === 'object' ? gate.figure : null;
  if (gate === undefined || share === null) {
    const said = reports.find((r) => r.measure === 'gate')?.answer ?? '';
    const hidden = said.startsWith(NOT_ENOUGH) ? said.slice(NOT_ENOUGH.length) : 'who landed is not known.';
    return {
      headline: `Cannot be told from git alone: ${hidden}`,
      beside: seen === '' ? '' : `What can be seen: ${seen}.`,
    };
  }
  const passing = passingFinding(share, lead.name);
  const isWorry = passing.isWorry || areas.some((finding) => finding.isWorry);
  return {
    headline: `${verdictWord(share, isWorry)}: ${passing.words}.`,
    beside: `${seen === '' ? '' : `${capitalised(seen)}. `}No single absence can be foretold from this.`,
  };
}

/** All of it, where it is read as one text. */
export function verdictText({ headline, beside }: Verdict): string {
  return [headline, beside].filter((part) => part !== '').join(' ');
}

const capitalised = (words: string): string => `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;

interface Finding {
  readonly words: string;
  readonly isWorry: boolean;
}

function passingFinding(share: Share, who: string): Finding {
  const through = Math.round(share.share * share.of);
  return {
    words: `${numeral(through)} of ${counted(share.of, "teammate's change", "teammates' changes")} whose lander is known landed through ${who} and nobody else`,
    isWorry: isMuch(share),
  };
}

function knownFinding(known: Report | undefined, activeAreas: number): Finding | null {
  if (known === undefined) return null;
  const alone = known.rows.filter((row) => row.cells.is_lead === 'yes').length;
  const areas = counted(activeAreas, 'active area');
  return {
    words: `${alone === 0 ? 'none' : numeral(alone)} of ${areas} ${alone > 1 ? 'are' : 'is'} known to the lead alone`,
    isWorry: alone > 0,
  };
}

function coverFinding(cover: Report | undefined): Finding | null {
  if (cover === undefined || typeof cover.figure !== 'number') return null;
  const [lacking, all] = [cover.figure, cover.rows.length];
  const areas = `${counted(all, 'area')} the lead works in`;
  const words =
    lacking > 0
      ? `${numeral(lacking)} of ${areas} ${lacking === 1 ? 'has' : 'have'} nobody else active who has worked there`
      : `${all === 1 ? 'the one area the lead works in' : `each of ${areas}`} has somebody else active who has worked there`;
  return { words, isWorry: lacking > 0 };
}
