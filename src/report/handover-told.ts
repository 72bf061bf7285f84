import type { Pieces } from '../domain/absence-told.ts';
import type { Handover } from '../domain/handover.ts';
import { type Inline, strong } from '../domain/page.ts';
import { itemText, nothingWords } from './handover.ts';
import { HEADINGS, seenWords, whenWords, withCommands } from './handover-words.ts';
import { piecesOf } from './pieces.ts';

/** A plan as headings and the sentences under them, for surfaces that lay it out themselves; in the words of the terminal. */
export function tellHandover(plan: Handover): { title: string; items: Pieces[] }[] {
  const section = (title: string, items: readonly Inline[]) =>
    items.length === 0 ? [] : [{ title, items: items.map(piecesOf) }];
  return [
    ...section(
      HEADINGS.first,
      plan.first.length === 0 ? [nothingWords(plan)] : plan.first.map((item) => itemText(item, false)),
    ),
    ...section(
      HEADINGS.further,
      plan.further.map((item) => itemText(item, false)),
    ),
    ...section(
      HEADINGS.timeline,
      plan.timeline.map((step) => [strong(`${whenWords(step, plan)}, ${step.day}`), ': ', ...withCommands(step.text)]),
    ),
    ...section(
      HEADINGS.areas,
      plan.areas.map(({ area, cover }) => [
        strong(area),
        cover.people.length > 0 ? `: ${cover.people.join(', ')}.` : ': nobody else active has worked there.',
      ]),
    ),
    ...section(
      HEADINGS.notes,
      [seenWords(plan), ...plan.notes].map((note) => [...withCommands(note)]),
    ),
  ];
}
