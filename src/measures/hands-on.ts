import type { Measure } from '../domain/measure.ts';
import { people } from '../domain/report.ts';
import { counted, numeral, percentWithin } from '../domain/words.ts';
import { HISTORY, newest } from './fragments.ts';
import {
  atMost,
  confidence,
  ENOUGH,
  evidenceOf,
  type History,
  leadName,
  levelByCount,
  type NewestRows,
} from './grounds.ts';
import { HOLDER_FORMULA, HOLDER_PARAMETERS, HOLDERS } from './holders.ts';
import { HANDLED, SPARE } from './own-work.ts';
import { wilson } from './statistics.ts';

interface EventRow extends History {
  readonly event: keyof typeof EVENTS | null;
  readonly events: number;
  readonly helpers: readonly string[] | null;
  readonly evidence: NewestRows;
}

/** What the row is called that holds the changes of the lead's own that others could own. */
export const COULD_BE_OWNED = '  of these, in areas others know';

const EVENTS = {
  product: 'product changes authored',
  spare: COULD_BE_OWNED,
  other: 'other changes authored (documentation, configuration, …)',
  review: "others' changes reviewed",
  landing: "others' changes landed",
  release: 'releases made',
} as const;

/** How much of what the lead visibly does is writing product code, and how much of that others could do. */
export const handsOn: Measure<EventRow> = {
  id: 'hands-on',
  title: 'Hands-on share',
  question: "What share of the lead's visible work is writing product code, and what of it could others own?",
  meaning:
    "How much of the lead's visible work is writing product code; what of it others could own is the part to give away first.",
  formula:
    "The lead's events in the window that author a change of product files (source or tests), over all events of theirs the " +
    'evidence shows. Each change they had a part in is one event: as its author, else as reviewer (approval or test), else as ' +
    'who signed it off or landed it; each release they made is one; changes of bots that they passed on are among them. Others could own: authored product changes all of whose ' +
    `areas another active person knows. ${HOLDER_FORMULA}`,
  misleads:
    'Shares of events, never of hours: an event may be a minute or a month. Meetings, chats, design and reviews on a forge are ' +
    'not seen, so the share comes out too high from git alone. "Could own" is knowledge, not time or will.',
  source: 'Fortnight, shared definition "hands-on share". Interval: Wilson 1927.',
  subject: 'lead',
  figureKind: 'share',
  reads: [
    'repositories',
    'people',
    'commits',
    'commit_authors',
    'changes',
    'change_authors',
    'change_areas',
    'reviews',
    'releases',
  ],
  needsLead: true,
  parameters: HOLDER_PARAMETERS,
  columns: [
    { key: 'event', label: 'What', kind: 'text', doc: 'Kind of event.' },
    { key: 'events', label: 'Events', kind: 'count', doc: "The lead's, in the window." },
    { key: 'share', label: 'Share', kind: 'share', doc: 'Of all events; "others could own" of the product changes.' },
    { key: 'helpers', label: 'Who knows these areas', kind: 'people', doc: 'Active people who know an area of them.' },
  ],
  sql: `
WITH ${HISTORY}, ${HOLDERS}, ${HANDLED}, ${SPARE},
made AS (
  SELECT repository, name, commit_id, released_at FROM releases
  WHERE releaser = $lead AND released_at >= $since AND released_at < $until
),
events AS (
  SELECT event, count(*) AS events, NULL AS helpers, ${newest('landed_at', 'change')} AS evidence FROM handled GROUP BY event
  UNION ALL
  SELECT 'spare', count(*), list_distinct(flatten(list(names))), ${newest('landed_at', 'change')} FROM spare
  UNION ALL
  SELECT 'release', count(*), NULL, ${newest('released_at', 'name')} FROM made
)
SELECT e.*, h.* FROM history h CROSS JOIN events e ORDER BY e.event`,
  conclude(rows, context) {
    const lead = leadName(context);
    const of = (event: keyof typeof EVENTS): EventRow | undefined => rows.find((row) => row.event === event);
    const all = rows.reduce((sum, row) => sum + (row.event === 'spare' ? 0 : row.events), 0);
    const [history] = rows;
    if (history === undefined || all === 0) {
      return {
        answer: `Not enough evidence: no event of ${lead} is seen in this window.`,
        figure: null,
        rows: [],
        confidence: { level: 'none', because: `No event of ${lead} is seen in this window.` },
      };
    }
    const product = of('product')?.events ?? 0;
    const spare = of('spare')?.events ?? 0;
    const passing = (of('review')?.events ?? 0) + (of('landing')?.events ?? 0);
    const sure = confidence(
      atMost(levelByCount(all), 'medium'),
      `it rests on ${counted(all, 'event')} that git shows; ${passing === 0 ? 'no review or landing of others’ work is among them, and reviews' : 'reviews'} on a forge and work outside git are not seen`,
      history,
      'window',
    );
    const share = wilson(product, all);
    return {
      answer:
        sure.level === 'none' || share === null
          ? `Not enough evidence: only ${counted(all, 'event')} of ${lead} ${all === 1 ? 'is' : 'are'} seen, below ${ENOUGH}.`
          : `Of ${numeral(all)} things git shows ${lead} doing, ${numeral(product)} ${product === 1 ? 'was' : 'were'} writing product code: ${percentWithin(share)}${product > 0 ? `; ${othersCould(spare, product)}` : ''}.`,
      figure: sure.level === 'none' ? null : share,
      rows: (Object.keys(EVENTS) as (keyof typeof EVENTS)[]).map((event) => {
        const row = of(event);
        const events = row?.events ?? 0;
        return {
          cells: {
            event: EVENTS[event],
            events,
            share: event === 'spare' ? wilson(events, product) : wilson(events, all),
            helpers: people(row?.helpers ?? []),
          },
          evidence: evidenceOf(row?.evidence ?? null, event === 'release' ? 'release' : 'change'),
          evidenceTotal: events,
        };
      }),
      confidence: sure,
    };
  },
};

function othersCould(spare: number, product: number): string {
  if (spare === 0) return 'for none of those does another active person know every area touched';
  return `for ${spare === product ? 'each' : numeral(spare)} of those ${numeral(product)}, another active person knows every area touched`;
}
