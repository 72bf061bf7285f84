import type { DelegationAlert, DelegationTold, SeenChange, Sighting } from '../domain/delegations.ts';
import { type Block, type Inline, quiet, type Span, span, strong, textBlock } from '../domain/page.ts';
import { calendarDay, counted } from '../domain/words.ts';

/** As many digits as tell commits apart in all but the largest repositories. */
const DIGITS = 10;
/** So many changes of a list are shown unless all are asked for. */
const SHOWN = 3;

/** `due in 5 days`, `2 days overdue`. */
export function clockWords({ state, due, daysLeft }: DelegationTold['clock']): Span {
  if (state === 'closed') return quiet(due === null ? 'closed' : `was due ${due}`);
  if (due === null || daysLeft === null) return quiet('no day agreed on');
  if (state === 'overdue') return span('warn', `${due}, ${counted(-daysLeft, 'day')} overdue`);
  const left = daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
  return state === 'due-soon' ? span('accent', `${due}, ${left}`) : quiet(`${due}, ${left}`);
}

/** What the lead is told, with its name and what it rests on. */
export function alertItems(alerts: readonly DelegationAlert[], everything: boolean): Inline[] {
  return alerts.map((alert) => [
    span('warn', ALERT_WORDS[alert.kind]),
    ' ',
    strong(alert.title),
    ...(alert.to === null ? [] : [` (${alert.to})`]),
    `: ${alert.text}`,
    quiet(changesText(alert.changes, false, everything)),
  ]);
}

const ALERT_WORDS: Readonly<Record<DelegationAlert['kind'], string>> = {
  'take-back': 'Taken back?',
  'missed-check-in': 'Not held:',
  overdue: 'Overdue:',
};

/** What was seen and which changes it is. */
export function sightingBlocks(label: string, sighting: Sighting | null, everything: boolean): Block[] {
  if (sighting === null) return [];
  const { because, changes, isMore } = sighting;
  const shown = everything ? changes : changes.slice(0, SHOWN);
  return [
    textBlock([strong(`${label} `), because]),
    ...(shown.length === 0
      ? []
      : [
          {
            kind: 'list',
            items: [
              ...shown.map(
                ({ evidence, title, landedAt }): Inline => [
                  quiet(`${calendarDay(landedAt)} `),
                  title,
                  quiet(` ${evidence.id.slice(0, DIGITS)}`),
                ],
              ),
              ...(isMore || shown.length < changes.length
                ? [quiet(everything ? 'and older ones' : 'and older ones (--evidence)')]
                : []),
            ],
          } as const,
        ]),
  ];
}

/** ` (9f1c2d3e4f, …)`. */
function changesText(changes: readonly SeenChange[], isMore: boolean, everything: boolean): string {
  if (changes.length === 0) return '';
  const shown = everything ? changes : changes.slice(0, SHOWN);
  const rest = isMore || shown.length < changes.length ? ', …' : '';
  return ` (${shown.map(({ evidence }) => evidence.id.slice(0, DIGITS)).join(', ')}${rest})`;
}

/** What the reader must know. */
export const notesBlocks = (notes: readonly string[]): Block[] =>
  notes.length === 0
    ? []
    : [{ kind: 'section', title: 'Good to know', sure: null, blocks: [{ kind: 'list', items: notes }] }];
