import type { AreaCover, Handover, HandoverAnswer, HandoverItem, Pointer, WrittenPlan } from '../domain/handover.ts';
import {
  type Block,
  command,
  type Inline,
  type Page,
  quiet,
  type Span,
  span,
  strong,
  textBlock,
} from '../domain/page.ts';
import { counted, listed } from '../domain/words.ts';
import { NOTHING } from './figures.ts';
import {
  evidenceWords,
  HEADINGS,
  moreWords,
  seenWords,
  spanWords,
  titleWords,
  whenWords,
  whoWords,
  withCommands,
} from './handover-words.ts';

/** The plan for an absence on a screen: what to do first, what helps whoever covers below. */
export function handoverPage({ plan, written }: HandoverAnswer, everything = false): Page {
  const blocks: Block[] = [
    { kind: 'headline', left: strong(titleWords(plan)), right: quiet(spanWords(plan)) },
    ...(written === null ? [] : writtenBlocks(written)),
  ];
  const text = (item: HandoverItem) => itemText(item, everything);
  const first = plan.first.map(text);
  blocks.push(
    first.length === 0
      ? textBlock(nothingWords(plan))
      : { kind: 'section', title: HEADINGS.first, sure: null, blocks: [{ kind: 'list', items: first }] },
  );
  if (written === null) blocks.push(...rest(plan, everything));
  return { blocks };
}

/** An empty list is no clean bill: it says what was looked at. */
export const nothingWords = ({ landing: { changes } }: Handover): string =>
  changes === 0
    ? 'No change of a teammate landed in the last 13 weeks: the history names nobody to hand over to.'
    : 'As far as this history shows, nothing has had the one away alone.';

function rest(plan: Handover, everything: boolean): Block[] {
  return [
    ...section(
      HEADINGS.further,
      plan.further.map((item) => itemText(item, everything)),
    ),
    {
      kind: 'section',
      title: HEADINGS.timeline,
      sure: null,
      blocks: [
        {
          kind: 'facts',
          rows: plan.timeline.map((step) => ({
            label: `${whenWords(step, plan)}, ${step.day}`,
            value: withCommands(step.text),
          })),
        },
      ],
    },
    ...(everything ? plan.areas.map(areaBlock) : areasSection(plan)),
    ...aloneSection(plan),
    ...section(HEADINGS.notes, [seenWords(plan), ...plan.notes].map(withCommands)),
    textBlock([
      quiet('As a list to tick, kept when it is written again: '),
      command(`fortnight handover --from ${plan.from} --days ${plan.days} --output handover.md`),
    ]),
  ];
}

/** Who could cover what; what they would have to read is in the file, or shown with all evidence. */
function areasSection({ areas }: Handover): Block[] {
  if (areas.length === 0) return [];
  const learners = areas.some(({ elsewhere }) => elsewhere.people.length > 0);
  const left = (label: string) => ({ label, align: 'left', overflow: 'wrap' }) as const;
  const blocks: Block[] = [
    {
      kind: 'table',
      columns: [
        { label: 'area', align: 'left', overflow: 'elide' },
        left('could cover'),
        ...(learners ? [left('would have to learn it')] : []),
      ],
      rows: areas.map(({ area, cover, elsewhere }) => [
        area,
        cover.people.length > 0 ? cover.people.join(', ') : span('warn', 'nobody active has worked there'),
        ...(learners ? [elsewhere.people.length > 0 ? elsewhere.people.join(', ') : quiet(NOTHING)] : []),
      ]),
    },
    textBlock([
      quiet('What was decided, often changed, repaired and landed last in each: add '),
      command('--evidence'),
      quiet(', or write the file.'),
    ]),
  ];
  return [{ kind: 'section', title: HEADINGS.areas, sure: null, blocks }];
}

/** In one sentence: areas that need nothing are no list to work through. */
function aloneSection({ alone }: Handover): Block[] {
  if (alone.length === 0) return [];
  const areas = alone.map(({ area, changes, without }) => `${area} (${without} of ${changes} changes)`);
  const text = `Went on without you in the last 13 weeks: ${listed(areas)}. Nothing to do there.`;
  return [{ kind: 'section', title: HEADINGS.alone, sure: null, blocks: [textBlock(text)] }];
}

const section = (title: string, items: readonly Inline[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'section', title, sure: null, blocks: [{ kind: 'list', items }] }];

/** What to do, why, who could, and the newest evidence. */
export function itemText(item: HandoverItem, everything: boolean): Inline {
  const who = whoWords(item);
  const ids = item.evidence.slice(0, everything ? undefined : 2).map(evidenceWords);
  return [
    strong(item.text),
    ` ${item.because}`,
    ...(who === '' ? [] : [` ${who}`]),
    quiet(` (${ids.join(', ')}${moreWords(ids.length, item.evidenceTotal)})`),
  ];
}

function areaBlock(area: AreaCover): Block {
  const { people } = area.cover;
  const rows: { label: string; value: Inline }[] = [
    {
      label: 'Could cover',
      value: people.length > 0 ? people.join(', ') : 'of everybody active, the one away alone has worked here',
    },
  ];
  const add = (label: string, pointers: readonly Pointer[]) => {
    if (pointers.length > 0) rows.push({ label, value: pointers.flatMap(pointerText) });
  };
  if (area.elsewhere.people.length > 0) rows.push({ label: 'Would learn it', value: area.elsewhere.people.join(', ') });
  add('Decided', area.decisions);
  add('Often changed', area.hotFiles);
  add('Repaired', area.repairs);
  add('Landed last', area.recent);
  return { kind: 'section', title: `${HEADINGS.areas} ${area.area}`, sure: null, blocks: [{ kind: 'facts', rows }] };
}

function pointerText({ title, note, evidence }: Pointer, i: number): (string | Span)[] {
  const id = evidenceWords(evidence);
  const notes = [note, title === id ? '' : id].filter((text) => text !== '').join(', ');
  return [`${i === 0 ? '' : '; '}${title}`, quiet(` (${notes})`)];
}

function writtenBlocks({ file, calendar, added, refreshed, dropped, kept, removed }: WrittenPlan): Block[] {
  const done = [
    added > 0 ? `${counted(added, 'line')} written` : '',
    refreshed > 0 ? `${counted(refreshed, 'line')} brought up to date` : '',
    dropped > 0
      ? `${counted(dropped, 'line')} taken out, because nothing supports ${dropped === 1 ? 'it' : 'them'} any more`
      : '',
    kept > 0 ? `${counted(kept, 'line')} of yours left as ${kept === 1 ? 'it is' : 'they are'}` : '',
    removed > 0
      ? `${counted(removed, 'line')} you took out left out (--restore brings ${removed === 1 ? 'it' : 'them'} back)`
      : '',
  ].filter((text) => text !== '');
  return [
    textBlock([strong(file), `: ${done.length === 0 ? 'nothing has changed' : done.join('; ')}.`]),
    ...(calendar === null ? [] : [textBlock(['Calendar: ', strong(calendar)])]),
  ];
}
