import type { Row } from '../../domain/tables.ts';
import type { Derivation, Workbench } from '../../domain/workbench.ts';
import { type BranchName, readBranchName } from './branch-name.ts';
import { TIPS_PER_PASS } from './reach.ts';
import { type Tally, tallyTips } from './tally.ts';
import { readUnlanded, UNLANDED, type Unlanded } from './unlanded.ts';

/** More commits that are on no mainline make a branch a line of its own. */
export const LONG_LINE = 200;
/** And so do so many requests, or merges of work that the head does not hold. */
export const LINE_RECEIVES = 3;
/** Of more branches of one name in different clones, the rest are only compared with so many. */
const MOST_RIVALS = 200;
/** Commits looked at in all passes together: a second or so. Beyond, the branches longest untouched are left out. */
const MOST_STEPS = 400_000_000;

/**
 * Makes `open_work`: what stands on branches that the head does not hold. Cut off from a line with a name of its own (a
 * release, maintenance or main line), a branch is only what came after; wholly within one, it has landed there and is left out.
 */
export const deriveOpenWork: Derivation = {
  makes: ['open_work'],
  async derive(bench, { repositories }) {
    await bench.insert('open_work', []);
    const notes: string[] = [];
    for (const { repository, head_id } of repositories) {
      const refs = head_id === null ? [] : await readRefs(bench, repository);
      if (refs.length === 0) continue;
      const { rows, left } = await openWorkOf(bench, repository, refs);
      await bench.insert('open_work', rows);
      const where = repositories.length > 1 ? `${repository}: ` : '';
      if (left > 0)
        notes.push(`${where}${left} branches longest untouched were left out of the open work: there are too many.`);
    }
    return notes;
  },
};

interface OpenRef extends BranchName {
  readonly tip: string;
  /** `known_commits.rowid` of the tip. */
  readonly n: number;
  readonly last_committer: string | null;
}

/** Branches the head does not hold, the one last committed to first; of the same name and tip one. */
async function readRefs({ query }: Workbench, repository: string): Promise<OpenRef[]> {
  const rows = await query<{ name: string; tip: string; n: number; last_committer: string | null }>(
    `SELECT r.name, k.id AS tip, k.rowid AS n, p.person AS last_committer
     FROM raw_refs r
     JOIN known_commits k ON k.repository = r.repository AND k.id = r.commit_id
     LEFT JOIN people p ON p.kind = 'human'
       AND p.person = CASE WHEN NOT k.is_forge THEN k.committer WHEN k.parent_count > 1 THEN k.author END
     WHERE r.repository = $repository AND r.kind IN ('branch', 'remote') AND k.position IS NULL
     ORDER BY k.committer_time DESC NULLS LAST, k.id, r.name`,
    { repository },
  );
  const found = new Map<string, OpenRef>();
  for (const { name, ...row } of rows) {
    const branch = readBranchName(name);
    if (branch === null) continue;
    const key = `${row.tip} ${branch.branch}`;
    if (!found.has(key)) found.set(key, { ...row, ...branch });
  }
  return [...found.values()];
}

async function openWorkOf(bench: Workbench, repository: string, refs: readonly OpenRef[]) {
  await bench.run(UNLANDED, { repository });
  const unlanded = await readUnlanded(bench.query, repository);
  await bench.run('DROP TABLE unlanded');
  const room = Math.max(1, Math.floor(MOST_STEPS / Math.max(1, unlanded.graph.size))) * TIPS_PER_PASS;
  const there = refs.filter(({ n }) => unlanded.placeOf.has(n)).slice(0, room);
  const landings = await readLandings(bench, repository, there);
  const lines = there.filter(({ isLine }) => isLine);
  const work = there.filter(({ isLine }) => !isLine);
  const rows = [
    ...rowsOf(repository, unlanded, lines, null, landings),
    ...rowsOf(repository, unlanded, work, reachedBy(unlanded, lines), landings),
  ];
  return { rows, left: refs.length - there.length };
}

