import type { ChangePage } from '../domain/change-page.ts';
import type { Setting } from '../domain/setting.ts';
import type { Row } from '../domain/tables.ts';

/** What decides in which figures a change counts. */
export interface Counted {
  /** The lead is among the authors. */
  readonly by_lead: boolean;
  /** Somebody other than the lead approved it or signed it off. */
  readonly is_approved: boolean;
}

type Sentence = NonNullable<ChangePage['change']>['counts'][number];

const SQUASHED = 'A squash hides when its work began and was last touched: left out of lead time and waiting.';
const DIRECT = 'It landed directly and waited for nobody: left out of lead time and waiting.';

/** Which figures of the window a change counts in, and as what. It repeats the measures' first conditions, no figure. */
export function countsOfChange(row: Row<'changes'> & Counted, { window, lead }: Setting): Sentence[] {
  const none = (sentence: string): Sentence[] => [{ measure: null, sentence }];
  if (row.landed_at === null) return none('When it landed is not known, so no figure counts it.');
  if (row.landed_at < window.since || row.landed_at >= window.until)
    return none('It landed outside the window, so its figures do not count it; knowledge does, faded.');
  if (!row.is_human) return none('No person is among its authors, so figures about the team leave it out.');
  const sentences: Sentence[] = [];
  if (lead.person !== null && lead.name !== null && !row.by_lead) {
    if (row.lander === null) {
      sentences.push({ measure: 'gate', sentence: "A teammate's change whose lander is not known." });
    } else if (row.lander === lead.person && !row.is_approved) {
      sentences.push({ measure: 'gate', sentence: `A teammate's change that landed through ${lead.name} alone.` });
    } else {
      sentences.push({
        measure: 'gate',
        sentence: `A teammate's change that somebody else than ${lead.name} is seen landing or approving.`,
      });
    }
  }
  if (lead.name !== null && row.by_lead) {
    sentences.push({ measure: 'hands-on', sentence: `${lead.name} is among its authors.` });
  }
  if (row.route === 'squash') return [...sentences, { measure: 'lead-time', sentence: SQUASHED }];
  if (row.route === 'direct') return [...sentences, { measure: 'waiting', sentence: DIRECT }];
  if (row.began_at !== null) sentences.push({ measure: 'lead-time', sentence: 'Its lead time counts.' });
  if (row.worked_at !== null) sentences.push({ measure: 'waiting', sentence: 'The time it waited counts.' });
  return sentences;
}
