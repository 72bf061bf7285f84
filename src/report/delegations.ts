import type { DelegationAnswer, DelegationCalendar, DelegationList, DelegationTold } from '../domain/delegations.ts';
import { type Block, command, type Inline, type Page, quiet, span, strong, textBlock } from '../domain/page.ts';
import { calendarDay, counted } from '../domain/words.ts';
import { alertItems, clockWords, notesBlocks, sightingBlocks } from './delegation-words.ts';
import { NOTHING } from './figures.ts';

/** The board: what the lead owes first, then what is open. */
export function delegationListPage(list: DelegationList, everything: boolean): Page {
  const { alerts, delegations, notes, today } = list;
  const open = delegations.filter(({ record }) => record.isOpen).length;
  return {
    blocks: [
      { kind: 'headline', left: strong('Delegations'), right: quiet(`${open} open · ${today}`) },
      ...(alerts.length === 0
        ? []
        : [
            {
              kind: 'section',
              title: 'About you',
              sure: null,
              blocks: [{ kind: 'list', items: alertItems(alerts, everything) }],
            } as const,
          ]),
      ...(delegations.length === 0
        ? [textBlock(['Nothing is given away. What could be: ', command('fortnight delegate suggest'), '.'])]
        : delegations.map(boardSection)),
      ...notesBlocks(notes),
    ],
  };
}

/** One on the board: its clocks in a line, and the last of it that landed: a change to look at, never how many there were. */
function boardSection(told: DelegationTold): Block {
  const { record, to, clock, nextCheckIn, progress } = told;
  const [problem] = record.problems;
  const [last] = progress?.changes ?? [];
  return {
    kind: 'section',
    title: record.title,
    sure: null,
    blocks: [
      textBlock([
        to ?? 'nobody named',
        record.isOpen ? ', due ' : `, ${record.status ?? 'in an unknown state'}, `,
        clockWords(clock),
        ...(nextCheckIn === null ? [] : [`; next check-in ${nextCheckIn}`]),
        quiet(`; ${record.id}`),
      ]),
      ...(problem === undefined ? [] : [textBlock(span('warn', `${record.path}:${problem.line} ${problem.message}`))]),
      ...(progress === null
        ? []
        : [
            textBlock(
              last === undefined
                ? quiet(progress.because)
                : [quiet(`Landed last, ${calendarDay(last.landedAt)}: `), last.title],
            ),
          ]),
    ],
  };
}

/** One of them, whole. */
export function delegationPage({ did, delegation }: DelegationAnswer, everything: boolean): Page {
  const { record, to, level, clock, nextCheckIn, checkIns, unsaid, progress, takenBack, alerts } = delegation;
  const { fields } = record;
  const said = (label: string, value: unknown) =>
    typeof value === 'string'
      ? [{ label, value }]
      : Array.isArray(value) && value.length > 0
        ? [{ label, value: value.join(', ') }]
        : [];
  const talked = checkIns.filter(({ held }) => held !== null);
  return {
    blocks: [
      ...(did === null ? [] : [textBlock(did)]),
      { kind: 'headline', left: strong(record.title), right: quiet(`${record.status ?? ''} · ${record.id}`) },
      ...(alerts.length === 0 ? [] : [{ kind: 'list', items: alertItems(alerts, everything) } as const]),
      {
        kind: 'facts',
        rows: [
          { label: 'Given to', value: to ?? NOTHING },
          ...(level === null ? [] : [{ label: 'Level', value: `${level.level}: ${level.meaning}` }]),
          { label: 'Due', value: clockWords(clock) },
          { label: 'Next check-in', value: nextCheckIn ?? NOTHING },
          ...said('Done when', fields.measure),
          ...said('At hand', fields.tools),
          ...said('Goal', fields.goal),
          ...said('Repository', fields.repository),
          ...said('Paths', fields.paths),
          ...said('Links', fields.links),
        ],
      },
      ...record.sections.flatMap(({ heading, text }): Block[] => [
        { kind: 'section', title: heading, sure: null, blocks: text.split(/\n{2,}/).map((part) => textBlock(part)) },
      ]),
      ...(talked.length === 0
        ? []
        : [
            {
              kind: 'section',
              title: 'Check-ins',
              sure: null,
              blocks: [
                {
                  kind: 'list',
                  items: talked.map(({ held, note }): Inline => [quiet(`${held} `), note ?? 'held']),
                },
              ],
            } as const,
          ]),
      ...sightingBlocks('Progress.', progress, everything),
      ...sightingBlocks('You, meanwhile.', takenBack?.because === progress?.because ? null : takenBack, everything),
      ...unsaidBlocks(delegation, unsaid),
    ],
  };
}

/** What was done to one of them, and what comes next. */
export function delegationDonePage({ did, delegation }: DelegationAnswer): Page {
  const { record, clock, nextCheckIn } = delegation;
  return {
    blocks: [
      ...(did === null ? [] : [textBlock(did)]),
      { kind: 'headline', left: strong(record.title), right: quiet(`${record.status ?? ''} · ${record.id}`) },
      ...(record.isOpen
        ? [
            {
              kind: 'facts',
              rows: [
                { label: 'Next check-in', value: nextCheckIn ?? NOTHING },
                { label: 'Due', value: clockWords(clock) },
              ],
            } as const,
          ]
        : []),
    ],
  };
}

/** What is not said yet, each as a question with what answers it. Nothing is refused for want of it. */
function unsaidBlocks({ record, level }: DelegationTold, unsaid: DelegationTold['unsaid']): Block[] {
  const items: Inline[] = unsaid.map(({ part, prompt, command: line }) => [
    `${part[0]?.toUpperCase()}${part.slice(1)}: ${prompt} `,
    command(line),
  ]);
  if (record.isOpen && level === null) {
    items.push([
      'Level: who decides, and who is asked? ',
      command(`fortnight delegate set ${record.id} --level advise`),
    ]);
  }
  if (items.length === 0) return [];
  return [
    {
      kind: 'section',
      title: 'Not said yet',
      sure: null,
      blocks: [{ kind: 'list', items }],
    },
  ];
}

/** What became of the file of a calendar. */
export const delegationCalendarPage = ({ file, entries, added, changed, cancelled }: DelegationCalendar): Page => ({
  blocks: [
    textBlock(
      `${file}: ${counted(entries, 'entry', 'entries')}; ${added} new, ${changed} changed, ${cancelled} called off. Import it again whenever it changes.`,
    ),
  ],
});
