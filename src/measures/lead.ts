import { EXIT, FortnightError } from '../domain/errors.ts';
import type { Query } from '../domain/query.ts';
import { byName, type Evidence } from '../domain/report.ts';
import { DAY } from '../domain/window.ts';
import { calendarDay, counted, listed, numeral } from '../domain/words.ts';
import { LANDED, newest } from './fragments.ts';

/** Who is taken to be the lead, and why; or why nobody is. Bots and agents never lead. */
export type InferredLead =
  | {
      readonly person: string;
      readonly name: string;
      /** One sentence, to be said beside every figure about the lead. */
      readonly reason: string;
      /** Somebody else reaches at least four fifths of it: the reader should check. */
      readonly runnerUpClose: boolean;
      readonly evidence: readonly Evidence[];
    }
  | { readonly person: null; readonly reason: string };

/** How far back, in days before `until`. */
export const LEAD_DAYS = 180;
/** Fewer changes than this passed on by somebody other than their author tell nothing of who passes them. */
const ENOUGH_PASSED = 10;
/** Who passes on less than this share of others' changes, of those that anybody is seen passing on, does not lead by it. */
const PASSES_ENOUGH = 0.125;
/** Below this share of changes with a known lander, landing is hidden. */
const VISIBLE_ENOUGH = 0.6;
const CLOSE = 0.8;

interface Totals {
  readonly changes: number;
  readonly visible: number;
  readonly all_passed: number;
  /** Changes that anybody is seen landing, approving or signing off, their own or another's. */
  readonly all_handled: number;
}
/** The totals stand beside every candidate: a landed change has a person among its authors, so that no candidate is no change. */
interface Candidate extends Totals {
  readonly person: string;
  readonly name: string;
  readonly passed: number;
  readonly carried: number;
  readonly authored: number;
  /** Of the authored: those in `Totals.all_handled`. */
  readonly authored_handled: number;
  readonly passed_evidence: readonly Omit<Evidence, 'kind'>[] | null;
  readonly carried_evidence: readonly Omit<Evidence, 'kind'>[] | null;
}

const ROLES = `
WITH ${LANDED},
authored AS (
  SELECT DISTINCT a.repository, a.change, a.person, c.landed_at
  FROM change_authors a
  JOIN landed c ON c.repository = a.repository AND c.change = a.change
  JOIN people p ON p.person = a.person
  WHERE p.kind = 'human'
),
handled AS (
  SELECT repository, change, lander AS person, landed_at FROM landed WHERE lander IS NOT NULL
  UNION
  SELECT r.repository, r.change, r.person, c.landed_at
  FROM reviews r
  JOIN landed c ON c.repository = r.repository AND c.change = r.change
  JOIN people p ON p.person = r.person
  WHERE p.kind = 'human' AND r.kind IN ('approval', 'sign-off')
),
passed AS (
  SELECT * FROM handled h
  ANTI JOIN authored a ON a.repository = h.repository AND a.change = h.change AND a.person = h.person
),
carried AS (
  SELECT * FROM authored UNION SELECT repository, change, lander, landed_at FROM landed WHERE lander IS NOT NULL
)`;

const CANDIDATES = `${ROLES},
totals AS (
  SELECT (SELECT count(*) FROM landed) AS changes,
         (SELECT count(lander) FROM landed) AS visible,
         (SELECT count(DISTINCT (repository, change)) FROM passed) AS all_passed,
         (SELECT count(DISTINCT (repository, change)) FROM handled) AS all_handled
),
tallies AS (
  SELECT person, 'passed' AS role, repository, change, landed_at FROM passed
  UNION ALL SELECT person, 'carried', repository, change, landed_at FROM carried
  UNION ALL SELECT person, 'authored', repository, change, landed_at FROM authored
  UNION ALL SELECT person, 'authored, handled', repository, change, landed_at FROM authored SEMI JOIN handled USING (repository, change)
)
SELECT t.person, p.name, any_value(s.changes) AS changes, any_value(s.visible) AS visible,
       any_value(s.all_passed) AS all_passed, any_value(s.all_handled) AS all_handled,
       count(*) FILTER (WHERE role = 'passed') AS passed,
       count(*) FILTER (WHERE role = 'carried') AS carried,
       count(*) FILTER (WHERE role = 'authored') AS authored,
       count(*) FILTER (WHERE role = 'authored, handled') AS authored_handled,
       ${newest('landed_at', 'change', "role = 'passed'")} AS passed_evidence,
       ${newest('landed_at', 'change', "role = 'carried'")} AS carried_evidence
FROM tallies t JOIN people p USING (person) CROSS JOIN totals s
GROUP BY t.person, p.name
ORDER BY t.person`;

