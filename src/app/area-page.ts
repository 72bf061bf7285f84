import { AREA_CHANGES_SHOWN } from '../domain/area-changes-shown.ts';
import type { AreaPage } from '../domain/area-page.ts';
import { bindings, defaultParameters } from '../domain/conclude.ts';
import { FortnightError } from '../domain/errors.ts';
import type { Parameter } from '../domain/query.ts';
import { EVIDENCE_LIMIT, people } from '../domain/report.ts';
import type { Setting } from '../domain/setting.ts';
import { counted, listed } from '../domain/words.ts';
import { confidence, evidenceOf, type History, type NewestRows } from '../measures/grounds.ts';
import { HOLDER_FORMULA } from '../measures/holders.ts';
import { knownToOne } from '../measures/known-to-one.ts';
import { AREA_SOURCES } from './area-source.ts';
import { AREA, CHANGES, COUNTS, DECISIONS, KNOWERS, OPEN_WORK, RELEASES, TAUGHT } from './area-sql.ts';
import { coverOfArea, gateOfArea } from './area-with-lead.ts';
import { commitUrl, requestUrl } from './forge.ts';
import type { Facts } from './setting.ts';

export interface AskedArea {
  readonly repository: string;
  readonly area: string;
  /** Newer changes that are left out: for the next page of them. */
  readonly skip: number;
}

type Bound = Readonly<Record<string, Parameter>>;

/** One area. Throws a {@link FortnightError} when there is none of that name. */
export async function areaPage(
  facts: Pick<Facts, 'query' | 'repositories'>,
  setting: Setting,
  { repository, area, skip }: AskedArea,
): Promise<AreaPage> {
  const { query } = facts;
  const { window, lead } = setting;
  const bound: Bound = {
    ...bindings({ window, lead: lead.person, leadName: lead.name, parameters: defaultParameters(knownToOne) }),
    repository,
    area,
    skip,
    limit: AREA_CHANGES_SHOWN,
  };
  const [found] = await query<{ source: string; files: number; bytes: number }>(AREA, bound);
  if (found === undefined) {
    throw new FortnightError('unknown-area', `There is no area ${area} in ${repository}.`, {
      hint: 'Areas follow the files at the head: look it up on the map of knowledge.',
    });
  }
  const forge = facts.repositories.find((one) => one.repository === repository)?.forge_url ?? null;
  const [counts] = await query<{ total: number; in_window: number }>(COUNTS, bound);
  const changes = await changesOf(query, bound, forge);
  const total = counts?.total ?? 0;
  return {
    ...setting,
    repository,
    area,
    source: AREA_SOURCES[found.source] ?? found.source,
    files: found.files,
    bytes: found.bytes,
    knowledge: await knowledgeOf(query, bound),
    cover: await coverOfArea(facts, setting, { repository, area }),
    gate: await gateOfArea(facts, setting, { repository, area }),
    changesTotal: total,
    changesInWindow: counts?.in_window ?? 0,
    changes,
    skip,
    releases: await query<AreaPage['releases'][number]>(RELEASES, bound),
    decisions: await query<AreaPage['decisions'][number]>(DECISIONS, bound),
    openWork: await openWorkOf(query, bound, forge),
  };
}

async function knowledgeOf(query: Facts['query'], bound: Bound): Promise<AreaPage['knowledge']> {
  const [taught] = await query<{ total: number; evidence: NewestRows }>(TAUGHT, bound);
  const total = taught?.total ?? 0;
  const [row] = await query<History & { known: string[] | null; gone: string[] | null }>(KNOWERS, bound);
  const sure = confidence(
    total < 5 ? 'low' : 'medium',
    `it rests on ${counted(total, 'change')} here, and on approvals seen in git`,
    row ?? { repositories: 1, shallow: 0, partial: 0 },
    'whole past',
  );
  const isTold = sure.level !== 'none';
  const known = people(isTold ? (row?.known ?? []) : []);
  const gone = people(isTold ? (row?.gone ?? []) : []);
  const answer = !isTold
    ? 'Not enough evidence: without the whole history, who knows it is not known.'
    : known.people.length === 0
      ? 'Nobody active knows this area any more.'
      : known.people.length === 1
        ? `${listed(known.people)} alone knows this area.`
        : `${known.people.length} active people know this area.`;
  return {
    answer,
    confidence: sure,
    known,
    gone,
    formula: HOLDER_FORMULA,
    misleads: knownToOne.misleads,
    evidence: evidenceOf(taught?.evidence ?? null, 'change').slice(0, EVIDENCE_LIMIT),
    evidenceTotal: total,
  };
}

interface ChangeRow {
  readonly id: string;
  readonly title: string;
  readonly landed_at: number | null;
  readonly number: number | null;
  readonly files: number;
  readonly lander: string | null;
  readonly authors: readonly (string | null)[];
}

async function changesOf(query: Facts['query'], bound: Bound, forge: string | null): Promise<AreaPage['changes']> {
  const rows = await query<ChangeRow>(CHANGES, bound);
  return rows.map(({ id, title, landed_at, number, files, lander, authors }) => ({
    id,
    title,
    landedAt: landed_at,
    number,
    files,
    authors: people(authors.filter((name) => name !== null)),
    lander: people(lander === null ? [] : [lander]),
    url: commitUrl(forge, id),
    requestUrl: requestUrl(forge, number),
  }));
}

interface OpenWorkRow {
  readonly branch: string;
  readonly tip: string;
  readonly worked_at: number | null;
  readonly authors: readonly string[] | null;
}

async function openWorkOf(query: Facts['query'], bound: Bound, forge: string | null): Promise<AreaPage['openWork']> {
  const rows = await query<OpenWorkRow>(OPEN_WORK, bound);
  return rows.map(({ branch, tip, worked_at, authors }) => ({
    branch,
    tip,
    workedAt: worked_at,
    authors: people(authors ?? []),
    url: commitUrl(forge, tip),
  }));
}
