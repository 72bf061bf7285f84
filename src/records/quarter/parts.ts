import { daysBetween } from '../../domain/calendar-day.ts';
import type { DecisionLatency } from '../../domain/decisions.ts';
import { isWithin, type Quarter } from '../../domain/quarter.ts';
import type { QuarterPart, QuarterRecord } from '../../domain/quarter-summary.ts';
import type { decisionKind } from '../../domain/records/decision.ts';
import type { delegationKind } from '../../domain/records/delegation.ts';
import type { RecordEntry } from '../../domain/records/entry.ts';
import type { interventionKind } from '../../domain/records/intervention.ts';
import type { journalKind } from '../../domain/records/journal.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import { counted, decimal, listed, numeral } from '../../domain/words.ts';

type Entry<K extends RecordKind> = Pick<RecordEntry<K>, 'id' | 'title' | 'status' | 'isOpen' | 'fields' | 'kind'>;

/** Records as far as a quarter looks at them. */
export interface QuarterEntries {
  readonly decisions: readonly Entry<typeof decisionKind>[];
  readonly delegations: readonly Entry<typeof delegationKind>[];
  readonly interventions: readonly Entry<typeof interventionKind>[];
  readonly journal: readonly Entry<typeof journalKind>[];
}

/** What was decided, handed over, claimed and left alone in a quarter: each in one sentence, and listed by day. */
export function quarterParts(
  entries: QuarterEntries,
  quarter: Quarter,
  latency: DecisionLatency | null = null,
): QuarterPart[] {
  return [
    decided(entries, quarter, latency),
    handedOver(entries, quarter),
    claims(entries, quarter),
    noted(entries, quarter),
    interventions(entries, quarter),
  ];
}

const DECIDED = ['accepted', 'rejected', 'abandoned', 'deprecated', 'superseded'];

function decided({ decisions }: QuarterEntries, quarter: Quarter, latency: DecisionLatency | null): QuarterPart {
  const made = decisions.flatMap((entry) => {
    const { status, fields } = entry;
    if (status === null || !DECIDED.includes(status)) return [];
    const by = fields['decide-by'];
    const late = by !== undefined && fields.date !== undefined && by < fields.date ? daysBetween(by, fields.date) : 0;
    const remarks = [
      ...(late > 0 ? [`${counted(late, 'day')} after its day`] : []),
      ...(fields.extended === undefined || fields.extended.length === 0
        ? []
        : [`extended ${counted(fields.extended.length, 'time')}`]),
    ];
    return lineOf(entry, fields.date, quarter, remarks.length > 0 ? remarks.join(', ') : null);
  });
  const open = decisions.filter(({ isOpen }) => isOpen).length;
  return {
    id: 'decisions',
    title: 'Decided',
    answer: `${upper(counted(made.length, 'decision was', 'decisions were'))} made or closed${countsOf(made)}; ${numeral(open)} ${open === 1 ? 'is' : 'are'} open today.${latencyTold(latency)}`,
    records: inOrder(made),
  };
}

/** How long those took whose proposal the history shows. */
function latencyTold(latency: DecisionLatency | null): string {
  if (latency === null || latency.count === 0) return '';
  const { median, low, high, count } = latency;
  if (median === null) return ` Too few of them (${numeral(count)}) were seen as proposals to say how long they took.`;
  const within = low === null || high === null ? '' : ` (${decimal(low)}–${decimal(high)})`;
  return ` From proposal to decision it took ${decimal(median)}${within} days in the median of ${numeral(count)}.`;
}

function handedOver({ delegations }: QuarterEntries, quarter: Quarter): QuarterPart {
  const closed = delegations.flatMap((entry) =>
    entry.isOpen
      ? []
      : lineOf(entry, entry.fields.closed, quarter, entry.fields.to === undefined ? null : `to ${entry.fields.to}`),
  );
  const open = delegations.filter(({ isOpen }) => isOpen).length;
  return {
    id: 'handed-over',
    title: 'Handed over',
    answer: `${upper(counted(closed.length, 'delegation'))} ended${countsOf(closed)}${undated(closedOnes(delegations, ({ closed: day }) => day))}; ${numeral(open)} ${open === 1 ? 'is' : 'are'} under way today.`,
    records: inOrder(closed),
  };
}

