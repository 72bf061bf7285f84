import { EXIT, FortnightError } from '../domain/errors.ts';
import type { Query } from '../domain/query.ts';
import type { Lead, Setting } from '../domain/setting.ts';
import type { Row } from '../domain/tables.ts';
import { DAY, type Window } from '../domain/window.ts';
import { calendarDay, counted, listed } from '../domain/words.ts';
import { inferLead, resolveLead } from '../measures/lead.ts';
import { parseMoment } from './moment.ts';
import type { Request } from './request.ts';

/** Facts opened for questions. */
export interface Facts {
  readonly query: Query;
  readonly repositories: readonly Row<'repositories'>[];
  /** What the configuration of the repositories says of the lead, in the order of the repositories. */
  readonly configuredLeads: readonly string[];
  /** What the configuration changed and what the scan could not see. */
  readonly notes: readonly string[];
}

const WINDOW_DAYS = 180;
/** A history that rests for longer is looked at where it was last alive. */
const RESTS_AFTER = 30 * DAY;

/** Settles what every answer of a run rests on: which stretch of time, and who is taken to be the lead. */
export async function settle(facts: Facts, request: Request, now: number): Promise<Setting> {
  const { window, notes } = await settleWindow(facts.query, request, now);
  const lead = await settleLead(facts, request, window);
  const isPartial = facts.repositories.some((r) => r.is_shallow || r.is_partial);
  return {
    repositories: facts.repositories.map((r) => r.repository),
    window,
    lead: lead.lead,
    isPartial,
    notes: [...cutOff(facts.repositories), ...notes, ...lead.notes, ...facts.notes],
  };
}

async function settleWindow(query: Query, request: Request, now: number): Promise<{ window: Window; notes: string[] }> {
  const notes: string[] = [];
  let until = request.until === null ? now : parseMoment(request.until, now, 'until');
  if (request.until === null) {
    const newest = await newestChange(query, now);
    const before = request.before === undefined ? now : parseMoment(request.before, now, 'from');
    if (before <= (newest ?? now)) until = before;
    else if (newest !== null && now - newest > RESTS_AFTER) {
      until = newest + 1;
      notes.push(
        `The newest change landed on ${calendarDay(newest)}, ${counted(Math.floor((now - newest) / DAY), 'day')} ago, so the window ends there; another end can be asked for (--until, or Until on the page).`,
      );
    }
  }
  const ahead = await changesFrom(query, Math.max(until, now));
  if (ahead > 0) {
    notes.push(
      `${counted(ahead, 'change says it landed', 'changes say they landed')} after today; a clock was wrong, and the window leaves ${ahead === 1 ? 'it' : 'them'} out.`,
    );
  }
  const since = request.since === null ? until - WINDOW_DAYS * DAY : parseMoment(request.since, until, 'since');
  if (since >= until) {
    throw new FortnightError(
      'empty-window',
      `The window is empty: it would begin on ${calendarDay(since)} and end on ${calendarDay(until)}.`,
      {
        hint: 'Let it begin before it ends: --since before --until, or From before Until on the page.',
        exitCode: EXIT.usage,
      },
    );
  }
  const newest = request.until === null ? null : await newestChange(query, until - 1);
  if (newest !== null && newest < since) {
    notes.push(`Nothing landed in this window; the newest change before it landed on ${calendarDay(newest)}.`);
  }
  return { window: { since, until }, notes };
}

async function changesFrom(query: Query, moment: number): Promise<number> {
  const rows = await query<{ changes: number }>('SELECT count(*) AS changes FROM changes WHERE landed_at >= $moment', {
    moment,
  });
  return rows[0]?.changes ?? 0;
}

async function newestChange(query: Query, now: number): Promise<number | null> {
  const rows = await query<{ newest: number | null }>(
    'SELECT max(landed_at) AS newest FROM changes WHERE landed_at <= $now',
    {
      now,
    },
  );
  return rows[0]?.newest ?? null;
}

async function settleLead(facts: Facts, request: Request, window: Window): Promise<{ lead: Lead; notes: string[] }> {
  if (request.lead !== null) {
    const { person, name } = await resolveLead(facts.query, request.lead);
    return {
      lead: { person, name, basis: 'given', reason: 'Named by --lead, or on the page.', isClose: false },
      notes: [],
    };
  }
  const [configured, ...others] = [...new Set(facts.configuredLeads)];
  const named = configured === undefined ? null : await namedLead(facts.query, configured);
  if (configured !== undefined && typeof named === 'object' && named !== null) {
    const { person, name } = named;
    const notes =
      others.length > 0
        ? [
            `fortnight.yml of the repositories names several leads (${listed([configured, ...others])}); the first is taken.`,
          ]
        : [];
    return { lead: { person, name, basis: 'configured', reason: 'Named by fortnight.yml.', isClose: false }, notes };
  }
  const notes = named === null ? [] : [`fortnight.yml names a lead, which is left aside. ${named}`];
  const inferred = await inferLead(facts.query, window.until);
  if (inferred.person === null) {
    return { lead: { person: null, name: null, basis: 'nobody', reason: inferred.reason, isClose: false }, notes };
  }
  const { person, name, reason, runnerUpClose } = inferred;
  return { lead: { person, name, basis: 'inferred', reason, isClose: runnerUpClose }, notes };
}

/** Whom the configuration means, or why it means nobody: a stranger's file must not keep every command from answering. */
async function namedLead(query: Query, text: string): Promise<{ person: string; name: string } | string> {
  try {
    return await resolveLead(query, text);
  } catch (error) {
    if (error instanceof FortnightError) return error.message;
    throw error;
  }
}

function cutOff(repositories: readonly Row<'repositories'>[]): string[] {
  const shallow = repositories.filter((r) => r.is_shallow).map((r) => r.repository);
  const partial = repositories.filter((r) => r.is_partial).map((r) => r.repository);
  return [
    ...(shallow.length > 0
      ? [`The history of ${listed(shallow)} is cut off (a shallow clone); mend it with: git fetch --unshallow.`]
      : []),
    ...(partial.length > 0
      ? [`Objects of ${listed(partial)} are missing (a partial clone); mend it with: git fetch --refetch --no-filter.`]
      : []),
  ];
}

/** The lead and why, as one sentence for the notes of a report. */
export function leadSentence(lead: Lead): string {
  if (lead.name === null) return `Nobody is taken to be the lead. ${lead.reason}`;
  const close = lead.isClose ? ' Somebody else comes close.' : '';
  const how = lead.basis === 'inferred' ? ' Not so? Name another with --lead NAME, or as Lead on the page.' : '';
  const reason = lead.reason.startsWith(`${lead.name} `) ? lead.reason.slice(lead.name.length) : `. ${lead.reason}`;
  return `The lead is taken to be ${lead.name}${lead.basis === 'inferred' ? ', who' : ''}${reason}${close}${how}`;
}
