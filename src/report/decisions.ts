import type {
  DecisionAnswer,
  DecisionConfirm,
  DecisionEvidence,
  DecisionList,
  DecisionTold,
} from '../domain/decisions.ts';
import {
  type Block,
  command,
  type Inline,
  type Page,
  type PageColumn,
  quiet,
  strong,
  textBlock,
} from '../domain/page.ts';
import { decisionKind } from '../domain/records/decision.ts';
import { shellWord } from '../domain/shell-word.ts';
import { counted, decimal, percentWithin } from '../domain/words.ts';
import { NOTHING } from './figures.ts';
import { recordPage } from './records.ts';

/** The log: a line each, what asks for something first. */
export function decisionListPage({ decisions, more, unreadable, notes }: DecisionList): Page {
  const known = decisions.length + more;
  const blocks: Block[] = [
    { kind: 'headline', left: strong('Decisions'), right: quiet(counted(known, 'decision', 'decisions')) },
  ];
  if (decisions.length > 0) {
    blocks.push({
      kind: 'table',
      columns: [
        column('decision', 'wrap'),
        column('name', 'elide'),
        column('state', 'elide'),
        column('owner', 'elide'),
        column('decide by', 'elide'),
      ],
      rows: decisions.map((told) => [
        told.record.title || told.record.id,
        quiet(told.record.id),
        stateOf(told),
        told.standing.owner ?? NOTHING,
        clockOf(told),
      ]),
    });
  } else
    blocks.push(
      textBlock(
        known === 0
          ? [
              'There is no decision yet. ',
              quiet('Begin one: '),
              command('fortnight decide new "…" --owner NAME --decide-by +2w'),
            ]
          : 'Nothing is to be decided.',
      ),
    );
  const asking = decisions.filter(({ standing }) => standing.asks !== null || standing.reopened.length > 0);
  if (asking.length > 0) blocks.push(section('What is asked', [{ kind: 'list', items: asking.map(askOf) }]));
  if (notes.length > 0) blocks.push(section('What is wrong with the log', [{ kind: 'list', items: [...notes] }]));
  if (unreadable.length > 0)
    blocks.push(
      section('What cannot be read', [{ kind: 'list', items: unreadable.map(({ path, why }) => `${path}: ${why}`) }]),
    );
  if (more > 0) blocks.push(textBlock([quiet(`${more} more: `), command('fortnight decide list --all')]));
  return { blocks };
}

/** One decision: its clock and what is asked first, then its file, then the questions nobody answered. */
export function decisionPage({ deed, decision, other, history, unanswered }: DecisionAnswer): Page {
  const { standing, record } = decision;
  // A question that stands in a comment is for whoever edits the file.
  const sections = record.sections.filter(({ text }) => !/^\s*<!--[^<>]*-->\s*$/.test(text));
  const page = recordPage(decisionKind, { deed, record: { ...record, sections }, history });
  const [headline, ...rest] = page.blocks[0]?.kind === 'headline' ? page.blocks : page.blocks.slice(1);
  const first = page.blocks[0]?.kind === 'headline' ? [] : page.blocks.slice(0, 1);
  return {
    blocks: [
      ...first,
      ...(headline === undefined ? [] : [headline]),
      ...(standing.reopened.length > 0
        ? [section('Open again', [{ kind: 'list', items: [...standing.reopened] }])]
        : []),
      ...(standing.asks === null
        ? []
        : [
            textBlock([
              strong('Asked: '),
              `${standing.asks}.`,
              ...(standing.clock.state === 'none' ? [] : [quiet(` (${clockText(decision)})`)]),
            ]),
          ]),
      ...rest,
      ...(other === null
        ? []
        : [section('The other end', [textBlock([other.record.title, quiet(` · ${other.record.path}`)])])]),
      ...(record.isOpen && unanswered.length > 0
        ? [
            // Who has just written something is not handed a page of questions.
            deed === 'shown'
              ? section('Not answered in it, and need not be', [
                  {
                    kind: 'list',
                    items: unanswered.map(({ option, question }): Inline => [question, quiet(` --${option}`)]),
                  },
                  textBlock(command(`fortnight decide context ${shellWord(record.id)} --${unanswered[0]?.option} "…"`)),
                ])
              : textBlock([
                  quiet(
                    `${counted(unanswered.length, 'question is', 'questions are')} not answered in it, and need not be: `,
                  ),
                  command(`fortnight decide context ${shellWord(record.id)}`),
                ]),
          ]
        : []),
    ],
  };
}