function claims({ journal }: QuarterEntries, quarter: Quarter): QuarterPart {
  const claimed = journal.filter(({ isOpen, fields }) => !isOpen && fields.claim !== undefined);
  const resolved = claimed.flatMap((entry) => {
    const { claim = '', sure } = entry.fields;
    return lineOf(entry, entry.fields.resolved, quarter, sure === undefined ? claim : `${claim} (${sure} of 100 sure)`);
  });
  const open = journal.filter(({ isOpen, fields }) => isOpen && fields.claim !== undefined).length;
  return {
    id: 'claims',
    title: 'Claims that were checked',
    answer: `${upper(counted(resolved.length, 'claim was', 'claims were'))} checked${countsOf(resolved)}${undated(claimed.map(({ fields }) => fields.resolved))}; ${numeral(open)} ${open === 1 ? 'is' : 'are'} still to be checked.`,
    records: inOrder(resolved),
  };
}

function noted({ journal }: QuarterEntries, quarter: Quarter): QuarterPart {
  const written = journal.flatMap((entry) => {
    const { on, beneficiary, claim } = entry.fields;
    // What was checked stands with the claims.
    if (claim !== undefined && !entry.isOpen) return [];
    return lineOf(entry, on, quarter, beneficiary === undefined ? null : `for ${beneficiary}`);
  });
  return {
    id: 'noted',
    title: 'From the journal',
    answer:
      written.length === 0
        ? 'Nothing was written down that is not checked yet.'
        : `${counted(written.length, 'moment')} of impact ${written.length === 1 ? 'was' : 'were'} written down and not checked yet: the lead’s own account.`,
    records: inOrder(written),
  };
}

function interventions({ interventions: all }: QuarterEntries, quarter: Quarter): QuarterPart {
  const settled = all.flatMap((entry) => {
    const { wrong, did, outcome, closed } = entry.fields;
    if (entry.isOpen) return [];
    const words = [wrong, did?.replace('-', ' '), outcome].filter((word) => word !== undefined);
    return lineOf(entry, closed, quarter, words.length > 0 ? words.join(', ') : null);
  });
  const held = settled.filter(({ remark }) => remark?.includes('held back') === true).length;
  return {
    id: 'interventions',
    title: 'Stepping in',
    answer: `${upper(counted(settled.length, 'intervention was', 'interventions were'))} settled${undated(closedOnes(all, ({ closed }) => closed))}; in ${numeral(held)} of them the lead had held back.`,
    records: inOrder(settled),
  };
}

const closedOnes = <F>(
  entries: readonly { readonly isOpen: boolean; readonly fields: F }[],
  day: (fields: F) => string | undefined,
): (string | undefined)[] => entries.filter(({ isOpen }) => !isOpen).map(({ fields }) => day(fields));

/** ` (2 more do not say when)`: what is closed without a day lies in no quarter. */
function undated(days: readonly (string | undefined)[]): string {
  const count = days.filter((day) => day === undefined).length;
  return count === 0 ? '' : ` (${numeral(count)} more ${count === 1 ? 'does' : 'do'} not say when)`;
}

function lineOf(
  entry: Entry<RecordKind>,
  on: string | undefined,
  quarter: Quarter,
  remark: string | null,
): QuarterRecord[] {
  if (on === undefined || !isWithin(quarter, on)) return [];
  const { kind, id, title, status } = entry;
  return [{ kind, id, title: title === '' ? id : title, status, on, remark }];
}

/** `: 3 accepted and 1 rejected`. */
function countsOf(records: readonly QuarterRecord[]): string {
  const words = [...new Set(records.map(({ status }) => status ?? 'of unknown state'))].sort();
  if (words.length === 0) return '';
  return `: ${listed(words.map((word) => `${numeral(records.filter(({ status }) => (status ?? 'of unknown state') === word).length)} ${word.replaceAll('-', ' ')}`))}`;
}

const inOrder = (records: readonly QuarterRecord[]): QuarterRecord[] =>
  [...records].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));

const upper = (text: string): string => (text.startsWith('0 ') ? `No ${text.slice(2)}` : text);
