import type { SeenChange, Sighting } from '../../domain/delegations.ts';
import { FortnightError } from '../../domain/errors.ts';
import { EVIDENCE_LIMIT } from '../../domain/report.ts';
import { calendarDay, listed } from '../../domain/words.ts';
import { resolveLead } from '../../measures/lead.ts';
import type { DelegationEntry, Seen } from '../../records/delegations/tell.ts';
import type { Opened } from '../open.ts';
import { linkMatcher } from './link-matcher.ts';
import { pathsMatcher } from './paths-matcher.ts';

type Asked = Pick<Opened, 'facts' | 'setting'>;

/** One person's part in a change that landed: what they wrote of it, by its commits. */
interface Part {
  readonly repository: string;
  readonly change: string;
  readonly title: string;
  readonly number: number | null;
  readonly landed_at: number;
  readonly person: string;
  readonly ids: readonly string[];
  readonly paths: readonly string[];
  /** Those of them not in reformatting or a mass rename. */
  readonly worked_paths: readonly string[];
}

/** What two people wrote of the changes that landed in a stretch of time, newest first. Merges are nobody's writing. */
const PARTS = `
SELECT c.repository, c.change, c.title, c.number, c.landed_at, a.person,
       list(DISTINCT k.id ORDER BY k.id) AS ids,
       list_distinct(flatten(list([f.path, coalesce(f.old_path, f.path)]))) AS paths,
       coalesce(list(DISTINCT f.path) FILTER (WHERE NOT k.is_bulk), []) AS worked_paths
FROM changes c
JOIN commits k ON k.repository = c.repository AND k.change = c.change
JOIN commit_authors a ON a.repository = k.repository AND a.commit_id = k.id
JOIN file_changes f ON f.repository = k.repository AND f.commit_id = k.id
WHERE c.landed_at >= $since AND c.landed_at < $until AND a.person IN ($to, $lead)
  AND ($repository IS NULL OR c.repository = $repository)
GROUP BY c.repository, c.change, c.title, c.number, c.landed_at, a.person
ORDER BY c.landed_at DESC, c.repository, c.change, a.person`;

/**
 * What the history shows of a delegation since it was agreed on, until it ended: changes in its paths, or linked, that the
 * person it was given to wrote (a set of them, and no more: how many says nothing about anybody); and those the lead wrote
 * there without that person. Landing or approving there is not taking back. Work on branches is not seen.
 */
export async function sightingsOf({ facts, setting }: Asked, { fields, isOpen, id }: DelegationEntry): Promise<Seen> {
  const { to, started, closed, repository, paths = [], links = [] } = fields;
  const because = (reason: string): Seen => ({
    progress: cannotTell(reason),
    takenBack: isOpen ? cannotTell(reason) : null,
  });
  if (to === undefined) return because('It says nobody it was given to.');
  if (paths.length === 0 && links.length === 0) {
    return because(
      `It names no paths and no changes, so none can be found: fortnight delegate set ${id} --paths "src/…".`,
    );
  }
  if (started === undefined) return because('It does not say when it was agreed on (started).');
  if (repository !== undefined && !setting.repositories.includes(repository)) {
    return because(`It is about ${repository}, and ${listed(setting.repositories)} was looked at.`);
  }
  const person = await personCalled(facts.query, to);
  if (typeof person === 'string') return because(person);

  const { lead } = setting;
  const end = closed === undefined ? setting.window.until : Math.min(setting.window.until, secondsAfter(closed));
  if (end <= secondsOf(started)) {
    return because(
      `The history looked at ends on ${calendarDay(end)}, before it was agreed on (${started}): nothing can be seen of it.`,
    );
  }
  const found = await facts.query<Part>(PARTS, {
    since: secondsOf(started),
    until: end,
    to: person.person,
    lead: lead.person,
    repository: repository ?? null,
  });
  const [isAmong, isLinked] = [pathsMatcher(paths), linkMatcher(links)];
  const isOfIt = (part: Part) => part.paths.some(isAmong) || isLinked(part);
  const theirs = found.filter((part) => part.person === person.person && isOfIt(part));
  const shared = new Set(theirs.map(keyOf));
  // Reformatting touches everything, and is no work on anything.
  const isWork = (part: Part) => part.worked_paths.length > 0 && (part.worked_paths.some(isAmong) || isLinked(part));
  const own = found.filter((part) => part.person === lead.person && isWork(part) && !shared.has(keyOf(part)));
  const where = whereWords(paths, links);
  return {
    progress: sighting(
      theirs,
      `Changes by ${to} ${where} that landed since ${started}.`,
      `Nothing by ${to} ${where} landed from ${started} to ${calendarDay(end)}. Work on branches is not seen.`,
    ),
    takenBack: isOpen ? takenBack() : null,
  };

  function takenBack(): Sighting {
    if (lead.person === null) return cannotTell(`Nobody is taken to be the lead. ${lead.reason}`);
    if (typeof person !== 'string' && lead.person === person.person) {
      return cannotTell(`It was given to the lead (${lead.name}); there is nothing to take back.`);
    }
    return sighting(
      own,
      `Changes ${where} that you (${lead.name}) wrote since ${started}, without those you wrote together with ${to}.`,
      `You (${lead.name}) wrote nothing ${where} from ${started} to ${calendarDay(end)}, except together with ${to}.`,
    );
  }
}

const keyOf = ({ repository, change }: Part): string => `${repository}\0${change}`;
const secondsOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;
const secondsAfter = (day: string): number => secondsOf(day) + 86_400;

const cannotTell = (because: string): Sighting => ({ state: 'cannot-tell', because, changes: [], isMore: false });

function sighting(parts: readonly Part[], some: string, none: string): Sighting {
  const changes = parts.slice(0, EVIDENCE_LIMIT).map(
    ({ repository, change, title, landed_at }): SeenChange => ({
      evidence: { kind: 'change', repository, id: change },
      title,
      landedAt: landed_at,
    }),
  );
  const isMore = parts.length > changes.length;
  return changes.length === 0
    ? { state: 'nothing', because: none, changes, isMore }
    : { state: 'seen', because: some, changes, isMore };
}

/** `in src/parser/** or src/lexer/**`, as far as a sentence holds them. */
const FEW = 3;
function whereWords(paths: readonly string[], links: readonly string[]): string {
  const named = paths.length > FEW ? `${paths.slice(0, FEW).join(', ')} and further paths` : listed(paths, 'or');
  if (paths.length === 0) return 'among the linked ones';
  return links.length === 0 ? `in ${named}` : `in ${named}, or linked,`;
}

/** Who is meant, or why nobody is: a record may name somebody this history has never seen. */
async function personCalled(query: Opened['facts']['query'], name: string): Promise<{ person: string } | string> {
  try {
    return await resolveLead(query, name);
  } catch (error) {
    if (!(error instanceof FortnightError)) throw error;
    return WHY[error.code]?.(name) ?? error.message;
  }
}

const WHY: Readonly<Record<string, (name: string) => string>> = {
  'unknown-lead': (name) => `Nobody in this history is called ${name}.`,
  'ambiguous-lead': (name) => `Several people in this history may be ${name}: give the whole name, or an address.`,
  'lead-is-no-person': (name) => `${name} is no person in this history.`,
};
