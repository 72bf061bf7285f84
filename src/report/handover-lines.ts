import type { AreaCover, Handover, HandoverItem, Pointer } from '../domain/handover.ts';
import { command, type Inline, type Span, strong } from '../domain/page.ts';
import type { ChecklistLine } from './checklist.ts';
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
import { inline } from './markdown.ts';

/** A plan as the lines of its file: what can be ticked first, everything else below. */
export function handoverLines(plan: Handover): readonly ChecklistLine[] {
  const lines = [
    line('title', '# ', `${titleWords(plan)}: ${spanWords(plan)}`),
    line('about', '', [
      'Tick, reword, add and take out what you like: the same command brings the rest up to date and leaves yours as it is.',
    ]),
    ...section('first', plan.first.map(itemLine)),
    ...section('further', plan.further.map(itemLine)),
    ...section(
      'timeline',
      plan.timeline.map((step) =>
        line(`timeline/${step.step}`, '- [ ] ', [
          strong(`${whenWords(step, plan)}, ${step.day}`),
          ': ',
          ...withCommands(step.text),
        ]),
      ),
    ),
    ...section('areas', plan.areas.flatMap(areaLines)),
    ...section(
      'alone',
      plan.alone.map((one) =>
        line(one.id, '- ', [
          strong(one.area),
          `: ${one.without} of the ${one.changes} changes of the last 13 weeks went without you; nothing to do here.`,
          ...evidenceSpans(one.evidence, one.without),
        ]),
      ),
    ),
    ...section(
      'notes',
      [seenWords(plan), ...plan.notes].map((note) =>
        line(`note/${note.split(' ').slice(0, 4).join(' ')}`, '- ', withCommands(note)),
      ),
    ),
  ];
  return unique(lines);
}

const line = (id: string, lead: ChecklistLine['lead'], text: Inline): ChecklistLine => ({
  id,
  lead,
  text: inline(text),
});

function section(key: keyof typeof HEADINGS, lines: readonly ChecklistLine[]): readonly ChecklistLine[] {
  return lines.length === 0 ? [] : [line(`section/${key}`, '## ', HEADINGS[key]), ...lines];
}

function itemLine(item: HandoverItem): ChecklistLine {
  const who = whoWords(item);
  return line(item.id, '- [ ] ', [
    strong(item.text.replace(/\.$/, '')),
    `. ${item.because}`,
    ...(who === '' ? [] : [` ${who}`]),
    ...evidenceSpans(item.evidence, item.evidenceTotal),
  ]);
}

/** In a list to tick; `--evidence` on the screen and `--json` show what is kept. */
const EVIDENCE_SHOWN = 3;

function evidenceSpans(evidence: HandoverItem['evidence'], total: number): (string | Span)[] {
  const ids = evidence.slice(0, EVIDENCE_SHOWN).map(evidenceWords);
  return [
    ' (',
    ...ids.flatMap((id, i) => (i === 0 ? [command(id)] : [', ', command(id)])),
    `${moreWords(ids.length, total)})`,
  ];
}

function areaLines(area: AreaCover): ChecklistLine[] {
  const { people } = area.cover;
  const cover =
    people.length > 0
      ? `Could cover: ${people.join(', ')}.`
      : 'Of everybody active, the one away alone has worked here.';
  const learn = area.elsewhere.people.length > 0 ? ` Would have to learn it: ${area.elsewhere.people.join(', ')}.` : '';
  return [
    line(area.id, '### ', area.area),
    line(`${area.id}/cover`, '- ', cover + learn),
    ...pointerLine(area, 'decisions', 'Decided', area.decisions),
    ...pointerLine(area, 'hot', 'Often changed lately', area.hotFiles),
    ...pointerLine(area, 'repairs', 'Repaired lately', area.repairs),
    ...pointerLine(area, 'recent', 'Landed last', area.recent),
  ];
}

function pointerLine(area: AreaCover, key: string, label: string, pointers: readonly Pointer[]): ChecklistLine[] {
  if (pointers.length === 0) return [];
  const parts = pointers.flatMap((pointer, i): (string | Span)[] => [i === 0 ? ' ' : '; ', ...pointerSpans(pointer)]);
  return [line(`${area.id}/${key}`, '- ', [`${label}:`, ...parts])];
}

function pointerSpans({ title, note, evidence }: Pointer): (string | Span)[] {
  const id = evidenceWords(evidence);
  const notes = note === '' ? '' : `${note}, `;
  return title === id ? [title, ...(note === '' ? [] : [` (${note})`])] : [title, ` (${notes}`, command(id), ')'];
}

/** Two matters with one id (branches of one name in two clones) are told apart by their place. */
function unique(lines: readonly ChecklistLine[]): readonly ChecklistLine[] {
  const times = new Map<string, number>();
  return lines.map((one) => {
    const time = (times.get(one.id) ?? 0) + 1;
    times.set(one.id, time);
    return time === 1 ? one : { ...one, id: `${one.id}/${time}` };
  });
}
