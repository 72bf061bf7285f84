import { FILE_HOLDERS } from './file-holders.ts';
import { HISTORY } from './fragments.ts';
import { HOLDERS } from './holders.ts';

/** One row for each area, and for what lies in none, with who knows it: `people.person`, as everywhere in these rows. */
export const AREA_KNOWERS = `
WITH ${HISTORY}, ${HOLDERS},
product AS (
  SELECT repository, area, count(*) AS files, coalesce(sum(size), 0)::BIGINT AS bytes
  FROM files WHERE is_product GROUP BY ALL
),
knowers AS (
  SELECT repository, area, list(person ORDER BY person) AS persons
  FROM holders WHERE is_living AND is_active GROUP BY repository, area
)
SELECT p.*, a.source, k.persons, h.*
FROM history h
LEFT JOIN product p ON true
LEFT JOIN areas a ON a.repository = p.repository AND a.area = p.area
LEFT JOIN knowers k ON k.repository = p.repository AND k.area = p.area
ORDER BY p.repository, p.area NULLS LAST`;

export interface AreaKnowersRow {
  readonly repository: string | null;
  readonly area: string | null;
  readonly source: string | null;
  readonly files: number;
  readonly bytes: number;
  readonly persons: readonly string[] | null;
  readonly repositories: number;
  readonly shallow: number;
  readonly partial: number;
}

/**
 * One row for each folder and area of product files: names with a slash between, which no name can hold, and numbers with
 * commas; a set is a number of its own in `persons`, which stands on the first row that has it. So the engine hands over
 * thousands of rows instead of a hundred thousand.
 */
export const FOLDER_KNOWERS = `
WITH ${HOLDERS}, ${FILE_HOLDERS},
known AS (SELECT file, list(person ORDER BY person) AS persons FROM file_holders GROUP BY file),
sets AS (SELECT persons, row_number() OVER (ORDER BY persons) AS set FROM (SELECT DISTINCT persons FROM known)),
placed AS (
  SELECT p.repository, p.area, p.path, p.size, coalesce(s.set, 0) AS set,
         length(p.path) - strpos(reverse(p.path), '/') AS cut, strpos(p.path, '/') > 0 AS is_deep
  FROM product p
  LEFT JOIN known k ON k.file = p.file
  LEFT JOIN sets s ON s.persons = k.persons
)
SELECT repository, area, folder, string_agg(name, '/' ORDER BY name) AS names,
       string_agg(coalesce(size, 0), ',' ORDER BY name) AS sizes, string_agg(set, ',' ORDER BY name) AS sets,
       NULL::VARCHAR[] AS persons
FROM (
  SELECT repository, area, size, set, if(is_deep, path[:cut], '') AS folder, if(is_deep, path[cut + 2:], path) AS name
  FROM placed
)
GROUP BY repository, area, folder
UNION ALL
SELECT NULL, NULL, NULL, NULL, NULL, CAST(set AS VARCHAR), persons FROM sets
ORDER BY repository NULLS FIRST, area NULLS LAST, folder`;

export interface FolderKnowersRow {
  /** Null on the rows that say what a set is: `sets` is its number then. */
  readonly repository: string | null;
  readonly area: string | null;
  readonly folder: string | null;
  readonly names: string | null;
  readonly sizes: string | null;
  readonly sets: string;
  readonly persons: readonly string[] | null;
}