/**
 * Takes for the lead who landed or approved most of other people's changes in the 180 days before `until`. Where that
 * cannot be seen (forges hide who landed), or nobody passes on an eighth of others' work, who authored or landed most, and says so.
 * Nobody: when nothing landed, one person works alone, or two are level.
 */
export async function inferLead(query: Query, until: number): Promise<InferredLead> {
  const told = { since: until - LEAD_DAYS * DAY, until, lead: null };
  const candidates = await query<Candidate>(CANDIDATES, told);
  const span = `in the ${LEAD_DAYS} days before ${calendarDay(until)}`;
  const [totals] = candidates;
  if (totals === undefined) return { person: null, reason: `No change of a person landed ${span}.` };
  if (candidates.length < 2)
    return { person: null, reason: `Only one person was active ${span}: there is no team to lead.` };

  const role = isPassedOn(totals, rank(candidates, 'passed')[0]) ? 'passed' : 'carried';
  const ranked = rank(candidates, role);
  const [first, second] = ranked;
  if (first === undefined)
    return { person: null, reason: `Nobody could be seen landing or authoring a change ${span}.` };
  const level = ranked.filter((c) => c[role] === first[role]).map((c) => c.name);
  if (level.length > 1) {
    const some = level.sort(byName).slice(0, 3);
    const names = listed(level.length > 3 ? [...some, 'others'] : some);
    return {
      person: null,
      reason: `${names} ${ROLE_WORDS[role]} equally many changes ${span}; name the lead with --lead, or as Lead on the page.`,
    };
  }
  return {
    person: first.person,
    name: first.name,
    reason: reasonFor(first, totals, role, span),
    runnerUpClose: second !== undefined && second[role] >= CLOSE * first[role],
    evidence: (first[`${role}_evidence`] ?? []).map(({ repository, id }) => ({ kind: 'change', repository, id })),
  };
}

type Role = keyof typeof ROLE_WORDS;

const rank = (candidates: readonly Candidate[], role: Role): Candidate[] =>
  candidates.filter((c) => c[role] > 0).sort((a, b) => b[role] - a[role] || byName(a.person, b.person));

/** Whether passing on others' work tells who leads: there is enough of it, and a good part of it is one person's. */
function isPassedOn({ all_passed, all_handled }: Totals, first: Candidate | undefined): boolean {
  if (first === undefined || all_passed < ENOUGH_PASSED) return false;
  return first.passed >= PASSES_ENOUGH * (all_handled - first.authored_handled);
}

const ROLE_WORDS = { passed: 'landed or approved', carried: 'authored or landed' } as const;

function reasonFor(first: Candidate, totals: Totals, role: Role, span: string): string {
  const visible = totals.visible / totals.changes;
  if (role === 'passed') {
    const hidden = visible < VISIBLE_ENOUGH ? ` (who landed is known of only ${landersKnown(totals)})` : '';
    const others = totals.changes - first.authored;
    return `${first.name} landed or approved ${numeral(first.passed)} of ${counted(others, 'change')} by others ${span}, more than anybody else${hidden}.`;
  }
  const why =
    visible < VISIBLE_ENOUGH
      ? `who landed is known of only ${landersKnown(totals)}`
      : totals.all_passed < ENOUGH_PASSED
        ? 'hardly any change was landed or approved by anybody but its author'
        : "nobody landed or approved an eighth of others' changes";
  return `${first.name} authored or landed ${numeral(first.carried)} of ${counted(totals.changes, 'change')} ${span}, more than anybody else; a weaker sign, taken because ${why}.`;
}

