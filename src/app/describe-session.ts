import { byName } from '../domain/by-name.ts';
import type { Query } from '../domain/query.ts';
import type { CataloguedMeasure, SessionAnswer } from '../domain/session.ts';
import { DAY } from '../domain/window.ts';
import { measures } from './measures.ts';
import type { Session, SessionAsked } from './session.ts';
import { VERSION } from './version.ts';

/** Who was seen at work in so many days before the window's end is offered first. */
const ACTIVE_DAYS = 182;

/** What a surface that stays open must know before it asks anything. Answered in every state. */
export async function describeSession(session: Session, asked: SessionAsked): Promise<SessionAnswer> {
  const { name: place, error, generation, scan, canOpenDemo, canScan, state } = session;
  const about = { version: VERSION, place, state, error, generation, scan, canOpenDemo, canScan, measures: CATALOGUE };
  if (state !== 'ready') return { ...about, ...NOTHING };
  return await session.ask(asked, async ({ facts, setting }) => ({
    ...about,
    repositories: facts.repositories.map((one) => ({
      name: one.repository,
      forgeUrl: one.forge_url,
      isShallow: one.is_shallow,
      isPartial: one.is_partial,
    })),
    window: setting.window,
    lead: setting.lead,
    notes: setting.notes,
    isPartial: setting.isPartial,
    hasMovedOn: await session.hasMovedOn(),
    people: await choosablePeople(facts.query, setting.window.until),
  }));
}

const NOTHING = {
  repositories: [],
  window: null,
  lead: null,
  notes: [],
  isPartial: false,
  hasMovedOn: false,
  people: { active: [], others: [] },
} as const satisfies Partial<SessionAnswer>;

const CATALOGUE: CataloguedMeasure[] = measures.map((one) => {
  const { id, title, question, subject, figureKind, misleads, meaning, needsLead } = one;
  return { id, title, question, subject, figureKind, misleads, meaning, needsLead };
});

const PEOPLE = `
WITH seen AS (
  SELECT author AS person, coalesce(committer_time, author_time) AS t FROM commits
  UNION ALL SELECT committer, committer_time FROM commits
  UNION ALL SELECT person, reviewed_at FROM reviews
),
active AS (SELECT DISTINCT person FROM seen WHERE t >= $since AND t < $until)
SELECT p.name, min(i.identity) AS identity, count(*) OVER (PARTITION BY p.name) > 1 AS is_shared,
       p.person IN (SELECT person FROM active) AS is_active
FROM people p JOIN identities i USING (person)
WHERE p.kind = 'human'
GROUP BY p.person, p.name`;

/** Names that can be given back as they are: each means one person. */
async function choosablePeople(query: Query, until: number): Promise<SessionAnswer['people']> {
  const rows = await query<{ name: string; identity: string; is_shared: boolean; is_active: boolean }>(PEOPLE, {
    since: until - ACTIVE_DAYS * DAY,
    until,
  });
  const named = (isActive: boolean) =>
    rows
      .filter((one) => one.is_active === isActive)
      .map((one) => (one.is_shared ? one.identity : one.name))
      .sort(byName);
  return { active: named(true), others: named(false) };
}
