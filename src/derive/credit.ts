import type { Derivation } from '../domain/workbench.ts';
import { FORGES, IDENTITY_PATTERN, LOGINS } from './people.ts';
import { ASSISTANCE_TOKENS, AUTHOR_TOKENS, REVIEW_TOKENS, sqlList } from './tokens.ts';

/**
 * Makes `commit_authors`: who is credited with each commit. A co-author counts as an author; a squash credits whom its
 * trailers name. Leaves behind the scratch tables every later step joins by number instead of by id: `known_commits`
 * (raw commits with people in place of identities) and `known_trailers` (trailers about people, resolved to them).
 */
export const deriveCredit: Derivation = {
  makes: ['commit_authors'],
  async derive(bench) {
    await bench.run(KNOWN_COMMITS);
    await bench.run(KNOWN_TRAILERS);
    await bench.run(COMMIT_AUTHORS);
    return [];
  },
};

/**
 * Known by its `rowid`. `is_forge`: the forge committed for somebody who pressed its button. `position` is that of the
 * mainline commit with which it landed, null when the head does not reach it; `is_mainline` where that is itself.
 */
const KNOWN_COMMITS = `
  CREATE TABLE known_commits AS
  SELECT
    c.repository, c.id, len(c.parents)::INTEGER AS parent_count, c.route, c.number, c.subject,
    c.author_time, c.committer_time, c.is_revert, c.is_fix, c.reverts,
    a.person AS author, m.person AS committer, f.identity IS NOT NULL AS is_forge,
    l.position, coalesce(l.landed_id = c.id, false) AS is_mainline
  FROM raw_commits c
  JOIN identities a ON a.identity = c.author
  JOIN identities m ON m.identity = c.committer
  LEFT JOIN ${FORGES} f ON f.identity = c.committer
  LEFT JOIN raw_landings l ON l.repository = c.repository AND l.commit_id = c.id`;

/** `person` is null where the trailer names nobody known: an address elsewhere, a login that could be several people's. */
const KNOWN_TRAILERS = `
  CREATE TABLE known_trailers AS
  WITH named AS (
    SELECT repository, commit_id, token, value, regexp_extract(value, '${IDENTITY_PATTERN}') AS identity
    FROM raw_trailers
    WHERE token IN (${sqlList([...AUTHOR_TOKENS, ...REVIEW_TOKENS, ...ASSISTANCE_TOKENS])})
  )
  SELECT k.rowid AS n, t.token, coalesce(i.person, g.person) AS person
  FROM named t
  JOIN known_commits k ON k.repository = t.repository AND k.id = t.commit_id
  LEFT JOIN identities i ON i.identity = t.identity
  LEFT JOIN ${LOGINS} g ON t.identity = '' AND g.login = lower(t.value)`;

const COMMIT_AUTHORS = `
  CREATE VIEW commit_authors AS
  SELECT repository, id AS commit_id, author AS person FROM known_commits
  UNION ALL
  SELECT DISTINCT k.repository, k.id, t.person
  FROM known_trailers t JOIN known_commits k ON k.rowid = t.n
  WHERE t.token IN (${sqlList(AUTHOR_TOKENS)}) AND t.person <> k.author`;
