import type { ChangePage, CommitTold } from '../domain/change-page.ts';
import { FortnightError } from '../domain/errors.ts';
import { people } from '../domain/report.ts';
import type { Setting } from '../domain/setting.ts';
import type { Row } from '../domain/tables.ts';
import { type Counted, countsOfChange } from './change-counts.ts';
import {
  CHANGE,
  COMMITS_OF_CHANGE,
  type CommitRow,
  FILES_OF_CHANGE,
  FIND_COMMIT,
  type FileRow,
  ONE_COMMIT,
  REVERTED,
  REVERTERS,
  REVIEWS_OF_CHANGE,
  type RelatedRow,
} from './change-sql.ts';
import { ASSISTANCE, FILE_STATUS, LANDER_EVIDENCE, REVIEW_KINDS, ROUTE_OF_ONE } from './change-words.ts';
import { commitUrl, requestUrl } from './forge.ts';
import type { Facts } from './setting.ts';

/** Of one change no more than so many commits and files are told; both are counted. */
const COMMITS_TOLD = 200;
const FILES_TOLD = 1000;

/**
 * One change, by the id of any of its commits, whole or abbreviated. Throws a {@link FortnightError} when no commit, or
 * more than one, has such an id.
 */
export async function changePage(
  facts: Pick<Facts, 'query' | 'repositories'>,
  setting: Setting,
  asked: { readonly repository: string; readonly id: string },
): Promise<ChangePage> {
  const { query } = facts;
  const found = await findCommit(facts, asked);
  const { repository } = asked;
  const forge = facts.repositories.find((one) => one.repository === repository)?.forge_url ?? null;
  const told = (row: CommitRow): CommitTold => tellCommit(row, forge);
  const [commit] = await query<CommitRow>(ONE_COMMIT, { repository, id: found.id });
  if (commit === undefined) throw unknown(asked);
  const page = { ...setting, repository, commit: told(commit) };
  if (found.change === null) return { ...page, isPart: false, change: null };

  const bound = { repository, change: found.change, lead: setting.lead.person };
  const [row] = await query<Row<'changes'> & Counted & { lander_name: string | null; authors: string[] | null }>(
    CHANGE,
    bound,
  );
  if (row === undefined) return { ...page, isPart: false, change: null };
  const commits = await query<CommitRow>(COMMITS_OF_CHANGE, bound);
  const reviews = await query<{ kind: string; names: string[]; by_other: boolean }>(REVIEWS_OF_CHANGE, bound);
  const files = await query<FileRow>(FILES_OF_CHANGE, bound);
  // A squash is made where it lands: its times are those of the landing, not of the work.
  const [began, worked] = row.route === 'squash' ? [null, null] : [row.began_at, row.worked_at];
  const isApproved = reviews.some(({ kind, by_other }) => by_other && kind !== 'test');
  return {
    ...page,
    isPart: found.id !== row.change,
    change: {
      id: row.change,
      title: row.title,
      url: commitUrl(forge, row.change),
      number: row.number,
      requestUrl: requestUrl(forge, row.number),
      route: ROUTE_OF_ONE[row.route] ?? row.route,
      authors: people(row.authors ?? []),
      lander: people(row.lander_name === null ? [] : [row.lander_name]),
      landerBecause: LANDER_EVIDENCE[row.lander_evidence] ?? row.lander_evidence,
      reviews: reviews.map(({ kind, names }) => ({ kind: REVIEW_KINDS[kind] ?? kind, people: people(names) })),
      beganAt: began,
      workedAt: worked,
      landedAt: row.landed_at,
      waiting: between(worked, row.landed_at),
      leadTime: between(began, row.landed_at),
      commits: commits.slice(0, COMMITS_TOLD).map(told),
      commitsTotal: commits.length,
      areas: byArea(files.slice(0, FILES_TOLD)),
      filesTotal: files.length,
      isRevert: row.is_revert,
      isFix: row.is_fix,
      reverts: await query<RelatedRow>(REVERTED, bound),
      revertedBy: await query<RelatedRow>(REVERTERS, bound),
      assistance: ASSISTANCE[row.assistance] ?? row.assistance,
      counts: countsOfChange({ ...row, is_approved: isApproved }, setting),
    },
  };
}

async function findCommit(
  { query, repositories }: Pick<Facts, 'query' | 'repositories'>,
  asked: { readonly repository: string; readonly id: string },
): Promise<{ readonly id: string; readonly change: string | null }> {
  if (!repositories.some((one) => one.repository === asked.repository)) throw unknown(asked);
  const [first, second] = await query<{ id: string; change: string | null }>(FIND_COMMIT, asked);
  if (first === undefined) throw unknown(asked);
  if (second !== undefined && first.id !== asked.id) {
    throw new FortnightError('ambiguous-commit', `More than one commit begins with ${asked.id}.`, {
      hint: 'Give more digits of its id.',
    });
  }
  return first;
}

const unknown = ({ repository, id }: { repository: string; id: string }): FortnightError =>
  new FortnightError('unknown-commit', `No commit of ${repository} has the id ${id}, as far as was scanned.`, {
    hint: 'Commits that no branch, tag or head of this clone leads to are not seen; fetch them, and scan again.',
  });

function tellCommit(row: CommitRow, forge: string | null): CommitTold {
  return {
    id: row.id,
    subject: row.subject,
    authors: people(row.authors ?? []),
    madeAt: row.author_time,
    committedAt: row.committer_time,
    url: commitUrl(forge, row.id),
    isBulk: row.is_bulk,
  };
}

/** A clock that ran ahead makes no negative time: null. */
function between(from: number | null, to: number | null): number | null {
  return from === null || to === null || to < from ? null : to - from;
}

function byArea(files: readonly FileRow[]): NonNullable<ChangePage['change']>['areas'] {
  const areas = new Map<string | null, FileRow[]>();
  for (const file of files) {
    const own = areas.get(file.area);
    if (own === undefined) areas.set(file.area, [file]);
    else own.push(file);
  }
  return [...areas].map(([area, own]) => ({
    area,
    files: own.map((file) => ({
      path: file.path,
      oldPath: file.old_path,
      status: file.statuses.map((status) => FILE_STATUS[status] ?? status).join(', '),
      class: file.class,
    })),
  }));
}