const landersKnown = ({ visible, changes }: Totals): string => `${numeral(visible)} of ${counted(changes, 'change')}`;

interface Known {
  readonly identity: string;
  readonly person: string;
  readonly name: string;
  readonly kind: string;
}

/**
 * Who is meant by `--lead TEXT` or `lead:` in the configuration: `Name <email>`, an address, a full name, or the
 * beginning of one that fits one person only. Case and accents do not count. Throws a {@link FortnightError} when it
 * fits nobody, several people, or a bot.
 */
export async function resolveLead(query: Query, text: string): Promise<{ person: string; name: string }> {
  const known = await query<Known>(
    'SELECT i.identity, p.person, p.name, p.kind FROM identities i JOIN people p USING (person) ORDER BY identity',
  );
  const wanted = fold(text);
  for (const fits of wanted === '' ? [] : WAYS) {
    const found = distinct(known.filter((k) => fits(k, wanted)));
    const [only, other] = found;
    if (only === undefined) continue;
    if (other !== undefined) throw ambiguous(text, found);
    if (only.kind !== 'human') throw notAPerson(text, only);
    return { person: only.person, name: only.name };
  }
  throw unknown(
    text,
    distinct(known.filter((k) => k.kind === 'human' && wanted !== '' && fold(k.identity).includes(wanted))),
  );
}

/** From the surest to the loosest; the first that fits anybody decides. */
const WAYS: readonly ((known: Known, wanted: string) => boolean)[] = [
  (k, wanted) => fold(k.identity) === wanted,
  (k, wanted) => `<${addressOf(k)}>` === wanted || addressOf(k) === wanted,
  (k, wanted) => nameOf(k) === wanted || fold(k.name) === wanted,
  (k, wanted) => k.kind === 'human' && [nameOf(k), fold(k.name), addressOf(k)].some((word) => word.startsWith(wanted)),
];

const nameOf = (k: Known): string => fold(k.identity.slice(0, Math.max(0, k.identity.lastIndexOf('<'))));
const addressOf = (k: Known): string => fold(/<([^<>]*)>\s*$/.exec(k.identity)?.[1] ?? '');
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .trim()
    .toLowerCase();

function distinct(known: readonly Known[]): Known[] {
  const byPerson = new Map<string, Known>();
  for (const k of known) if (!byPerson.has(k.person)) byPerson.set(k.person, k);
  return [...byPerson.values()].sort((a, b) => byName(a.identity, b.identity));
}

const FEW = 5;
function few(found: readonly Known[]): string {
  const names = found.slice(0, FEW).map((k) => k.identity);
  return listed(found.length > FEW ? [...names, `${numeral(found.length - FEW)} more`] : names, 'or');
}

function ambiguous(text: string, found: readonly Known[]): FortnightError {
  return new FortnightError('ambiguous-lead', `More than one person fits the lead "${text}": ${few(found)}.`, {
    hint: 'Give the whole name or an address; if they are one person, join them with: fortnight people join.',
    exitCode: EXIT.usage,
  });
}

function notAPerson(text: string, found: Known): FortnightError {
  return new FortnightError('lead-is-no-person', `The lead "${text}" is ${found.identity}, a ${found.kind}.`, {
    hint: 'Name a person; if it is one, say so by kind: human under people in fortnight.yml.',
    exitCode: EXIT.usage,
  });
}

function unknown(text: string, near: readonly Known[]): FortnightError {
  return new FortnightError('unknown-lead', `Nobody in this history fits the lead "${text}".`, {
    hint:
      near.length > 0 ? `Did you mean ${few(near)}?` : 'Give a name or an address as it stands in: fortnight people.',
    exitCode: EXIT.usage,
  });
}
