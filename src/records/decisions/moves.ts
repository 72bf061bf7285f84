import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { decisionKind } from '../../domain/records/decision.ts';
import type { RecordChanges } from '../../domain/records/entry.ts';
import { withNote, withoutPlaceholder } from './prompts.ts';
import { type DecisionEntry, decisionStanding, soleOwner } from './standing.ts';

type Changes = RecordChanges<typeof decisionKind>;
const MORE = 'More Information';

export interface AcceptRequest {
  readonly owner?: string | undefined;
  /** What is decided, and why. */
  readonly outcome?: string | undefined;
  readonly dissent?: readonly string[] | undefined;
  /** Why it is accepted again, of one that is open again. */
  readonly because?: string | undefined;
  readonly revisit?: string | undefined;
}

/**
 * Accepts a decision that is proposed, being written, or open again. It has exactly one owner, or throws `no-owner`. One that is open
 * again needs a reason: what did not hold is then told in its text and asked no more.
 */
export function accepting(entry: DecisionEntry, request: AcceptRequest, today: string): Changes {
  const { state, reopened } = decisionStanding(entry, today);
  allow(entry, state, ['draft', 'proposed', 'reopened', 'unknown'], 'accepted');
  const owner = soleOwner(request.owner ?? entry.fields.owner);
  if (owner === null) {
    throw refused(
      'no-owner',
      `${entry.id} is not accepted: exactly one person owns a decision.`,
      `Say who decides: fortnight decide accept ${entry.id} --owner NAME`,
    );
  }
  if (state === 'reopened' && (request.because ?? '').trim() === '') {
    throw refused(
      'no-reason',
      `${entry.id} is open again: ${reopened[0]}.`,
      'Say why it is accepted all the same, with --because, or propose it anew.',
    );
  }
  const { assumptions = [], confirmations = [], revisit } = entry.fields;
  const kept = assumptions.filter(({ held }) => held !== 'no');
  const isRevisited = revisit !== undefined && revisit <= today;
  const notes =
    state === 'reopened'
      ? [`${today}, accepted again: ${request.because} (${reopened.map(unstopped).join('; ')})`]
      : [];
  const outcome = (request.outcome ?? '').trim();
  return {
    fields: {
      status: 'accepted',
      date: today,
      owner,
      ...(request.dissent === undefined || request.dissent.length === 0
        ? {}
        : { dissent: [...(entry.fields.dissent ?? []), ...request.dissent] }),
      ...(kept.length === assumptions.length ? {} : { assumptions: kept.length === 0 ? null : kept }),
      ...(confirmations.at(-1)?.held === 'no' ? { confirmations: passed(confirmations) } : {}),
      ...(request.revisit === undefined ? (isRevisited ? { revisit: null } : {}) : { revisit: request.revisit }),
    },
    sections: {
      ...(outcome === '' ? {} : { 'Decision Outcome': outcome }),
      ...noted(entry, notes),
    },
  };
}

/** Those that held: what did not is told in the text. */
function passed(confirmations: NonNullable<DecisionEntry['fields']['confirmations']>) {
  const held = confirmations.filter((one) => one.held === 'yes');
  return held.length === 0 ? null : held;
}

/** Decides against it. */
export function rejecting(entry: DecisionEntry, because: string | undefined, today: string): Changes {
  allow(entry, decisionStanding(entry, today).state, ['draft', 'proposed', 'reopened', 'unknown'], 'rejected');
  return {
    fields: { status: 'rejected', date: today },
    sections: noted(entry, because === undefined ? [] : [`${today}, rejected: ${because}`]),
  };
}

/** Stops deciding about it. */
export function abandoning(entry: DecisionEntry, because: string | undefined, today: string): Changes {
  allow(entry, decisionStanding(entry, today).state, ['draft', 'proposed', 'unknown'], 'abandoned');
  return {
    fields: { status: 'abandoned', date: today },
    sections: noted(entry, because === undefined ? [] : [`${today}, abandoned: ${because}`]),
  };
}

/** Takes more time, with a reason. */
export function extending(entry: DecisionEntry, until: string, because: string, today: string): Changes {
  allow(entry, decisionStanding(entry, today).state, ['draft', 'proposed'], 'given more time');
  if (because.trim() === '')
    throw refused('no-reason', 'More time is taken with a reason.', 'Say why not now, with --because.');
  const before = entry.fields['decide-by'];
  if (until <= today || (before !== undefined && until <= before)) {
    throw refused(
      'not-later',
      `${until} is not later${before === undefined || until <= today ? '' : ` than ${before}`}.`,
      'Give a day after today and after the one that stands: --to +2w.',
    );
  }
  return {
    fields: {
      'decide-by': until,
      extended: [...(entry.fields.extended ?? []), { on: today, until, because: because.trim() }],
    },
  };
}

/** Puts a draft to decision, or one that was decided back on the table, with the reason why. */
export function proposing(
  entry: DecisionEntry,
  {
    because,
    decideBy,
    owner,
  }: { because?: string | undefined; decideBy?: string | undefined; owner?: string | undefined },
  today: string,
): Changes {
  const { state, reopened } = decisionStanding(entry, today);
  allow(entry, state, ['draft', 'unknown', 'reopened', 'accepted', 'rejected', 'abandoned', 'deprecated'], 'proposed');
  const isAgain = state !== 'draft' && state !== 'unknown';
  const why = because ?? (reopened.length > 0 ? reopened.map(unstopped).join('; ') : undefined);
  if (isAgain && (why ?? '').trim() === '') {
    throw refused(
      'no-reason',
      `${entry.id} is ${state}: it is opened again with a reason.`,
      'Say why, with --because.',
    );
  }
  const { assumptions = [], confirmations = [], revisit } = entry.fields;
  const kept = assumptions.filter(({ held }) => held !== 'no');
  return {
    fields: {
      status: 'proposed',
      date: today,
      ...(owner === undefined ? {} : { owner }),
      ...(decideBy === undefined
        ? isAgain && entry.fields['decide-by'] !== undefined
          ? { 'decide-by': null }
          : {}
        : { 'decide-by': decideBy }),
      // What opened it again is told in its text; what is not known to be false stays.
      ...(kept.length === assumptions.length ? {} : { assumptions: kept.length === 0 ? null : kept }),
      ...(confirmations.at(-1)?.held === 'no' ? { confirmations: passed(confirmations) } : {}),
      ...(isAgain && revisit !== undefined && revisit <= today ? { revisit: null } : {}),
    },
    sections: noted(entry, isAgain ? [`${today}, proposed again: ${why}`] : []),
  };
}

function noted(entry: DecisionEntry, notes: readonly string[]): Record<string, string> {
  if (notes.length === 0) return {};
  const section = entry.sections.find(({ heading }) => heading === MORE)?.text;
  return { [MORE]: notes.reduce((before, note) => withNote(before, note), withoutPlaceholder(section ?? '')) };
}

const unstopped = (text: string): string => text.replace(/\.$/, '');

function allow({ id }: DecisionEntry, state: string, from: readonly string[], deed: string): void {
  if (from.includes(state)) return;
  throw refused(
    'wrong-state',
    `${id} is ${state}, so it cannot be ${deed}.`,
    state === 'proposed' || state === 'superseded'
      ? `See it: fortnight decide show ${id}`
      : `Open it again first: fortnight decide propose ${id} --because "…"`,
  );
}

const refused = (code: string, message: string, hint: string) =>
  new FortnightError(code, message, { hint, exitCode: EXIT.usage });
