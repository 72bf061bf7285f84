/** Common table expressions of measures that look for what was repaired; see fragments.ts. */

const UNDOING = `
  SELECT k.repository, k.change, v.change AS by_change, u.landed_at
  FROM commits v
  JOIN commits k ON k.repository = v.repository AND k.id = v.reverts
  JOIN changes u ON u.repository = v.repository AND u.change = v.change
  WHERE v.reverts IS NOT NULL AND k.change <> v.change`;

/** `undone`: changes of which a commit was reverted by another change (`by_change`) that landed before `$until`. */
export const UNDONE = `
undone AS (${UNDOING} AND u.landed_at < $until)`;

/** The same at any moment. */
export const ALL_UNDONE = UNDOING;

const TOUCHING = `
  SELECT DISTINCT c.repository, c.change, f.path, c.landed_at, c.is_fix
  FROM changes c
  JOIN commits k ON k.repository = c.repository AND k.change = c.change
  JOIN file_changes f ON f.repository = k.repository AND f.commit_id = k.id
  WHERE NOT k.is_bulk AND f.class IN ('source', 'test')`;

const IN_SIGHT = 'landed_at >= CAST($since AS BIGINT) - 86400 * $days AND landed_at < $until';
const REPAIRING = 'is_fix AND landed_at >= $since AS is_repair';

/**
 * `touches`: source and test files that each change touched, of those that landed in the window or `$days` before it;
 * `is_repair`: it landed in the window and says that it fixes something.
 */
export const TOUCHES = `
touches AS (
  SELECT repository, change, path, landed_at, ${REPAIRING} FROM (${TOUCHING}) WHERE ${IN_SIGHT}
)`;

/** The same at any moment, in the order of time: so that few of them are looked at for a window. */
export const ALL_TOUCHES = `SELECT * FROM (${TOUCHING}) ORDER BY landed_at`;

/** {@link TOUCHES} read from a table that holds {@link ALL_TOUCHES}. */
export const touchesOf = (table: string): string => `
touches AS (SELECT repository, change, path, landed_at, ${REPAIRING} FROM ${table} WHERE ${IN_SIGHT})`;
