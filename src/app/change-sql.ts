/** What stands on the page of a change, by `$repository` and `$id` or `$change`. */
export const FIND_COMMIT = `
SELECT id, change FROM commits
WHERE repository = $repository AND starts_with(id, $id)
ORDER BY id LIMIT 2`;

const COMMIT = `
SELECT k.id, k.subject, k.author_time, k.committer_time, k.is_bulk, k.reverts,
       list(DISTINCT p.name) FILTER (WHERE p.name IS NOT NULL) AS authors
FROM commits k
LEFT JOIN commit_authors a ON a.repository = k.repository AND a.commit_id = k.id
LEFT JOIN people p ON p.person = a.person`;

export const ONE_COMMIT = `${COMMIT} WHERE k.repository = $repository AND k.id = $id GROUP BY ALL`;

/** The newest work first; the merge itself only when nothing else came with it. */
export const COMMITS_OF_CHANGE = `${COMMIT}
WHERE k.repository = $repository AND k.change = $change AND (k.parent_count < 2 OR
  (SELECT count(*) FROM commits w WHERE w.repository = $repository AND w.change = $change AND w.parent_count < 2) = 0)
GROUP BY ALL ORDER BY k.author_time DESC NULLS LAST, k.id`;

export const CHANGE = `
SELECT c.*, p.name AS lander_name,
       (SELECT list(DISTINCT n.name) FROM change_authors a JOIN people n ON n.person = a.person
        WHERE a.repository = $repository AND a.change = $change) AS authors,
       (SELECT coalesce(bool_or(a.person = $lead), false) FROM change_authors a
        WHERE a.repository = $repository AND a.change = $change) AS by_lead
FROM changes c LEFT JOIN people p ON p.person = c.lander
WHERE c.repository = $repository AND c.change = $change`;

export const REVIEWS_OF_CHANGE = `
SELECT r.kind, list(DISTINCT p.name) AS names, bool_or(p.kind = 'human' AND p.person IS DISTINCT FROM $lead) AS by_other
FROM reviews r JOIN people p ON p.person = r.person
WHERE r.repository = $repository AND r.change = $change
GROUP BY r.kind ORDER BY r.kind`;

export const FILES_OF_CHANGE = `
SELECT f.area, f.path, max(f.old_path) AS old_path, f.class,
       list(DISTINCT f.status ORDER BY f.status) AS statuses
FROM file_changes f
SEMI JOIN (SELECT id FROM commits WHERE repository = $repository AND change = $change) k ON k.id = f.commit_id
WHERE f.repository = $repository
GROUP BY f.area, f.path, f.class ORDER BY f.area NULLS LAST, f.path`;

const RELATED = 'SELECT DISTINCT c.change AS id, c.title, c.landed_at AS "at" FROM changes c';

/** Changes that hold a commit which one of this change's says it reverts. */
export const REVERTED = `${RELATED}
JOIN commits old ON old.repository = c.repository AND old.change = c.change
JOIN commits k ON k.repository = old.repository AND k.reverts = old.id
WHERE c.repository = $repository AND k.change = $change AND c.change <> $change ORDER BY "at", id`;

export const REVERTERS = `${RELATED}
JOIN commits k ON k.repository = c.repository AND k.change = c.change
JOIN commits old ON old.repository = k.repository AND old.id = k.reverts
WHERE c.repository = $repository AND old.change = $change AND c.change <> $change ORDER BY "at", id`;

export interface CommitRow {
  readonly id: string;
  readonly subject: string;
  readonly author_time: number | null;
  readonly committer_time: number | null;
  readonly is_bulk: boolean;
  readonly authors: readonly string[] | null;
}

export interface FileRow {
  readonly area: string | null;
  readonly path: string;
  readonly old_path: string | null;
  readonly class: string;
  readonly statuses: readonly string[];
}

export interface RelatedRow {
  readonly id: string;
  readonly title: string;
  readonly at: number | null;
}
