import type { Explanation, OpenedEvidence } from '../domain/explanation.ts';
import type { Measure } from '../domain/measure.ts';
import type { Query } from '../domain/query.ts';
import type { Evidence } from '../domain/report.ts';
import type { Setting } from '../domain/setting.ts';
import { type AnswerOptions, answer } from './answer.ts';
import type { Facts } from './setting.ts';

/** Takes a figure apart: how it is computed, when it misleads, and the commits it rests on, by subject and date. */
export async function explain(
  facts: Pick<Facts, 'query' | 'repositories'>,
  setting: Setting,
  measure: Measure,
  options: AnswerOptions,
): Promise<Explanation> {
  const report = await answer(facts, setting, measure, options);
  const opened = await openEvidence(
    facts,
    report.rows.flatMap((row) => row.evidence),
  );
  return {
    formula: measure.formula,
    misleads: measure.misleads,
    source: measure.source,
    parameters: measure.parameters.map(({ name, default: fallback, min, max, doc }) => {
      return { name, value: options.parameters?.[name] ?? fallback, default: fallback, min, max, doc };
    }),
    report,
    evidence: report.rows.map((row) => row.evidence.map((piece) => opened.get(keyOf(piece)) ?? unopened(piece))),
  };
}

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

async function openEvidence(
  { query, repositories }: Pick<Facts, 'query' | 'repositories'>,
  evidence: readonly Evidence[],
): Promise<ReadonlyMap<string, OpenedEvidence>> {
  const commits = new Set(evidence.filter((e) => e.kind === 'commit' || e.kind === 'change').map((e) => e.id));
  const found = [
    ...(commits.size === 0 ? [] : await query<Found>(COMMITS, { ids: [...commits].join(' ') })),
    ...(await releasesIn(query, evidence)),
  ];
  const byId = new Map(found.map((row) => [`${row.repository}\0${row.id}`, row]));
  const forges = new Map(repositories.map((r) => [r.repository, r.forge_url]));
  return new Map(
    evidence.map((piece) => {
      const row = byId.get(`${piece.repository}\0${piece.id}`);
      const url = urlOf(piece, forges.get(piece.repository) ?? null);
      return [keyOf(piece), { ...piece, title: row?.title ?? null, time: row?.time ?? null, url }];
    }),
  );
}

async function releasesIn(query: Query, evidence: readonly Evidence[]): Promise<Found[]> {
  return evidence.some((e) => e.kind === 'release') ? await query<Found>(RELEASES) : [];
}

const keyOf = (piece: Evidence): string => `${piece.kind}\0${piece.repository}\0${piece.id}`;
const unopened = (piece: Evidence): OpenedEvidence => ({ ...piece, title: null, time: null, url: null });

/** Where GitHub, GitLab, Gitea and Bitbucket show a commit. Files and releases differ too much between them. */
function urlOf(piece: Evidence, forge: string | null): string | null {
  if (forge === null || (piece.kind !== 'commit' && piece.kind !== 'change')) return null;
  const isBitbucket = /^https?:\/\/bitbucket\./.test(forge);
  return `${forge.replace(/\/$/, '')}/${isBitbucket ? 'commits' : 'commit'}/${piece.id}`;
}
