import type { Derivation } from '../domain/workbench.ts';

/**
 * What a tag must look like to be a release: a version (`1.2`, `v1.2.3-rc.1`, `release-1.2`, `pkg@1.2.3`, `redis-7.0`),
 * `v3`, or a date (`2024.01.31`, `20240131`). What follows the numbers may say more, but not in other words.
 */
const VERSION =
  '^(?:[a-z@][a-z0-9_.+@/-]*[-_@/])?(?:v|ver|version|release|rel|r)?[-_./]?' +
  '(?:[0-9]+(?:[._][0-9]+)+|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|20[0-9]{6})' +
  '(?:[-_.+~]?[a-z0-9][a-z0-9.+~_-]*)?$';
const MAJOR = '^(?:v|version|release|rel)[-_./]?[0-9]{1,4}$';
/** Tags of machines and of people keeping something safe, though they hold numbers. */
const NOT_RELEASE =
  '^(?:nightly|build|builds|backup|archive|ci|deploy|deployed|deployment|tmp|test|before|after|pre|old|snapshot|wip)[-_/]';
/** `alpha`, `rc1`, `dev`, …, and Python's `1.0b2`. */
const PRERELEASE =
  '(?:^|[^a-z])(?:alpha|beta|rc|cr|dev|preview|pre|canary|snapshot|nightly|next|milestone|insiders|experimental)(?:[^a-z]|$)|[0-9](?:a|b|c|m)[0-9]+$';

/**
 * Makes `releases`: version-like tags whose commit is reachable from the head. A short tag beside a longer one on the
 * same commit (`v2` with `v2.1.0`) is its alias, not a release of its own.
 */
export const deriveReleases: Derivation = {
  makes: ['releases'],
  async derive(bench) {
    await bench.run(`
      CREATE VIEW releases AS
      WITH tags AS (
        SELECT r.repository, substr(r.name, 11) AS name, lower(substr(r.name, 11)) AS low, r.commit_id, r.tagger, r.tagged_time
        FROM raw_refs r
        WHERE r.kind = 'tag' AND starts_with(r.name, 'refs/tags/')
      ),
      versions AS (
        SELECT DISTINCT t.*
        FROM tags t
        JOIN known_commits k ON k.repository = t.repository AND k.id = t.commit_id AND k.position IS NOT NULL
        WHERE (regexp_matches(low, '${VERSION}') OR regexp_matches(low, '${MAJOR}'))
          AND NOT regexp_matches(low, '${NOT_RELEASE}')
      ),
      aliases AS (
        -- Of the tags of one commit only the next by name can go on from a tag: with any number of them still quick.
        SELECT DISTINCT v.repository, v.name
        FROM versions v
        ASOF JOIN versions w
          ON w.repository = v.repository AND w.commit_id = v.commit_id AND v.low || '.' <= w.low
        WHERE starts_with(w.low, v.low || '.')
      )
      SELECT
        v.repository, v.name, v.commit_id,
        coalesce(v.tagged_time, k.committer_time) AS released_at,
        p.person AS releaser,
        regexp_matches(v.low, '${PRERELEASE}') AS is_prerelease
      FROM versions v
      JOIN known_commits k ON k.repository = v.repository AND k.id = v.commit_id
      LEFT JOIN identities i ON i.identity = v.tagger
      LEFT JOIN people p
        ON p.person = coalesce(i.person, if(k.is_forge, NULL, k.committer)) AND p.kind = 'human'
      ANTI JOIN aliases a ON a.repository = v.repository AND a.name = v.name`);
    return [];
  },
};
