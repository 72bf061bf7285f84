import type { DecisionEvidence } from '../../domain/decisions.ts';
import { decisionKind } from '../../domain/records/decision.ts';
import type { Evidence } from '../../domain/report.ts';
import { wilson } from '../../domain/wilson.ts';
import { decisionLatency } from '../../records/decisions/latency.ts';
import type { DecisionEntry } from '../../records/decisions/standing.ts';
import type { Opened } from '../open.ts';
import { decisionsOf } from './decide.ts';
import { pathsMatcher } from './paths-matcher.ts';
import type { PracticePlace } from './practice-place.ts';

/** From so many changes in the window an area is busy: fewer need no decision of their own. */
const BUSY_FROM = 10;
const MOST_EVIDENCE = 5;

/** How fast decisions were made, from the history of their files, and which busy areas no decision in force names. */
export async function decisionEvidence(at: PracticePlace, opened: Opened): Promise<DecisionEvidence> {
  const { practice, records } = await decisionsOf(at);
  const entries = await records.list();
  const log = [];
  for (const { id, title } of entries) log.push({ id, title, history: await practice.history(decisionKind, id) });
  return {
    latency: decisionLatency(log),
    coverage: await coverageOf(opened, entries),
    notes: [...opened.setting.notes],
  };
}

interface BusyRow {
  readonly repository: string;
  readonly area: string;
  readonly changes: number;
  readonly newest: readonly string[];
}

const BUSY = `
SELECT a.repository, a.area, count(c.change) AS changes, list(c.change ORDER BY c.landed_at DESC, c.change)[1:${MOST_EVIDENCE}] AS newest
FROM areas a
JOIN change_areas t ON t.repository = a.repository AND t.area = a.area
JOIN changes c ON c.repository = t.repository AND c.change = t.change
WHERE c.landed_at >= $since AND c.landed_at < $until
GROUP BY ALL HAVING count(c.change) >= ${BUSY_FROM}
ORDER BY changes DESC, a.repository, a.area`;

const NAMED = `
SELECT DISTINCT repository, unnest(areas) AS area FROM decisions WHERE status IS NULL OR status = 'accepted'`;

const FILES =
  'SELECT repository, path, area FROM files WHERE is_product AND area IS NOT NULL ORDER BY repository, path';

async function coverageOf(
  { facts: { query }, setting }: Opened,
  entries: readonly DecisionEntry[],
): Promise<DecisionEvidence['coverage']> {
  const busy = await query<BusyRow>(BUSY, { since: setting.window.since, until: setting.window.until });
  const named = await query<{ repository: string; area: string }>(NAMED);
  const covered = new Set(named.map(keyOf));
  const globs = entries
    .filter(({ status }) => status === null || status === 'accepted')
    .flatMap(({ fields }) => fields.affects ?? []);
  const isAffected = pathsMatcher(globs);
  if (globs.length > 0) {
    const files = await query<{ repository: string; path: string; area: string }>(FILES);
    for (const file of files) if (isAffected(file.path)) covered.add(keyOf(file));
  }
  const uncovered = busy.filter((row) => !covered.has(keyOf(row)));
  return {
    share: wilson(busy.length - uncovered.length, busy.length),
    busyFrom: BUSY_FROM,
    uncovered: uncovered.map(({ repository, area, changes, newest }) => ({
      area,
      changes,
      evidence: newest.map((id): Evidence => ({ kind: 'change', repository, id })),
    })),
  };
}

const keyOf = ({ repository, area }: { readonly repository: string; readonly area: string }): string =>
  `${repository}\n${area}`;
