import type { OpenedEvidence } from '../domain/explanation.ts';
import type { Query } from '../domain/query.ts';
import type { Evidence } from '../domain/report.ts';
import { commitUrl } from './forge.ts';
import type { Facts } from './setting.ts';

interface Found {
  readonly repository: string;
  readonly id: string;
  readonly title: string | null;
  readonly time: number | null;
}

const COMMITS = `
WITH wanted AS (SELECT unnest(string_split($ids, ' ')) AS id)
SELECT repository, id, subject AS title, committer_time AS time FROM commits SEMI JOIN wanted USING (id)`;

const RELEASES = 'SELECT repository, name AS id, NULL AS title, released_at AS time FROM releases';

/** Pieces of evidence with what a person needs to recognise and open them, in the order given. */
export async function openEvidence(
  { query, repositories }: Pick<Facts, 'query' | 'repositories'>,
  evidence: readonly Evidence[],
): Promise<OpenedEvidence[]> {
  const commits = new Set(evidence.filter(isCommit).map((piece) => piece.id));
  const found = [
    ...(commits.size === 0 ? [] : await query<Found>(COMMITS, { ids: [...commits].join(' ') })),
    ...(await releasesIn(query, evidence)),
  ];
  const byId = new Map(found.map((row) => [`${row.repository}\0${row.id}`, row]));
  const forges = new Map(repositories.map((r) => [r.repository, r.forge_url]));
  return evidence.map((piece) => {
    const row = byId.get(`${piece.repository}\0${piece.id}`);
    // Files and releases differ too much between forges.
    const url = isCommit(piece) ? commitUrl(forges.get(piece.repository) ?? null, piece.id) : null;
    return { ...piece, title: row?.title ?? null, time: row?.time ?? null, url };
  });
}

const isCommit = ({ kind }: Evidence): boolean => kind === 'commit' || kind === 'change';

async function releasesIn(query: Query, evidence: readonly Evidence[]): Promise<Found[]> {
  return evidence.some((piece) => piece.kind === 'release') ? await query<Found>(RELEASES) : [];
}