/** Commits that some of these reach. */
function reachedBy({ graph, placeOf }: Unlanded, refs: readonly OpenRef[]): Uint8Array | null {
  if (refs.length === 0) return null;
  const reached = new Uint8Array(graph.size);
  for (const { n } of refs) reached[placeOf.get(n) as number] = 1;
  for (let commit = 0; commit < graph.size; commit++) {
    if (reached[commit] === 0) continue;
    const end = graph.starts[commit + 1] as number;
    for (let i = graph.starts[commit] as number; i < end; i++) reached[graph.parents[i] as number] = 1;
  }
  return reached;
}

function rowsOf(
  repository: string,
  unlanded: Unlanded,
  refs: readonly OpenRef[],
  isForeign: Uint8Array | null,
  landings: Landings,
): Row<'open_work'>[] {
  const placed = refs
    .filter(({ n }) => isForeign?.[unlanded.placeOf.get(n) as number] !== 1)
    .map((ref) => ({ ref, place: unlanded.placeOf.get(ref.n) as number }))
    // Neighbours in the graph are followed together.
    .sort((a, b) => a.place - b.place);
  const sameName = new Map<string, number[]>();
  for (const [at, { ref }] of placed.entries()) {
    const others = sameName.get(ref.branch);
    if (others === undefined) sameName.set(ref.branch, [at]);
    else if (others.length < MOST_RIVALS) others.push(at);
  }
  const tallies = tallyTips(
    unlanded,
    placed.map(({ place }) => place),
    isForeign,
    (at) => sameName.get(placed[at]?.ref.branch ?? '') ?? [],
  );
  const behind = new Set(tallies.flatMap(({ reaches }) => reaches));
  return tallies.flatMap((tally, at) => {
    const ref = placed[at]?.ref;
    return ref === undefined || behind.has(at) ? [] : [rowOf(repository, ref, tally, landings)];
  });
}

function rowOf(repository: string, ref: OpenRef, tally: Tally, landings: Landings): Row<'open_work'> {
  const { branch, tip, number, last_committer } = ref;
  return {
    repository,
    branch,
    tip,
    authors: tally.people,
    commits: tally.commits,
    began_at: tally.beganAt,
    worked_at: tally.workedAt,
    areas: tally.areas,
    number,
    last_committer,
    is_line: ref.isLine || tally.commits > LONG_LINE || tally.received >= LINE_RECEIVES || !tally.isRelated,
    is_landed_elsewhere: hasLanded(ref, tally, landings),
  };
}

/** What is known of landings under the names of branches. */
interface Landings {
  readonly numbers: ReadonlySet<number>;
  /** Last landing of a squash by author and title, in lower case. */
  readonly titles: ReadonlyMap<string, number>;
}

function hasLanded(ref: OpenRef, { isOpen, workedAt, squashedAt, people }: Tally, landings: Landings): boolean {
  if (!isOpen || (ref.number !== null && landings.numbers.has(ref.number))) return true;
  const byName =
    ref.words === null ? [] : people.flatMap((person) => landings.titles.get(`${person} ${ref.words}`) ?? []);
  const landed = Math.max(squashedAt ?? -Infinity, ...byName);
  return workedAt !== null && landed >= workedAt;
}

async function readLandings(bench: Workbench, repository: string, refs: readonly OpenRef[]): Promise<Landings> {
  await bench.scratch(
    'branch_names',
    { words: 'text', number: 'integer' },
    refs.map(({ words, number }) => [words, number]),
  );
  const numbers = await bench.query<{ number: number }>(
    'SELECT DISTINCT m.number FROM mainline m SEMI JOIN branch_names b ON b.number = m.number WHERE m.repository = $repository',
    { repository },
  );
  const titles = await bench.query<{ author: string; title: string; landed_at: number | null }>(
    `WITH squashed AS (
       SELECT author, lower(regexp_replace(subject, '\\s*\\([#!][0-9]+\\)$', '')) AS title, committer_time
       FROM known_commits
       WHERE repository = $repository AND is_mainline AND number IS NOT NULL AND parent_count < 2
     )
     SELECT author, title, max(committer_time) AS landed_at
     FROM squashed s SEMI JOIN branch_names b ON b.words = s.title
     GROUP BY author, title`,
    { repository },
  );
  await bench.run('DROP TABLE branch_names');
  return {
    numbers: new Set(numbers.map(({ number }) => number)),
    titles: new Map(
      titles.flatMap((row) => (row.landed_at === null ? [] : [[`${row.author} ${row.title}`, row.landed_at]])),
    ),
  };
}