/** How fast decisions were made, and the busy areas that none names. */
export function decisionEvidencePage({ latency, coverage, notes }: DecisionEvidence): Page {
  const { median, low, high, count, decidedAtOnce } = latency;
  const days = (value: number) => `${decimal(value)} ${value === 1 ? 'day' : 'days'}`;
  const interval = low === null || high === null ? '' : ` (${decimal(low)} to ${decimal(high)})`;
  return {
    blocks: [
      { kind: 'headline', left: strong('Decisions and the evidence'), right: '' },
      section('From proposal to decision', [
        textBlock(
          median === null
            ? `Not enough evidence: the history shows ${counted(count, 'decision', 'decisions')} proposed and then decided.`
            : [strong(days(median)), `${interval} at the median of ${counted(count, 'decision', 'decisions')}.`],
        ),
        ...(decidedAtOnce === 0
          ? []
          : [
              textBlock(
                quiet(
                  `${counted(decidedAtOnce, 'decision was', 'decisions were')} first written down when already decided: nothing is known of their time.`,
                ),
              ),
            ]),
        ...(latency.decisions.length === 0
          ? []
          : [
              {
                kind: 'table' as const,
                columns: [
                  column('decision', 'wrap'),
                  column('proposed', 'elide'),
                  column('decided', 'elide'),
                  { ...column('days', 'elide'), align: 'right' as const },
                ],
                rows: latency.decisions
                  .slice(0, 10)
                  .map((one) => [one.title, one.proposed, one.decided, decimal(one.days)]),
              },
            ]),
      ]),
      section('Busy areas and decisions', [
        textBlock(
          coverage.share === null
            ? `Not enough evidence: no area changed ${coverage.busyFrom} times in the window.`
            : [
                `Of the areas with ${coverage.busyFrom} changes or more in the window, a decision in force names `,
                strong(percentWithin(coverage.share)),
                '.',
              ],
        ),
        ...(coverage.uncovered.length === 0
          ? []
          : [
              {
                kind: 'table' as const,
                columns: [
                  column('area no decision names', 'elide'),
                  { ...column('changes', 'elide'), align: 'right' as const },
                  column('newest', 'elide'),
                ],
                rows: coverage.uncovered.map(({ area, changes, evidence }) => [
                  area,
                  String(changes),
                  quiet(evidence[0]?.id.slice(0, 10) ?? ''),
                ]),
              },
            ]),
      ]),
      ...(notes.length === 0 ? [] : [{ kind: 'list' as const, items: notes.map((note) => quiet(note)) }]),
    ],
  };
}

/** What is to show that a decision works. */
export function decisionConfirmPage({ decision, confirm, recorded }: DecisionConfirm): Page {
  const { id } = decision.record;
  const say = textBlock([
    quiet('Say what you saw: '),
    command(`fortnight decide confirm ${shellWord(id)} --held yes`),
    quiet(' or '),
    command('--held no'),
  ]);
  const blocks: Block[] = [
    { kind: 'headline', left: strong(decision.record.title), right: quiet(`decision · ${stateText(decision)}`) },
  ];
  if (recorded !== null)
    blocks.push(
      textBlock(
        recorded === 'yes' ? 'Written down: it held.' : 'Written down: it did not hold, so the decision is open again.',
      ),
    );
  switch (confirm.kind) {
    case 'none':
      blocks.push(
        textBlock([
          'Nothing says how it is confirmed. ',
          command(`fortnight decide set ${shellWord(id)} --confirm "autonomy >= 0.6"`),
        ]),
      );
      break;
    case 'words':
      blocks.push(textBlock([strong('To be confirmed by: '), confirm.words]), say);
      break;
    case 'command':
      blocks.push(
        textBlock([strong('A command of this repository: '), { text: confirm.command, tone: 'command' }]),
        textBlock('Fortnight does not run it: read it, and run it yourself.'),
        say,
      );
      break;
    default:
      blocks.push(
        textBlock([
          strong(confirm.held === null ? 'Not enough evidence. ' : confirm.held ? 'It holds. ' : 'It does not hold. '),
          `${confirm.measure} ${confirm.sign} ${confirm.bound}${confirm.value === null ? '' : `; now ${decimal(confirm.value)}`}.`,
        ]),
        textBlock(quiet(confirm.says)),
        ...(recorded === null ? [say] : []),
      );
  }
  return { blocks };
}

const column = (label: string, overflow: PageColumn['overflow']): PageColumn => ({ label, align: 'left', overflow });
const section = (title: string, blocks: readonly Block[]): Block => ({ kind: 'section', title, sure: null, blocks });

const STATES: Partial<Record<DecisionTold['standing']['state'], string>> = {
  reopened: 'open again',
  unknown: 'not known',
};
const stateText = ({ standing: { state } }: DecisionTold): string => STATES[state] ?? state;
const stateOf = (told: DecisionTold): Inline =>
  told.standing.state === 'reopened' || told.standing.clock.state === 'overdue'
    ? { text: stateText(told), tone: 'warn' }
    : told.record.isOpen
      ? stateText(told)
      : quiet(stateText(told));

function clockText({ standing: { clock } }: DecisionTold): string {
  if (clock.decideBy === null || clock.daysLeft === null) return NOTHING;
  const extended =
    clock.extensions === 0 ? '' : `, extended ${clock.extensions === 1 ? 'once' : `${clock.extensions} times`}`;
  return clock.daysLeft < 0
    ? `${clock.decideBy}, ${counted(-clock.daysLeft, 'day', 'days')} ago${extended}`
    : `${clock.decideBy}${extended}`;
}

const clockOf = (told: DecisionTold): Inline =>
  told.standing.clock.state === 'overdue' ? { text: clockText(told), tone: 'warn' } : clockText(told);

function askOf({ record, standing }: DecisionTold): Inline {
  const why =
    standing.reopened.length === 0
      ? ''
      : ` ${standing.reopened.map((reason) => `${reason.replace(/\.$/, '')}.`).join(' ')}`;
  return [strong(record.title || record.id), `:${why} ${capital(standing.asks ?? '')}.`, quiet(` ${record.id}`)];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
